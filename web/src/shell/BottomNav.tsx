import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { dailyPlaces, housePlaces } from './places.ts'

export function BottomNav() {
  const { shell } = useTexts()
  return (
    <nav className="bottom-nav" aria-label={shell.quick}>
      {[...dailyPlaces, housePlaces[0]]
        .filter(({ name }) => name !== 'notices')
        .map(({ name, path, Icon }) => (
          <Link key={name} to={path}>
            <Icon size={22} stroke={1.6} aria-hidden />
            {shell.places[name]}
          </Link>
        ))}
    </nav>
  )
}
