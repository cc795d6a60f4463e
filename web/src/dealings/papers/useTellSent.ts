import { tell, tellProblem } from '../../ui/toast.ts'
import type { PaperState } from './contract.ts'
import { usePaperTexts } from './texts.ts'

/** Tells how a sending ended: only what the mail server took is told as sent. */
export function useTellSent() {
  const said = usePaperTexts()
  return ({ state }: { state: PaperState }) => {
    if (state === 'sent') tell(said.sent)
    else if (state === 'failed' || state === 'unsure') tellProblem(said.toldState[state])
    else tell(said.toldState.queued)
  }
}
