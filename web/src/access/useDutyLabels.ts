import { useQuery } from '@tanstack/react-query'
import type { Words } from '../contract.ts'
import { matrixQuery, meQuery } from './queries.ts'

/** Every duty's name: the statement's, and those of one's own that keep the register itself. */
export function useDutyLabels(): Record<string, Words> {
  const matrix = useQuery({ ...matrixQuery, retry: false }).data
  const me = useQuery(meQuery).data
  return Object.fromEntries([...(me?.duties ?? []), ...(matrix?.duties ?? [])].map(({ id, label }) => [id, label]))
}
