import { Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { AddressFields } from '../chain/AddressFields.tsx'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import type { Order } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { dayFrom } from '../day-from.ts'
import { NumberCell } from '../lines/NumberCell.tsx'
import { useFigures } from '../lines/useFigures.ts'

/** Planning a delivery: what is left of each line is proposed, and less or more may go. */
export function PlanDelivery({ order, onClose }: { order: Order; onClose: () => void }) {
  const said = useChainTexts()
  const { ui } = useTexts()
  const { quantity } = useFigures()
  const navigate = useNavigate()
  const left = (id: string) => order.coming?.find(({ line }) => line === id)?.left ?? 0
  const [going, setGoing] = useState(() => order.lines.map(({ id }) => ({ line: id, quantity: left(id) })))
  const [typed, setTyped] = useState({ plannedOn: dayFrom(0), contact: order.contact, note: '', reason: '' })
  const [elsewhere, setElsewhere] = useState(false)
  const [address, setAddress] = useState({ name: '', street: '', postcode: '', city: '' })
  const added = useAddedToNew('delivery')
  const plan = useMove({
    run: () =>
      api.post<{ id: string }>(`/orders/${order.id}/deliveries`, {
        ...{ lines: going, plannedOn: typed.plannedOn, note: typed.note },
        ...(typed.contact ? { contact: typed.contact } : {}),
        ...(typed.reason ? { reason: typed.reason } : {}),
        ...(elsewhere ? { address } : {}),
        ...added.body(),
      }),
    done: said.planned,
    then: ({ id }) => {
      onClose()
      navigate({ to: to.delivery(id) })
    },
  })
  const isAbove = going.some(({ line, quantity: some }) => some > left(line))
  const errorOf = (field: string) => (plan.fault?.field === field ? plan.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    plan.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.deliver} size="lg" closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {order.lines.map(({ id, text, unit }, n) => (
            <Group key={id} justify="space-between" wrap="nowrap" gap="sm">
              <div style={{ minWidth: 0 }}>
                <Text size="sm">{text}</Text>
                <Text size="xs" c="dimmed" className="figures">
                  {said.toGo(`${quantity(left(id))} ${unit}`)}
                </Text>
              </div>
              <div style={{ flex: '0 0 7rem' }}>
                <NumberCell
                  label={text}
                  showLabel={false}
                  parts={1000}
                  decimals={3}
                  suffix={unit && ` ${unit}`}
                  value={going[n]?.quantity ?? 0}
                  error={errorOf(`lines.${n}.quantity`)}
                  onChange={(some) => setGoing(going.map((one, at) => (at === n ? { ...one, quantity: some } : one)))}
                />
              </div>
            </Group>
          ))}
          {errorOf('lines') && (
            <Text size="sm" c="red" role="alert">
              {errorOf('lines')}
            </Text>
          )}
          {(isAbove || errorOf('reason')) && (
            <TextInput
              label={said.aboveReason}
              required
              value={typed.reason}
              error={errorOf('reason')}
              onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
            />
          )}
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={said.plannedOn}
              required
              value={typed.plannedOn}
              error={errorOf('plannedOn')}
              onChange={(event) => setTyped({ ...typed, plannedOn: event.currentTarget.value })}
            />
            {order.company && (
              <ContactChoice
                company={order.company}
                named={order}
                label={said.takesIn}
                value={typed.contact}
                onChange={(contact) => setTyped({ ...typed, contact })}
              />
            )}
          </Group>
          <Checkbox
            label={said.otherAddress}
            checked={elsewhere}
            onChange={(event) => setElsewhere(event.currentTarget.checked)}
          />
          {elsewhere && <AddressFields value={address} onChange={setAddress} fault={plan.fault} field="address" />}
          <Textarea
            label={said.note}
            autosize
            minRows={2}
            maxLength={2000}
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
          />
          {added.inputs(plan.error)}
          <FormFoot label={said.deliver} busy={plan.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
