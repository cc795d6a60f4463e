export const resolutions = ['repaired', 'replaced', 'credited', 'price-cut', 'explained', 'refused'] as const
/** What came of a complaint. */
export type Resolution = (typeof resolutions)[number]

export type ComplaintState = 'open' | 'working' | 'closed'

/** Open until somebody takes it to work on, and closed with what came of it. */
export function stateOfComplaint(row: { takenOn: string | null; closedOn: string | null }): ComplaintState {
  if (row.closedOn) return 'closed'
  return row.takenOn ? 'working' : 'open'
}
