import { Anchor, Checkbox, Group, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { Due } from './contract.ts'
import { dueQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

/** A round of reminders: what each would ask for is seen before any is written down. */
export function RemindersScreen() {
  const said = useInvoiceTexts()
  const due = useQuery(dueQuery())
  return (
    <>
      <PageHead title={said.remind} under={said.remindUnder} crumbs={[{ to: to.invoices(), label: said.invoices }]} />
      <Asked query={due}>
        {(known) =>
          known.items.length === 0 ? (
            <Empty icon={<IconChecks size={26} />} title={said.noReminders}>
              {known.waiting > 0 && said.waits(known.waiting)}
            </Empty>
          ) : (
            <Round key={known.items.map(({ id }) => id).join()} due={known} />
          )
        }
      </Asked>
    </>
  )
}

function Round({ due: { items, waiting } }: { due: Due }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(items.map(({ id }) => id)))
  const send = useMove({
    run: () => api.post('/invoices/reminders', { invoices: [...chosen] }),
    done: said.reminded,
    fields: false,
  })
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <Sheet maw={900}>
      <Checkbox
        label={said.chooseAll}
        mb="md"
        checked={chosen.size === items.length}
        indeterminate={chosen.size > 0 && chosen.size < items.length}
        onChange={(event) => setChosen(new Set(event.currentTarget.checked ? items.map(({ id }) => id) : []))}
      />
      <div className="plain-rows">
        {items.map((one) => (
          <Group key={one.id} gap="sm" align="flex-start" wrap="nowrap">
            <Checkbox
              mt={2}
              aria-label={`${one.number} ${one.name}`}
              checked={chosen.has(one.id)}
              onChange={(event) => choose(one.id, event.currentTarget.checked)}
            />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Anchor component={Link} to={to.invoice(one.id)} size="sm" fw={600}>
                {one.number} · {one.name}
              </Anchor>
              <Text size="xs" c="dimmed" className="figures">
                {[
                  said.round(one.round),
                  `${said.dueOn.toLowerCase()} ${day(one.invoiceDueOn)}`,
                  one.consumer && said.consumer,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Text size="xs" c="dimmed" className="figures">
                {`${money(one.late)} + ${said.fee.toLowerCase()} ${money(one.fee)} + ${said.interest.toLowerCase()} ${money(one.interest)}`}
              </Text>
            </div>
            <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
              {money(one.late + one.fee + one.interest)}
            </Text>
          </Group>
        ))}
      </div>
      <Group justify="space-between" mt="lg">
        <Text size="xs" c="dimmed">
          {waiting > 0 && said.waits(waiting)}
        </Text>
        <WriteButton disabled={chosen.size === 0} loading={send.isPending} onClick={() => send.mutate()}>
          {said.sendReminders(chosen.size)}
        </WriteButton>
      </Group>
    </Sheet>
  )
}
