import { Anchor, Checkbox, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { PaymentSeen } from '../invoices/contract.ts'
import { useInvoiceTexts } from '../invoices/texts.ts'
import { useFigures } from '../lines/useFigures.ts'
import { useAllocateTexts } from './texts.ts'
import '../rounds.css'

/** A payment that waits: what it is, the likeliest invoice with the reasons, and what giving it there would do. */
export function WaitingRow({
  payment,
  isChosen,
  onChoose,
  refused,
}: {
  payment: PaymentSeen
  isChosen: boolean
  onChoose: (on: boolean) => void
  refused: string | undefined
}) {
  const [said, words] = [useAllocateTexts(), useInvoiceTexts()]
  const { day } = useFormat()
  const { money } = useFigures()
  const { id, payerName, paidOn, reference, message, leftCents, amountCents, way, likely } = payment
  const name = payerName ?? words.ways[way]
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Checkbox
        mt={2}
        aria-label={likely ? said.giveTo(name, likely.number) : said.noneFor(name)}
        disabled={!likely}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className="round-row">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={to.payment(id)} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Anchor>
          <Text size="xs" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
            {[day(paidOn), reference, message].filter(Boolean).join(' · ')}
          </Text>
          {refused && (
            <Text size="xs" c="red">
              {refused}
            </Text>
          )}
        </div>
        <div className="round-way">
          {likely ? (
            <>
              <Anchor component={Link} to={to.invoice(likely.id)} size="sm">
                {likely.number} · {likely.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {likely.because.map((reason) => said.reasons[reason]).join(' · ')}
              </Text>
              <StateBadge
                said={
                  likely.left > 0
                    ? said.leaves(money(likely.left))
                    : likely.open > 0
                      ? said.part(money(likely.open))
                      : said.full
                }
                tone={likely.left > 0 || likely.open > 0 ? 'wait' : 'good'}
              />
            </>
          ) : (
            <Anchor component={Link} to={to.payment(id)} size="sm">
              {said.choose}
            </Anchor>
          )}
        </div>
        <div className="round-sum">
          <Text size="sm" fw={600} className="figures">
            {money(leftCents)}
          </Text>
          {leftCents !== amountCents && (
            <Text size="xs" c="dimmed" className="figures">
              / {money(amountCents)}
            </Text>
          )}
        </div>
      </div>
    </Group>
  )
}
