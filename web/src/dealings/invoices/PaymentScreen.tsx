import { Anchor, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { Facts } from '../chain/Facts.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { PaymentSeen } from './contract.ts'
import { payablesQuery, paymentQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

type Payment = PaymentSeen & { parts: { id: string; number: string; name: string; cents: number; bears: string }[] }

export function PaymentScreen() {
  const { payment: id = '' } = useParams({ strict: false }) as { payment?: string }
  const payment = useQuery(paymentQuery(id))
  return <Asked query={payment}>{(one) => <PaymentCard payment={one} />}</Asked>
}

function PaymentCard({ payment }: { payment: Payment }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { id, revision, parts, leftCents } = payment
  const takeBack = useMove({
    run: () => api.post(`/payments/${id}/take-back`, { revision }),
    done: said.takenBack,
    fields: false,
  })
  return (
    <>
      <PageHead
        title={`${said.payment} ${money(payment.amountCents)}`}
        under={payment.payerName ?? said.ways[payment.way]}
        crumbs={[{ to: to.payments(), label: said.payments }]}
        actions={
          parts.length > 0 && (
            <WriteButton variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {said.takeBack}
            </WriteButton>
          )
        }
      />
      <div className="columns-2">
        <Stack gap="lg">
          {leftCents !== 0 && <Payables payment={payment} />}
          {parts.length > 0 && (
            <Sheet title={said.wentTo}>
              <div className="plain-rows">
                {parts.map((part) => (
                  <Group key={`${part.id} ${part.bears}`} justify="space-between" gap="sm" wrap="nowrap">
                    <div style={{ minWidth: 0 }}>
                      <Anchor component={Link} to={to.invoice(part.id)} size="sm" fw={600}>
                        {`${said.forInvoice} ${part.number}`}
                      </Anchor>
                      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                        {[part.name, part.bears === 'charge' && said.charge].filter(Boolean).join(' · ')}
                      </Text>
                    </div>
                    <Text size="sm" className="figures">
                      {money(part.cents)}
                    </Text>
                  </Group>
                ))}
              </div>
            </Sheet>
          )}
        </Stack>
        <Sheet title={said.facts}>
          <Facts
            facts={[
              [said.paidOn, day(payment.paidOn)],
              [said.amount, money(payment.amountCents)],
              [said.left, leftCents !== 0 && money(leftCents)],
              [said.reference, payment.reference],
              [said.message, payment.message],
            ]}
          />
        </Sheet>
      </div>
    </>
  )
}

function Payables({ payment: { id, revision } }: { payment: Payment }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words.trim(), 250)
  const payables = useQuery({ ...payablesQuery(id, asked), placeholderData: keepPreviousData })
  const give = useMove({
    run: (invoice: string) => api.post(`/payments/${id}/allocations`, { revision, to: [{ invoice }] }),
    done: said.given,
    fields: false,
  })
  return (
    <Sheet title={said.give}>
      <Stack gap="md">
        <TextInput label={said.search} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Asked query={payables}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {said.noPayables}
              </Text>
            ) : (
              <div className="plain-rows">
                {items.map((one) => (
                  <Group key={one.id} justify="space-between" gap="sm" wrap="nowrap">
                    <div style={{ minWidth: 0 }}>
                      <Anchor component={Link} to={to.invoice(one.id)} size="sm" fw={600}>
                        {one.number} · {one.name}
                      </Anchor>
                      <Text size="xs" c="dimmed" className="figures">
                        {`${said.open.toLowerCase()} ${money(one.openCents)} · ${said.dueOn.toLowerCase()} ${day(one.dueOn)}`}
                      </Text>
                    </div>
                    <WriteButton
                      size="compact-sm"
                      variant="light"
                      label={said.giveTo(one.number)}
                      loading={give.isPending && give.variables === one.id}
                      onClick={() => give.mutate(one.id)}
                    >
                      {said.give}
                    </WriteButton>
                  </Group>
                ))}
              </div>
            )
          }
        </Asked>
      </Stack>
    </Sheet>
  )
}
