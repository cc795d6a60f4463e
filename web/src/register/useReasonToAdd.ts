import { useQuery } from '@tanstack/react-query'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import type { Subject } from './contract.ts'
import { fieldsQuery } from './queries.ts'

/** Why this duty may not add a company or a person: whoever may write the name may add. */
export function useReasonToAdd(subject: Subject): string | null {
  const texts = useTexts()
  const fields = useQuery(fieldsQuery(subject)).data
  return reasonOf(fields?.find(({ id }) => id.endsWith('.name'))?.may?.write, texts)
}
