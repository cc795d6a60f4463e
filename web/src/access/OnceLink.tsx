import { useTexts } from '../texts/index.tsx'
import { ShownOnce } from './ShownOnce.tsx'

/** A link that is shown once and never again. */
export function OnceLink({ link, onDone }: { link: string; onDone: () => void }) {
  const { access } = useTexts()
  return (
    <ShownOnce secret={link} label={access.inviteLink} onDone={onDone}>
      {access.inviteOnce}
    </ShownOnce>
  )
}
