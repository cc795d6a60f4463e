import { AppShell } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { groupsOfPlaces, isFor, type Place } from './places.ts'
import { Seal } from './Seal.tsx'

export function Nav({ me }: { me: Me }) {
  const { shell } = useTexts()
  return (
    <>
      <AppShell.Section grow style={{ overflowY: 'auto' }}>
        {(['daily', 'rights', 'house'] as const).map((group) => (
          <Places
            key={group}
            heading={shell[group]}
            places={groupsOfPlaces[group].filter((place) => isFor(place, me.duties))}
          />
        ))}
      </AppShell.Section>
      <AppShell.Section>
        <Seal me={me} />
      </AppShell.Section>
    </>
  )
}

function Places({ heading, places }: { heading: string; places: readonly Place[] }) {
  const { shell } = useTexts()
  if (places.length === 0) return null
  return (
    <>
      <p className="nav-heading">{heading}</p>
      {places.map(({ name, path, Icon }) => (
        <Link key={name} to={path} className="nav-place">
          <Icon size={19} stroke={1.7} aria-hidden />
          {shell.places[name]}
        </Link>
      ))}
    </>
  )
}
