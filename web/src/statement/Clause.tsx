import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'

/** A clause of the statement, named wherever it decides something. It opens the public text at that clause. */
export function Clause({ id }: { id: string | undefined | null }) {
  const { ui } = useTexts()
  if (!id) return null
  return (
    <a
      className="clause"
      href={to.publicStatement(id)}
      target="_blank"
      rel="noreferrer"
      title={ui.clauseOpen(id)}
      aria-label={`${ui.clauseOpen(id)} (${ui.opensNewTab})`}
    >
      {id}
    </a>
  )
}
