import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { RightsRequest } from './contract.ts'

/** One step of a request: a noun created below it, with the revision that was read. */
export function useStep(
  { id, revision }: Pick<RightsRequest, 'id' | 'revision'>,
  noun: string,
  done: string,
  then?: () => void,
) {
  return useDeed<object, RightsRequest>({
    run: (body) => api.post<RightsRequest>(`/requests/${id}/${noun}`, body, revision),
    done,
    refreshes: [['requests']],
    ...(then ? { then } : {}),
  })
}
