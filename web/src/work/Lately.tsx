import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Sheet } from '../ui/Sheet.tsx'
import { useLately } from './found.ts'
import { iconOf } from './kinds.ts'
import { useKinds } from './texts.kinds.ts'
import { useWorkTexts } from './texts.ts'

export const mostLately = 6

/** What one opened last, on my day. */
export function Lately() {
  const said = useWorkTexts()
  const { rows } = useKinds()
  const lately = useLately()
  return (
    <Sheet title={said.seenLately} flush>
      {lately.slice(0, mostLately).map(({ kind, sort, id, title, name, path }) => {
        const Icon = iconOf(kind, sort ?? '')
        const what = rows[`${kind}:${sort}`] ?? rows[kind]
        return (
          <Link key={`${kind}-${id}`} to={path} className="day-row lately-row">
            <Icon size={18} stroke={1.6} aria-hidden />
            <span style={{ minWidth: 0, flex: 1 }}>
              <Text component="span" size="sm" fw={600} display="block" truncate>
                {title || what}
              </Text>
              {name && (
                <Text component="span" size="sm" c="dimmed" display="block" truncate>
                  {name}
                </Text>
              )}
            </span>
            <Text component="span" size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {what}
            </Text>
          </Link>
        )
      })}
    </Sheet>
  )
}
