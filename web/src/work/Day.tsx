import { Anchor } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconSun } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { MyDay } from './contract.ts'
import { DayRow } from './DayRow.tsx'
import { useLately } from './found.ts'
import { inColumns } from './in-columns.ts'
import { Lately, mostLately } from './Lately.tsx'
import { TaskRows } from './TasksScreen.tsx'
import { useKinds } from './texts.kinds.ts'
import { useWorkTexts } from './texts.ts'

const ToBillToday = lazy(async () => ({ default: (await import('../dealings/billing/ToBillToday.tsx')).ToBillToday }))

const wholeOf: Partial<Record<string, string>> = {
  enquiry: to.enquiries(),
  invoice: to.reminders(),
  payment: to.allocate(),
}

/** What waits today, in sheets that fill the width: one under another on a phone, in columns of about one height at a desk. */
export function Day({ day: { tasks, parts }, bills }: { day: MyDay; bills: boolean }) {
  const said = useWorkTexts()
  const { parts: kinds } = useKinds()
  const lately = useLately()
  const wide = useMediaQuery('(min-width: 66em)', undefined, { getInitialValueInEffect: false })
  const vast = useMediaQuery('(min-width: 112em)', undefined, { getInitialValueInEffect: false })
  const full = parts.filter(({ items }) => items.length > 0)
  const isClear = (tasks ?? []).length === 0 && full.length === 0
  const clear = isClear && (
    <Empty icon={<IconSun size={26} />} title={said.dayClear}>
      {said.dayClearText}
    </Empty>
  )
  const sheet = (id: string, rows: number, shown: ReactNode) => ({ id, shown, height: rows + 1.5 })
  const sheets = [
    ...(bills
      ? [sheet('to-bill', 1, <Suspense>{<ToBillToday otherwise={clear} />}</Suspense>)]
      : clear
        ? [sheet('clear', 4, clear)]
        : []),
    ...(tasks && tasks.length > 0
      ? [
          sheet(
            'tasks',
            tasks.length,
            <Sheet title={said.dayTasks} flush>
              <TaskRows tasks={tasks} isMine />
            </Sheet>,
          ),
        ]
      : []),
    ...full.map(({ kind, items }) =>
      sheet(
        kind,
        // A name alone takes two thirds of what a name with words under it does.
        items.reduce((all, { title }) => all + (title && kind !== 'notice' ? 1 : 0.7), 0),
        <Sheet
          title={said.dayParts[kind] ?? kinds[kind] ?? kind}
          actions={
            wholeOf[kind] && (
              <Anchor component={Link} to={wholeOf[kind]} size="sm">
                {said.andMore}
              </Anchor>
            )
          }
          flush
        >
          {items.map((item) => (
            <DayRow key={item.id} kind={kind} item={item} />
          ))}
        </Sheet>,
      ),
    ),
    ...(lately.length > 0 ? [sheet('lately', Math.min(lately.length, mostLately), <Lately />)] : []),
  ]
  const count = isClear ? 1 : vast ? 3 : wide ? 2 : 1
  return (
    <div className="day-grid">
      {inColumns(sheets, Math.min(count, sheets.length)).map((column) => (
        <div key={column[0]?.id} className="day-column">
          {column.map(({ id, shown }) => (
            <div key={id}>{shown}</div>
          ))}
        </div>
      ))}
    </div>
  )
}
