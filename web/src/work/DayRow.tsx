import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMoney } from '../dealings/useMoney.ts'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import type { DayItem } from './contract.ts'
import { addressOf } from './kinds.ts'
import { useKinds } from './texts.kinds.ts'

/** One thing that waits. Where it has no screen of its own, the card of whom it is about is opened. */
export function DayRow({ kind, item }: { kind: string; item: DayItem }) {
  const { day } = useFormat()
  const { states } = useKinds()
  const money = useMoney()
  const { person, company, title, state, id } = item
  const path =
    (kind === 'notice' ? null : addressOf(kind, id)) ??
    (company ? to.company(company.id) : person ? to.person(person.id) : null)
  const name = company?.name ?? person?.name
  const waits = item.cents == null ? null : money(item.cents, 'EUR')
  // A payer who is nobody's name here yet is the name of the row; the same name twice says nothing.
  const words = kind === 'notice' ? null : [title === name ? null : title, waits].filter(Boolean).join(' · ')
  const shown = (
    <>
      <span style={{ minWidth: 0 }}>
        <Text component="span" size="sm" fw={600} display="block" lineClamp={1}>
          {name ?? words}
        </Text>
        {name && words && (
          <Text component="span" size="sm" c="dimmed" display="block" lineClamp={1}>
            {words}
          </Text>
        )}
      </span>
      <Text component="span" size="xs" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
        {[day(item.day), state && states[`${kind}:${state}`]].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
  return path ? (
    <Link to={path} className="day-row">
      {shown}
    </Link>
  ) : (
    <div className="day-row">{shown}</div>
  )
}
