import { useQuery } from '@tanstack/react-query'
import { meQuery } from './queries.ts'
import { useAccessTexts } from './texts.ts'

/** S10.3: why this person may not change the statement; null for those who keep it. The server refuses all the same. */
export function useKeeperReason(): string | null {
  const access = useAccessTexts()
  const me = useQuery(meQuery).data
  return me?.duties.some(({ id }) => id === 'admin') ? null : access.keeperOnly
}
