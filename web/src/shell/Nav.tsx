import { AppShell } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { useReads } from '../access/useReads.ts'
import { useTexts } from '../texts/index.tsx'
import { dailyPlaces, housePlaces } from './places.ts'
import { Seal } from './Seal.tsx'

export function Nav({ me }: { me: Me }) {
  const { shell } = useTexts()
  const readsPeople = useReads('person.name')
  return (
    <>
      <AppShell.Section grow>
        <Places heading={shell.daily} places={dailyPlaces.filter(({ name }) => name !== 'notices' || readsPeople)} />
        <Places heading={shell.house} places={housePlaces} />
      </AppShell.Section>
      <AppShell.Section>
        <Seal me={me} />
      </AppShell.Section>
    </>
  )
}

type Place = (typeof dailyPlaces | typeof housePlaces)[number]

function Places({ heading, places }: { heading: string; places: readonly Place[] }) {
  const { shell } = useTexts()
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
