import { useState } from 'react'
import { Problem } from '../../api.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { refreshedByChain } from './queries.ts'

export type Fault = { field: string; said: string } | null

/** The field and the words of a refusal that a form shows itself. */
export function faultOf(fault: unknown): Fault {
  return fault instanceof Problem && fault.detail.field ? { field: fault.detail.field, said: fault.message } : null
}

/** A deed on a document: what it refreshes, and which field a refusal was about. */
export function useMove<Said = void, Answer = unknown>({
  run,
  done,
  then,
  binned,
  fields = true,
}: {
  run: (said: Said) => Promise<Answer>
  done: string | ((said: Said) => string)
  then?: (answer: Answer) => void
  /** What it put into the bin, as `useDeed` says it. */
  binned?: string
  /** False where no form shows the field: the refusal is then told like any other. */
  fields?: boolean
}) {
  const [fault, setFault] = useState<Fault>(null)
  const deed = useDeed<Said, Answer>({
    run: (said) => {
      setFault(null)
      return run(said)
    },
    done,
    refreshes: refreshedByChain,
    ...(then ? { then } : {}),
    ...(binned ? { binned } : {}),
    quiet: (refused) => {
      const field = fields ? faultOf(refused) : null
      setFault(field)
      return field !== null
    },
  })
  return { ...deed, fault, forget: () => setFault(null) }
}
