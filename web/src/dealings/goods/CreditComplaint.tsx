import { Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../texts/index.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Complaint, Invoice, Party } from '../contract.ts'
import { CreditForm } from '../invoices/CreditForm.tsx'
import { invoiceQuery } from '../invoices/queries.ts'
import { dealingsQuery } from '../queries.ts'
import { useMoney } from '../useMoney.ts'
import { useGoodsTexts } from './texts.ts'

/** Crediting because of a complaint: the invoice that it names, else one that is chosen, and so much of its lines. */
export function CreditComplaint({
  complaint,
  party,
  onClose,
}: {
  complaint: Complaint
  party: Party
  onClose: () => void
}) {
  const said = useGoodsTexts()
  const { day } = useFormat()
  const [chosen, setChosen] = useState(complaint.invoice)
  const known = useQuery(dealingsQuery(party)).data
  const invoices = (known?.invoices?.items ?? []).filter(
    ({ kind, origin, status }) => kind === 'invoice' && origin === 'own' && status !== 'draft' && status !== 'credited',
  )
  const invoice = chosen ?? (invoices.length === 1 ? invoices[0]?.id : null)
  const about = {
    ...{ id: complaint.id, reason: said.creditReason(day(complaint.openedOn)) },
    product: complaint.product?.id ?? null,
  }
  return invoice ? (
    <CreditOf id={invoice} {...{ about, onClose }} />
  ) : (
    <ChooseInvoice {...{ invoices, onClose }} onChoose={setChosen} />
  )
}

function CreditOf({
  id,
  about,
  onClose,
}: {
  id: string
  about: { id: string; reason: string; product: string | null }
  onClose: () => void
}) {
  const invoice = useQuery(invoiceQuery(id))
  if (!invoice.data) return <Asked query={invoice}>{() => null}</Asked>
  return <CreditForm invoice={invoice.data} complaint={about} onClose={onClose} />
}

function ChooseInvoice({
  invoices,
  onChoose,
  onClose,
}: {
  invoices: readonly Invoice[]
  onChoose: (id: string) => void
  onClose: () => void
}) {
  const said = useGoodsTexts()
  const { ui } = useTexts()
  const { day } = useFormat()
  const money = useMoney()
  return (
    <Dialog opened onClose={onClose} title={said.creditTitle} closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack>
        {invoices.length === 0 ? (
          <Text size="sm">{said.noInvoice}</Text>
        ) : (
          <Select
            label={said.whichInvoice}
            searchable
            data-autofocus
            data={invoices.map(({ id, number, issuedOn, amountCents, currency }) => ({
              value: id,
              label: [number, day(issuedOn), money(amountCents, currency)].filter(Boolean).join(' · '),
            }))}
            value={null}
            onChange={(id) => id && onChoose(id)}
          />
        )}
      </Stack>
    </Dialog>
  )
}
