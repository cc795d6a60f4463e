import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconBuilding, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Found } from '../register/contract.ts'
import { searchQuery } from '../register/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { type OpenableRecord, useLately, useRecords } from '../work/found.ts'
import { iconOf as iconOfKind } from '../work/kinds.ts'
import { useKinds } from '../work/texts.kinds.ts'
import { useCommands } from './commands.ts'
import { useFinderTexts } from './finder.texts.ts'

const mostLately = 8

/** ⌘K: whatever is in the register, and every place to go. */
export function Finder() {
  const { shell, register } = useTexts()
  const said = useFinderTexts()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 120)
  const found = useQuery(searchQuery(asked))
  const commands = useCommands().filter(({ label }) =>
    label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  )
  const hits = asked.length < 2 ? [] : (found.data ?? [])
  const { records, isFetching } = useRecords(asked)
  const isNumber = /\d/.test(asked)
  const things = <Records records={records} />
  useFirstSelected([...hits, ...records].map(({ id }) => id).join())

  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      scrollable
      maxHeight={460}
      // Fixed above, so that the field stays where it is while what is found grows and shrinks beneath it.
      centered={false}
      yOffset="min(12dvh, 96px)"
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.35, blur: 1 }}
      attributes={{ content: { 'aria-label': shell.search } }}
    >
      <Spotlight.Search
        placeholder={said.hint}
        aria-label={shell.search}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {typed.trim() === '' && <LatelyRows />}
        {isNumber && things}
        {hits.length > 0 && (
          <Spotlight.ActionsGroup label={shell.searchFound}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={`${hit.kind}-${hit.id}`}
                label={hit.title ?? ''}
                leftSection={iconOf(hit)}
                description={[shell.kinds[hit.kind], hit.subtitle, hit.closed && register.states.ended]
                  .filter(Boolean)
                  .join(' · ')}
                onClick={() => navigate({ to: addressOf(hit) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {!isNumber && things}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={shell.commands}>
            {commands.map(({ label, path, Icon }) => (
              <Spotlight.Action
                key={label}
                label={label}
                leftSection={<Icon size={19} stroke={1.6} aria-hidden />}
                onClick={() => navigate({ to: path })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {hits.length + commands.length + records.length === 0 && (
          <Spotlight.Empty role="status">
            {found.isFetching || isFetching
              ? shell.searching
              : found.isError
                ? shell.searchFailed
                : asked.length < 2
                  ? shell.searchShort
                  : shell.searchNothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function addressOf({ kind, id }: Pick<Found, 'kind' | 'id'>) {
  return kind === 'person' ? to.person(id) : to.company(id)
}

function iconOf({ kind }: Pick<Found, 'kind'>) {
  const Icon = kind === 'person' ? IconUser : IconBuilding
  return <Icon size={19} stroke={1.6} aria-hidden />
}

/** What one opened last; asked when the finder is opened. */
function LatelyRows() {
  const { shell } = useTexts()
  const lately = useLately()
  return lately.length > 0 ? (
    <Spotlight.ActionsGroup label={shell.seenLately}>
      {lately.slice(0, mostLately).map((record) => (
        <RecordRow key={`${record.kind}-${record.id}`} record={record} isNamed />
      ))}
    </Spotlight.ActionsGroup>
  ) : null
}

/** What was found, kind by kind. */
function Records({ records }: { records: readonly OpenableRecord[] }) {
  const { parts } = useKinds()
  return [...new Set(records.map(({ kind }) => kind))].map((kind) => (
    <Spotlight.ActionsGroup key={kind} label={parts[kind] ?? kind}>
      {records
        .filter((record) => record.kind === kind)
        .map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
    </Spotlight.ActionsGroup>
  ))
}

function RecordRow({
  record: { kind, sort, title, name, state, path },
  isNamed = false,
}: {
  record: OpenableRecord
  /** Says what kind it is, where nothing above it does. */
  isNamed?: boolean
}) {
  const { rows, states } = useKinds()
  const navigate = useNavigate()
  const Icon = iconOfKind(kind, sort ?? '')
  const what = rows[`${kind}:${sort}`] ?? (isNamed || !title ? rows[kind] : undefined)
  const stateSaid = state ? (states[`${kind}:${state}`] ?? states[state]) : undefined
  return (
    <Spotlight.Action
      label={title || what || ''}
      leftSection={<Icon size={19} stroke={1.6} aria-hidden />}
      description={[title && what, name, stateSaid].filter(Boolean).join(' · ')}
      onClick={() => navigate({ to: path })}
    />
  )
}

// What was found comes after the typing that chose a first row: Enter opens what then stands first.
function useFirstSelected(found: string) {
  useEffect(() => {
    if (!found) return
    const rows = document.querySelector('.mantine-Spotlight-actionsList')
    rows?.querySelector('[data-selected]')?.removeAttribute('data-selected')
    rows?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  }, [found])
}
