import type { Words } from '../contract.ts'
import { capital, useSay } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Clause } from './Clause.tsx'

interface Thing {
  id?: string
  label?: Words
  saidIn?: string | string[]
}

/** Things that the statement names, each with the clause that names it. */
export function SaidList({ title, things }: { title: string; things: Thing[] | undefined }) {
  const say = useSay()
  if (!things || things.length === 0) return null
  return (
    <Sheet title={title}>
      <ul className="duty-fields">
        {things.map(({ id, label, saidIn }) => (
          <li key={id}>
            <span style={{ flex: 1, fontSize: 'var(--mantine-font-size-sm)' }}>{capital(say(label) || id || '')}</span>
            <Clause id={[saidIn].flat()[0]} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
