import { Button, Group } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { AddComplaint } from './AddComplaint.tsx'
import { AddInvoice } from './AddInvoice.tsx'
import { AddWarranty } from './AddWarranty.tsx'
import { ComplaintRow } from './ComplaintRow.tsx'
import { ChainPart } from './chain/ChainPart.tsx'
import { usePartyBehind } from './chain/usePartyBehind.tsx'
import type { Party } from './contract.ts'
import { DealingSheet } from './DealingSheet.tsx'
import { InvoiceRow } from './InvoiceRow.tsx'
import { EInvoicePart } from './invoices/EInvoicePart.tsx'
import { Marked } from './Marked.tsx'
import { dealingsQuery } from './queries.ts'
import { useDealingsTexts } from './texts.ts'
import { WarrantyRow } from './WarrantyRow.tsx'

/** Invoices, warranties and complaints on a card; a duty sees the lists that the statement gives it. */
export function DealingsParts({ emailId = null, ...party }: Party & { emailId?: string | null }) {
  const said = useDealingsTexts()
  const dealings = useQuery(dealingsQuery(party))
  const { behind } = usePartyBehind(party)
  return (
    <Asked query={dealings}>
      {({ invoices, warranties, complaints }) => (
        <>
          <ChainPart {...party} />
          {invoices && (
            <DealingSheet
              title={said.invoices}
              none={said.noInvoices}
              add={
                invoices.mayAdd && (
                  <Group gap={4}>
                    <Button
                      component={Link}
                      to={to.newInvoice()}
                      search={party as never}
                      size="compact-sm"
                      variant="subtle"
                      leftSection={<IconFileInvoice size={15} aria-hidden />}
                    >
                      {said.newInvoice}
                    </Button>
                    <AddInvoice party={behind} emailId={emailId} />
                  </Group>
                )
              }
              foot={party.company && <EInvoicePart company={party.company} mayChange={invoices.mayAdd} />}
            >
              {invoices.items.map((one) => (
                <InvoiceRow key={one.id} invoice={one} />
              ))}
            </DealingSheet>
          )}
          {warranties && (
            <DealingSheet
              title={said.warranties}
              none={said.noWarranties}
              add={warranties.mayAdd && <AddWarranty party={party} />}
            >
              {warranties.items.map((one) => (
                <Marked key={one.id} id={one.id}>
                  <WarrantyRow warranty={one} />
                </Marked>
              ))}
            </DealingSheet>
          )}
          {complaints && (
            <DealingSheet
              title={said.complaints}
              none={said.noComplaints}
              add={complaints.mayAdd && <AddComplaint party={party} />}
            >
              {complaints.items.map((one) => (
                <Marked key={one.id} id={one.id}>
                  <ComplaintRow
                    complaint={one}
                    party={party}
                    mayClose={complaints.mayAdd}
                    mayCredit={invoices?.mayAdd ?? false}
                  />
                </Marked>
              ))}
            </DealingSheet>
          )}
        </>
      )}
    </Asked>
  )
}
