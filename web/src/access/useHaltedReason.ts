import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../texts/index.tsx'
import { meQuery } from './queries.ts'

/** S0.2: why nobody may write in the register now; null while it stands as published. */
export function useHaltedReason(): string | null {
  const { shell } = useTexts()
  return useQuery(meQuery).data?.readOnly ? shell.readOnlyReason : null
}
