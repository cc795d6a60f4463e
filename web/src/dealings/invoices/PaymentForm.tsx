import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useMove } from '../chain/useMove.ts'
import { dayFrom } from '../day-from.ts'
import { NumberCell } from '../lines/NumberCell.tsx'
import type { InvoiceSeen } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** A payment or a refund that no bank file brings. */
export function PaymentForm({ invoice, onClose }: { invoice: InvoiceSeen; onClose: () => void }) {
  const said = useInvoiceTexts()
  const { ui } = useTexts()
  const isRefund = invoice.openCents < 0
  const [cents, setCents] = useState(Math.abs(invoice.openCents))
  const [paidOn, setPaidOn] = useState(dayFrom(0))
  const [message, setMessage] = useState('')
  const enter = useMove({
    run: () => api.post('/payments', { invoice: invoice.id, amountCents: isRefund ? -cents : cents, paidOn, message }),
    done: said.paymentAdded,
    then: onClose,
  })
  const errorOf = (field: string) => (enter.fault?.field === field ? enter.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  const title = isRefund ? said.addRefund : said.addPayment
  return (
    <Dialog opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <NumberCell
            label={said.amount}
            showLabel
            parts={100}
            decimals={2}
            suffix=" €"
            value={cents}
            error={errorOf('amountCents')}
            onChange={setCents}
          />
          <TextInput
            type="date"
            label={said.paidOn}
            required
            value={paidOn}
            error={errorOf('paidOn')}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
          <TextInput
            label={said.message}
            maxLength={1000}
            value={message}
            error={errorOf('com.invoicing')}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <FormFoot label={title} busy={enter.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
