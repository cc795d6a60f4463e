import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useGroupCompanies } from '../register/useGroupCompanies.ts'
import { useSay } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Party, TimelineItem } from './contract.ts'
import { addressOf, iconOf } from './kinds.ts'
import { useKinds } from './texts.kinds.ts'

const OpenItem = lazy(async () => ({ default: (await import('./OpenItem.tsx')).OpenItem }))
const opensHere = ['note', 'activity']

/** One thing that happened: what, when, by whom; its own screen or its form is a click away. */
export function TimelineRow({ item, party }: { item: TimelineItem; party: Party }) {
  const { part, kind, title, state, byName, person, at, id } = item
  const { rows, states } = useKinds()
  const { instant } = useFormat()
  const [isOpen, setOpen] = useState(false)
  const Icon = iconOf(part, kind)
  const heading = rows[`${part}:${kind}`] ?? rows[`${part}:${kind.replace(/-.*$/, '')}`] ?? rows[part] ?? kind
  const stateSaid = state ? (states[`${part}:${state}`] ?? states[state]) : undefined
  const path = addressOf(part, id)
  return (
    <li className="timeline-row" data-part={part}>
      <span className="timeline-mark" aria-hidden>
        <Icon size={16} stroke={1.7} />
      </span>
      <div style={{ minWidth: 0 }}>
        <div className="timeline-head">
          {path ? (
            <Anchor component={Link} to={path} size="sm" fw={600} c="inherit">
              {heading}
            </Anchor>
          ) : opensHere.includes(part) ? (
            <button type="button" className="timeline-open" onClick={() => setOpen(true)}>
              {heading}
            </button>
          ) : (
            <Text component="span" size="sm" fw={600}>
              {heading}
            </Text>
          )}
          {stateSaid && <StateBadge said={stateSaid} tone={toneOf(state)} />}
          <Text component="span" size="xs" c="dimmed" className="figures">
            {instant(at)}
            {byName && ` · ${byName}`}
          </Text>
          {person && (
            <Anchor component={Link} to={to.person(person.id)} size="xs">
              {person.name}
            </Anchor>
          )}
        </div>
        {title && <Words part={part} title={title} />}
      </div>
      {isOpen && (
        <Suspense>
          <OpenItem part={part} id={id} party={party} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </li>
  )
}

function Words({ part, title }: { part: string; title: string }) {
  const say = useSay()
  const companies = useGroupCompanies()
  const words = part === 'relationship' ? say(companies.find(({ id }) => id === title)?.name) || title : title
  return (
    <Text size="sm" className="timeline-words" lineClamp={part === 'note' ? 12 : 3}>
      {part === 'note' ? <Mentioning text={words} /> : words}
    </Text>
  )
}

function Mentioning({ text }: { text: string }) {
  return text.split(/(@\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?)/u).map((piece, nth) =>
    piece.startsWith('@') ? (
      <strong key={nth} className="mention">
        {piece}
      </strong>
    ) : (
      piece
    ),
  )
}

function toneOf(state: string | null) {
  if (['new', 'open', 'planned', 'queued', 'assigned', 'sent', 'issued'].includes(state ?? '')) return 'wait'
  if (['done', 'delivered', 'accepted', 'won', 'paid', 'given'].includes(state ?? '')) return 'good'
  if (['failed', 'lost', 'declined', 'collection', 'bounced'].includes(state ?? '')) return 'bad'
  return 'calm'
}
