import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconBuilding, IconFileText, IconPlus, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery } from '../access/queries.ts'
import type { Found } from '../register/contract.ts'
import { searchQuery } from '../register/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useLately, useRecords } from '../work/found.ts'
import { useKinds } from '../work/texts.kinds.ts'
import { placesOf } from './places.ts'

/** ⌘K: whatever is in the register, and every place to go. */
export function Finder() {
  const { shell, register } = useTexts()
  const { rows: kinds } = useKinds()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 120)
  const found = useQuery(searchQuery(asked))
  const commands = useCommands().filter(({ label }) =>
    label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  )
  const hits = asked.length < 2 ? [] : (found.data ?? [])
  const records = useRecords(asked)
  const lately = useLately(asked === '')

  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      scrollable
      maxHeight={460}
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.35, blur: 1 }}
      attributes={{ content: { 'aria-label': shell.search } }}
    >
      <Spotlight.Search
        placeholder={shell.searchHint}
        aria-label={shell.search}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {lately.length > 0 && (
          <Spotlight.ActionsGroup label={shell.seenLately}>
            {lately.map((card) => (
              <Spotlight.Action
                key={card.id}
                label={card.name}
                leftSection={iconOf(card)}
                description={shell.kinds[card.kind] ?? ''}
                onClick={() => navigate({ to: addressOf(card) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {records.length > 0 && (
          <Spotlight.ActionsGroup label={shell.searchRecords}>
            {records.map((record) => (
              <Spotlight.Action
                key={record.id}
                label={[record.title, record.name].filter(Boolean).join(' · ')}
                leftSection={<IconFileText size={19} stroke={1.6} aria-hidden />}
                description={kinds[record.kind] ?? ''}
                onClick={() => navigate({ to: record.path })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
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
            {found.isFetching
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

function useCommands() {
  const { shell } = useTexts()
  const { data: me } = useQuery(meQuery)
  return [
    { label: shell.newCompany, path: to.newCompany(), Icon: IconPlus },
    { label: shell.newPerson, path: to.newPerson(), Icon: IconPlus },
    ...(me?.reads.includes('com.activities') ? [{ label: shell.newTask, path: to.newTask(), Icon: IconPlus }] : []),
    ...placesOf(me ?? { duties: [], reads: [] }).map(({ name, path }) => ({
      label: shell.goTo(shell.places[name]),
      path,
      Icon: IconArrowRight,
    })),
    { label: shell.goTo(shell.places.profile), path: to.profile(), Icon: IconArrowRight },
  ]
}

function addressOf({ kind, id }: Pick<Found, 'kind' | 'id'>) {
  return kind === 'person' ? to.person(id) : to.company(id)
}

function iconOf({ kind }: Pick<Found, 'kind'>) {
  const Icon = kind === 'person' ? IconUser : IconBuilding
  return <Icon size={19} stroke={1.6} aria-hidden />
}
