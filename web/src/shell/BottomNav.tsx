import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { groupsOfPlaces } from './places.ts'

const { daily, house } = groupsOfPlaces
const quick = [...daily.slice(0, 3), house[0]]

export function BottomNav() {
  const { shell } = useTexts()
  return (
    <nav className="bottom-nav" aria-label={shell.quick}>
      {quick.map(({ name, path, Icon }) => (
        <Link key={name} to={path}>
          <Icon size={22} stroke={1.6} aria-hidden />
          {shell.places[name]}
        </Link>
      ))}
    </nav>
  )
}
