import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { placesOf } from './places.ts'

// The first four of these that one goes to are at the thumb; the rest are behind the fifth.
const quick = ['myDay', 'enquiries', 'companies', 'people', 'statement']

export function BottomNav({ me, onMore, isOpen }: { me: Me; onMore: () => void; isOpen: boolean }) {
  const { shell } = useTexts()
  const places = placesOf(me)
  const shown = quick.flatMap((name) => places.find((place) => place.name === name) ?? []).slice(0, 4)
  return (
    <nav className="bottom-nav" aria-label={shell.quick}>
      {shown.map(({ name, path, Icon }) => (
        <Link key={name} to={path}>
          <Icon size={22} stroke={1.6} aria-hidden />
          {shell.places[name]}
        </Link>
      ))}
      <button type="button" onClick={onMore} aria-expanded={isOpen}>
        <IconDots size={22} stroke={1.6} aria-hidden />
        {shell.more}
      </button>
    </nav>
  )
}
