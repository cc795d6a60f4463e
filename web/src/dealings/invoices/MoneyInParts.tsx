import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { InvoiceSeen } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** Instalments, payments, credit notes and reminders of an invoice; what it has none of is not shown. */
export function MoneyInParts({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { instalments, payments, creditNotes, reminders } = invoice
  return (
    <>
      {instalments.length > 1 && (
        <Sheet title={said.dues}>
          <Rows>
            {instalments.map(({ dueOn, cents }) => (
              <Row key={dueOn} left={day(dueOn)} right={money(cents)} />
            ))}
          </Rows>
        </Sheet>
      )}
      {invoice.kind === 'invoice' && (
        <Sheet title={said.payments}>
          {payments.length === 0 ? (
            <Text size="sm" c="dimmed">
              {said.noPayments}
            </Text>
          ) : (
            <Rows>
              {payments.map(({ id, paidOn, way, payerName, bears, cents }) => (
                <Row
                  key={`${id} ${bears}`}
                  left={
                    <Anchor component={Link} to={to.payment(id)} inherit className="figures">
                      {day(paidOn)}
                    </Anchor>
                  }
                  under={[payerName ?? said.ways[way], bears === 'charge' && said.charge].filter(Boolean).join(' · ')}
                  right={money(cents)}
                />
              ))}
            </Rows>
          )}
        </Sheet>
      )}
      {creditNotes.length > 0 && (
        <Sheet title={said.creditNotes}>
          <Rows>
            {creditNotes.map(({ id, number, issuedOn, amountCents }) => (
              <Row
                key={id}
                left={
                  <Anchor component={Link} to={to.invoice(id)} inherit>
                    {number}
                  </Anchor>
                }
                under={day(issuedOn)}
                right={money(amountCents)}
              />
            ))}
          </Rows>
        </Sheet>
      )}
      {reminders.length > 0 && (
        <Sheet title={said.reminders}>
          <Rows>
            {reminders.map(({ id, round, remindedOn, dueOn, feeCents, interestCents }) => (
              <Row
                key={id}
                left={day(remindedOn)}
                under={said.reminderLine(round, money(feeCents), money(interestCents))}
                right={`${said.dueOn.toLowerCase()} ${day(dueOn)}`}
              />
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

function Rows({ children }: { children: ReactNode }) {
  return <div className="plain-rows">{children}</div>
}

function Row({ left, under, right }: { left: ReactNode; under?: string; right: string }) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Text component="div" size="sm" className="figures">
          {left}
        </Text>
        {under && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {under}
          </Text>
        )}
      </div>
      <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
        {right}
      </Text>
    </Group>
  )
}
