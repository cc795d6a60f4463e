import { ShownOnce } from './ShownOnce.tsx'
import { useAccessTexts } from './texts.ts'

/** A link that is shown once and never again. */
export function OnceLink({ link, onDone }: { link: string; onDone: () => void }) {
  const access = useAccessTexts()
  return (
    <ShownOnce secret={link} label={access.inviteLink} onDone={onDone}>
      {access.inviteOnce}
    </ShownOnce>
  )
}
