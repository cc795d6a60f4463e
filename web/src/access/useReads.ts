import { useQuery } from '@tanstack/react-query'
import { caller } from '../api.ts'
import { matrixQuery, meQuery } from './queries.ts'

/** Whether the duty in use reads a field, by the matrix; false until it is known. */
export function useReads(field: string): boolean {
  const me = useQuery(meQuery).data
  const matrix = useQuery({ ...matrixQuery, enabled: Boolean(me?.statement), staleTime: 60_000 }).data
  const held = me?.duties.filter(({ id }) => !caller.duty || id === caller.duty) ?? []
  // As the server chooses: the first duty held that the statement gives a purpose.
  const duty = held.find(({ id }) => matrix?.duties.some((one) => one.id === id && one.purposes.length > 0))
  return Boolean(duty && matrix?.cells[field]?.[duty.id]?.read)
}
