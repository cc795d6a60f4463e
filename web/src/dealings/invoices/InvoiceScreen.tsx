import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { AddedPart } from '../AddedPart.tsx'
import { ChainLine } from '../chain/ChainLine.tsx'
import { Facts } from '../chain/Facts.tsx'
import { PartyLink } from '../chain/PartyLink.tsx'
import { LinesTable } from '../lines/LinesTable.tsx'
import { netOf } from '../lines/totals.ts'
import { PaperPart } from '../papers/PaperPart.tsx'
import { BalancePart } from './BalancePart.tsx'
import type { InvoiceSeen } from './contract.ts'
import { InvoiceDeeds } from './InvoiceDeeds.tsx'
import { InvoiceDraft } from './InvoiceDraft.tsx'
import { MoneyInParts } from './MoneyInParts.tsx'
import { invoiceQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'
import { tones } from './tones.ts'

export function InvoiceScreen() {
  const { invoice: id = '' } = useParams({ strict: false }) as { invoice?: string }
  const invoice = useQuery(invoiceQuery(id))
  return <Asked query={invoice}>{(one) => <InvoiceCard key={`${one.id} ${one.status}`} invoice={one} />}</Asked>
}

function InvoiceCard({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { kind, number, standing, status, chain, id, mayWrite } = invoice
  const party = partyOf(invoice)
  const isDraft = status === 'draft' && mayWrite
  const reminder = invoice.reminders.at(-1)
  return (
    <>
      <PageHead
        title={number ? `${kind === 'invoice' ? said.invoice : said.creditNote} ${number}` : said.draftOf[kind]}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        under={
          <Group gap={8}>
            <PartyLink {...party} />
            <StateBadge said={said.standings[standing]} tone={tones[standing]} />
          </Group>
        }
        actions={<InvoiceDeeds invoice={invoice} />}
      />
      {chain.length > 1 && <ChainLine steps={chain} here={id} />}
      {isDraft ? (
        <Stack gap="lg">
          <InvoiceDraft invoice={invoice} />
          <AddedPart subject="invoice" of={`/invoices/${id}`} />
          <PaperPart document="invoices" id={id} />
        </Stack>
      ) : (
        <div className="columns-2">
          <Stack gap="lg">
            <Content invoice={invoice} />
            {status !== 'draft' && <MoneyInParts invoice={invoice} />}
          </Stack>
          <Stack gap="lg">
            {status !== 'draft' && kind === 'invoice' && <BalancePart invoice={invoice} />}
            {status !== 'draft' && <FactsPart invoice={invoice} />}
            <AddedPart subject="invoice" of={`/invoices/${id}`} />
            {invoice.origin === 'own' && <PaperPart document="invoices" id={id} />}
            {reminder && status !== 'paid' && <PaperPart document="reminders" id={reminder.id} />}
          </Stack>
        </div>
      )}
    </>
  )
}

function Content({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { lines, byVat, netCents, vatCents, amountCents, text, exemption, origin } = invoice
  const totals = { lines: lines.map(netOf), byVat, net: netCents ?? 0, vat: vatCents ?? 0, total: amountCents }
  return (
    <Sheet title={invoice.kind === 'invoice' ? said.invoice : said.creditNote}>
      <Stack gap="md">
        {origin === 'entered' ? (
          <Alert variant="light" color="gray">
            {said.enteredElsewhere}
          </Alert>
        ) : (
          <LinesTable lines={lines} totals={totals} />
        )}
        {[exemption, text].map(
          (words) =>
            words && (
              <Text key={words} size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {words}
              </Text>
            ),
        )}
      </Stack>
    </Sheet>
  )
}

function FactsPart({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { credits } = invoice
  return (
    <Sheet title={said.facts}>
      <Facts
        facts={[
          [said.issuedOn, day(invoice.issuedOn)],
          [said.dueOn, invoice.kind === 'invoice' && day(invoice.dueOn)],
          [said.deliveredOn, day(invoice.deliveredOn)],
          [said.settledOn, day(invoice.settledOn)],
          [said.collectionOn, day(invoice.collectionOn)],
          [said.reference, invoice.reference?.replace(/\B(?=(\d{5})+$)/g, ' ')],
          [said.rf, invoice.creditorReference?.replace(/(.{4})(?=.)/g, '$1 ')],
          [
            said.credits,
            credits && (
              <Anchor key="credits" component={Link} to={to.invoice(credits.id)} inherit>
                {credits.number}
              </Anchor>
            ),
          ],
          [said.reason, invoice.correction],
          [
            said.complaint,
            invoice.complaintId && (
              <Anchor key="complaint" component={Link} to={to.complaint(invoice.complaintId)} inherit>
                {said.openComplaint}
              </Anchor>
            ),
          ],
          [said.address, invoice.debtorAddress],
          [said.businessId, invoice.debtorBusinessId],
          [said.vatNumber, invoice.debtorVatNumber],
          [said.yourReference, invoice.yourReference],
          [said.ourReference, invoice.ourReference],
        ]}
      />
    </Sheet>
  )
}

function partyOf({ organisationId, personId, debtorName }: InvoiceSeen) {
  return {
    ...{ company: organisationId, companyName: debtorName, person: personId, personName: debtorName },
    ...{ contact: null, contactName: null },
  }
}
