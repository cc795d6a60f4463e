import { Button, Chip, Group, Stack, Text } from '@mantine/core'
import { IconCalendarPlus, IconCheckbox, IconNote, IconTimeline } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { useSpeech } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { ActivityForm } from './ActivityForm.tsx'
import type { Party, TimelineItem } from './contract.ts'
import { NoteForm } from './NoteForm.tsx'
import { timelineQuery } from './queries.ts'
import { TaskForm } from './TaskForm.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import { useKinds } from './texts.kinds.ts'
import { useWorkTexts } from './texts.ts'
import './work.css'

const OpenItem = lazy(async () => ({ default: (await import('./OpenItem.tsx')).OpenItem }))

type Form = 'note' | 'activity' | 'task'

/** Everything that happened with a company or a person, or what hangs on one deal, down to the first day, and writing the next thing. */
export function Timeline({ party }: { party: Party }) {
  const said = useWorkTexts()
  const [kinds, setKinds] = useState<string[]>([])
  const [form, setForm] = useState<Form | null>(null)
  const timeline = useInfiniteQuery(timelineQuery(party, kinds))
  const known = useOffered(party, timeline.data?.pages[0]?.kinds ?? [])
  const mayAdd = timeline.data?.pages[0]?.mayAdd ?? false
  const close = () => setForm(null)
  return (
    <Sheet title={said.timeline} actions={mayAdd && <Composer isOfDeal={Boolean(party.subject)} onOpen={setForm} />}>
      <Filter known={known} kinds={kinds} onChange={setKinds} />
      <Asked query={timeline}>
        {({ pages }) => {
          const items = pages.flatMap(({ items }) => items)
          if (items.length === 0 && kinds.length > 0)
            return (
              <Text size="sm" c="dimmed" py="md">
                {said.nothingOfKind}
              </Text>
            )
          if (items.length === 0)
            return (
              <Empty icon={<IconTimeline size={26} />} title={said.nothingYet}>
                {party.subject ? said.nothingOfDealText : said.nothingYetText}
              </Empty>
            )
          return <Months items={items} party={party} />
        }}
      </Asked>
      <MoreRows
        hasMore={timeline.hasNextPage}
        isFetching={timeline.isFetchingNextPage}
        more={() => void timeline.fetchNextPage()}
      />
      {form === 'note' && <NoteForm party={party} onClose={close} />}
      {form === 'activity' && <ActivityForm party={party} onClose={close} />}
      {form === 'task' && <TaskForm party={party} onClose={close} />}
      <Named party={party} />
    </Sheet>
  )
}

/** The note or the activity that the address names, as ⌘K does. */
function Named({ party }: { party: Party }) {
  const navigate = useNavigate()
  const { note, activity } = useSearch({ strict: false }) as { note?: string; activity?: string }
  const id = note ?? activity
  const close = () =>
    navigate({
      to: '.',
      search: (now: object) => ({ ...now, note: undefined, activity: undefined }),
      replace: true,
    } as never)
  return id ? (
    <Suspense>
      <OpenItem part={note ? 'note' : 'activity'} id={id} party={party} onClose={() => void close()} />
    </Suspense>
  ) : null
}

function Composer({ isOfDeal, onOpen }: { isOfDeal: boolean; onOpen: (form: Form) => void }) {
  const said = useWorkTexts()
  const ways = [
    ['note', said.addNote, IconNote],
    ['activity', said.addActivity, IconCalendarPlus],
    // A deal's tasks stand beside its timeline, with a button of their own.
    ...(isOfDeal ? [] : [['task', said.addTask, IconCheckbox] as const]),
  ] as const
  return (
    <Group gap={6}>
      {ways.map(([form, label, Icon]) => (
        <WriteButton
          key={form}
          size="compact-sm"
          variant="light"
          leftSection={<Icon size={15} aria-hidden />}
          onClick={() => onOpen(form)}
        >
          {label}
        </WriteButton>
      ))}
    </Group>
  )
}

function Filter({ known, kinds, onChange }: { known: string[]; kinds: string[]; onChange: (kinds: string[]) => void }) {
  const said = useWorkTexts()
  const { parts } = useKinds()
  if (known.length < 2) return null
  return (
    <fieldset className="timeline-filter" aria-label={said.kind}>
      <Button
        size="compact-xs"
        radius="xl"
        variant={kinds.length === 0 ? 'light' : 'subtle'}
        color="gray"
        aria-pressed={kinds.length === 0}
        onClick={() => onChange([])}
      >
        {said.all}
      </Button>
      <Chip.Group multiple value={kinds} onChange={onChange}>
        {known.map((kind) => (
          <Chip key={kind} value={kind} size="xs" variant="light">
            {parts[kind] ?? kind}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  )
}

/** What one may narrow to: where everything is in sight, only what is there. */
function useOffered(party: Party, known: string[]) {
  const whole = useInfiniteQuery({ ...timelineQuery(party, []), enabled: false })
  if (!whole.data || whole.hasNextPage) return known
  const there = new Set(whole.data.pages.flatMap(({ items }) => items.map(({ part }) => part)))
  return known.filter((kind) => there.has(kind))
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

function Months({ items, party }: { items: readonly TimelineItem[]; party: Party }) {
  const said = useWorkTexts()
  const { language } = useSpeech()
  const month = new Intl.DateTimeFormat(locales[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Helsinki',
  })
  const now = Date.now()
  const groups = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const heading = Date.parse(item.at) > now ? said.upcoming : month.format(new Date(item.at))
    groups.set(heading, [...(groups.get(heading) ?? []), item])
  }
  return (
    <Stack gap="md" className="timeline">
      {[...groups].map(([heading, rows]) => (
        <section key={heading} aria-label={heading}>
          <h3 className="timeline-month">{heading}</h3>
          <ol>
            {rows.map((item) => (
              <TimelineRow key={`${item.part}-${item.kind}-${item.id}-${item.at}`} item={item} party={party} />
            ))}
          </ol>
        </section>
      ))}
    </Stack>
  )
}
