import { AppShell } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { type GroupOfPlaces, groupsOfPlaces, isFor, type Place } from './places.ts'
import { foldedGroups, keepFolded } from './preferences.ts'
import { Seal } from './Seal.tsx'

const groups = ['work', 'sales', 'billing', 'people', 'rights', 'house'] as const

export function Nav({ me }: { me: Me }) {
  const { shell } = useTexts()
  const [folded, setFolded] = useState(foldedGroups)
  const fold = (group: GroupOfPlaces) => {
    const next = folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group]
    keepFolded(next)
    setFolded(next)
  }
  return (
    <>
      <AppShell.Section grow style={{ overflowY: 'auto', scrollbarWidth: 'thin' }}>
        {groups.map((group) => (
          <Places
            key={group}
            heading={shell[group]}
            places={groupsOfPlaces[group].filter((place) => isFor(place, me))}
            isFolded={folded.includes(group)}
            onFold={() => fold(group)}
          />
        ))}
      </AppShell.Section>
      <AppShell.Section>
        <Seal me={me} />
      </AppShell.Section>
    </>
  )
}

function Places({
  heading,
  places,
  isFolded,
  onFold,
}: {
  heading: string
  places: readonly Place[]
  isFolded: boolean
  onFold: () => void
}) {
  const { shell } = useTexts()
  const path = useRouterState({ select: (state) => state.location.pathname })
  if (places.length === 0) return null
  // Where one is, is never folded away.
  const shown = isFolded ? places.filter((place) => path === place.path || path.startsWith(`${place.path}/`)) : places
  return (
    <>
      <button type="button" className="nav-heading" aria-expanded={!isFolded} onClick={onFold}>
        {heading}
        <IconChevronRight size={13} aria-hidden />
      </button>
      {shown.map(({ name, path, Icon }) => (
        <Link key={name} to={path} className="nav-place">
          <Icon size={19} stroke={1.7} aria-hidden />
          {shell.places[name]}
        </Link>
      ))}
    </>
  )
}
