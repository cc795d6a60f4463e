import { Anchor, Group, Select, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { Account } from './contract.ts'
import { useAccountTexts } from './texts.ts'

/** What was paid too much or is not allocated, and where it may be used. */
export function CreditsPart({ account: { items, payments, mayWrite } }: { account: Account }) {
  const said = useAccountTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const [over, open] = [items.filter((one) => one.openCents < 0), items.filter((one) => one.openCents > 0)]
  const use = useMove<{ from: string; to: string }, { movedCents: number }>({
    run: ({ from, to: target }) => api.post(`/invoices/${from}/credit-use`, { to: target }),
    done: ({ to: target }) => said.used(open.find(({ id }) => id === target)?.number ?? ''),
    fields: false,
  })
  return (
    <>
      {over.length > 0 && (
        <Sheet title={said.credits}>
          <Text size="sm" c="dimmed" mb="xs">
            {said.creditsUnder}
          </Text>
          <div className="plain-rows">
            {over.map(({ id, number, openCents }) => (
              <Group key={id} justify="space-between" gap="sm">
                <Anchor component={Link} to={to.invoice(id)} size="sm" fw={600}>
                  {number}
                </Anchor>
                <Group gap="sm">
                  {mayWrite && open.length > 0 && (
                    <Select
                      size="xs"
                      w={210}
                      aria-label={`${number}: ${said.useFor}`}
                      placeholder={said.useFor}
                      disabled={use.isPending}
                      data={open.map((one) => ({ value: one.id, label: `${one.number} · ${money(one.openCents)}` }))}
                      value={null}
                      onChange={(target) => target && use.mutate({ from: id, to: target })}
                    />
                  )}
                  <Text size="sm" fw={600} className="figures">
                    {money(openCents)}
                  </Text>
                </Group>
              </Group>
            ))}
          </div>
        </Sheet>
      )}
      {payments.length > 0 && (
        <Sheet title={said.left}>
          <div className="plain-rows">
            {payments.map(({ id, paidOn, payerName, leftCents }) => (
              <Group key={id} justify="space-between" gap="sm" wrap="nowrap">
                <Anchor component={Link} to={to.payment(id)} size="sm">
                  {[day(paidOn), payerName ?? said.payment].join(' · ')}
                </Anchor>
                <Text size="sm" fw={600} className="figures">
                  {money(leftCents)}
                </Text>
              </Group>
            ))}
          </div>
        </Sheet>
      )}
    </>
  )
}
