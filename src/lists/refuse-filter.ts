import { Refusal } from '#platform/refusal'

/** The name of the column is said, its value never. */
export function refuseFilter(field: string): never {
  throw new Refusal('FILTER_NOT_VALID', 422, { field })
}
