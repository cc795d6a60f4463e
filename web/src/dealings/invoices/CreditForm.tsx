import { Checkbox, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useMove } from '../chain/useMove.ts'
import { NumberCell } from '../lines/NumberCell.tsx'
import type { InvoiceSeen } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** Crediting an invoice: all that is left of it, or so much of each line. */
export function CreditForm({ invoice, onClose }: { invoice: InvoiceSeen; onClose: () => void }) {
  const said = useInvoiceTexts()
  const { ui } = useTexts()
  const [reason, setReason] = useState('')
  const [isWhole, setWhole] = useState(true)
  const [some, setSome] = useState<Record<string, number>>({})
  const credit = useMove({
    run: () => {
      const lines = invoice.lines.flatMap(({ id }) => (some[id] ? [{ id, quantity: some[id] }] : []))
      return api.post(`/invoices/${invoice.id}/credit`, {
        ...{ reason, revision: invoice.revision },
        ...(isWhole ? {} : { lines }),
      })
    },
    done: said.creditDone,
    then: onClose,
  })
  const { fault } = credit
  const submit = (event: FormEvent) => {
    event.preventDefault()
    credit.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={said.creditTitle} closeButtonProps={{ 'aria-label': ui.close }}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={said.creditReason}
            description={said.creditReasonHint}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            error={fault?.field === 'reason' ? fault.said : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={said.creditAll}
            checked={isWhole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {!isWhole &&
            invoice.lines.map(({ id, text, quantity }) => (
              <NumberCell
                key={id}
                label={said.creditOf(text)}
                showLabel
                parts={1000}
                decimals={3}
                negative={quantity < 0}
                value={some[id] ?? 0}
                onChange={(next) => setSome({ ...some, [id]: next })}
              />
            ))}
          {fault && fault.field !== 'reason' && (
            <Text size="sm" c="red" role="alert">
              {fault.said}
            </Text>
          )}
          <FormFoot label={said.credit} busy={credit.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
