import { Checkbox, Group, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useMove } from '../chain/useMove.ts'
import type { Line } from '../lines/line.ts'
import { NumberCell } from '../lines/NumberCell.tsx'
import { totalsOf } from '../lines/totals.ts'
import { useFigures } from '../lines/useFigures.ts'
import { unitIn } from '../products/units.ts'
import type { InvoiceSeen } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** Crediting an invoice: all that is left of it, or so much of each line; what it comes to is seen before it is issued. */
export function CreditForm({
  invoice,
  complaint,
  onClose,
}: {
  invoice: InvoiceSeen
  /** The complaint that it settles, and the product that it is about. */
  complaint?: { id: string; reason: string; product: string | null }
  onClose: () => void
}) {
  const said = useInvoiceTexts()
  const { ui } = useTexts()
  const { money } = useFigures()
  const { language } = useSpeech()
  const leftOf = ({ id, quantity }: Line) => invoice.creditable[id] ?? quantity
  const open = invoice.lines.filter((line) => leftOf(line) !== 0)
  const about = open.filter(({ product }) => product && product === complaint?.product)
  const [reason, setReason] = useState(complaint?.reason ?? '')
  const [isWhole, setWhole] = useState(!complaint)
  const [some, setSome] = useState<Record<string, number>>(() =>
    Object.fromEntries(about.map((line) => [line.id, leftOf(line)])),
  )
  const chosen = open.flatMap((line) => {
    const quantity = isWhole ? leftOf(line) : (some[line.id] ?? 0)
    return quantity === 0 ? [] : [{ ...line, quantity }]
  })
  const credit = useMove({
    run: () =>
      api.post(`/invoices/${invoice.id}/credit`, {
        ...{ reason, revision: invoice.revision },
        ...(complaint ? { complaint: complaint.id } : {}),
        ...(isWhole ? {} : { lines: chosen.map(({ id, quantity }) => ({ id, quantity })) }),
      }),
    done: said.creditDone,
    then: onClose,
  })
  const { fault } = credit
  const submit = (event: FormEvent) => {
    event.preventDefault()
    credit.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${said.creditTitle} · ${said.invoice} ${invoice.number ?? ''}`}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
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
            open.map((line) => (
              <NumberCell
                key={line.id}
                label={said.creditOf(line.text)}
                showLabel
                parts={1000}
                decimals={3}
                suffix={` / ${leftOf(line) / 1000} ${unitIn(line.unit, language)}`}
                negative={line.quantity < 0}
                value={some[line.id] ?? 0}
                onChange={(next) => setSome({ ...some, [line.id]: next })}
              />
            ))}
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {said.creditSum}
            </Text>
            <Text fw={650} className="figures" aria-live="polite">
              {money(-totalsOf(chosen).total)}
            </Text>
          </Group>
          {fault && fault.field !== 'reason' && (
            <Text size="sm" c="red" role="alert">
              {fault.said}
            </Text>
          )}
          <FormFoot label={said.credit} busy={credit.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
