import { Stack, Text } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconPlus, IconSun } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { useMoney } from '../dealings/useMoney.ts'
import { useSpeech } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { DayItem, MyDay } from './contract.ts'
import { addressOf } from './kinds.ts'
import { Lately } from './Lately.tsx'
import { myDayQuery } from './queries.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskRows } from './TasksScreen.tsx'
import { useKinds } from './texts.kinds.ts'
import { useWorkTexts } from './texts.ts'
import './work.css'

const ToBillToday = lazy(async () => ({ default: (await import('../dealings/billing/ToBillToday.tsx')).ToBillToday }))

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** What waits for one today: the desk's start. */
export function MyDayScreen() {
  const said = useWorkTexts()
  const { language } = useSpeech()
  const me = useQuery(meQuery).data
  const day = useQuery(myDayQuery)
  const bills = me?.duties.some(({ id }) => id === 'billing') && me.writes.includes('com.invoicing')
  const [isAdding, adding] = useDisclosure(false)
  useHotkeys([['n', adding.open]])
  const today = new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <>
      <PageHead
        title={said.hello(me?.staff.name.split(' ')[0] ?? '')}
        under={
          <span className="capital">
            {today.format(day.data ? new Date(`${day.data.today}T12:00:00`) : new Date())}
          </span>
        }
        actions={
          day.data?.tasks && (
            <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
              {said.addTask}
            </WriteButton>
          )
        }
      />
      <Asked query={day}>{(found) => <Day day={found} />}</Asked>
      {bills && (
        <Suspense>
          <ToBillToday />
        </Suspense>
      )}
      <Lately />
      {isAdding && <TaskForm onClose={adding.close} />}
    </>
  )
}

function Day({ day: { tasks, parts } }: { day: MyDay }) {
  const said = useWorkTexts()
  const { parts: kinds } = useKinds()
  const full = parts.filter(({ items }) => items.length > 0)
  if ((tasks ?? []).length === 0 && full.length === 0)
    return (
      <Empty icon={<IconSun size={26} />} title={said.dayClear}>
        {said.dayClearText}
      </Empty>
    )
  return (
    <div className="day-grid">
      {tasks && tasks.length > 0 && (
        <Sheet title={said.dayTasks} flush>
          <TaskRows tasks={tasks} isMine />
        </Sheet>
      )}
      {full.map(({ kind, items }) => (
        <Sheet key={kind} title={said.dayParts[kind] ?? kinds[kind] ?? kind} flush>
          <Stack gap={0}>
            {items.map((item) => (
              <DayRow key={item.id} kind={kind} item={item} />
            ))}
          </Stack>
        </Sheet>
      ))}
    </div>
  )
}

// Where a thing has no screen of its own, the card of whom it is about is opened.
function DayRow({ kind, item }: { kind: string; item: DayItem }) {
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
