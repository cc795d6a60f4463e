import { Refusal } from '#platform/refusal'

export const lostReasons = ['price', 'competitor', 'postponed', 'no-need', 'no-answer', 'not-for-us', 'other'] as const
export type LostReason = (typeof lostReasons)[number]

export const stageKinds = ['open', 'won', 'lost'] as const
export type StageKind = (typeof stageKinds)[number]

/** The value in cents as its probability lets expect it, rounded half up; nothing where nobody knows the value. */
export function weightedCents(valueCents: number | null, probability: number): number {
  return valueCents === null ? 0 : Math.floor((valueCents * probability + 50) / 100)
}

/** How probable a sale is: as somebody has said of this one, else as its stage says. What is won or lost is certain. */
export function probabilityOf(said: number | null, stage: { probability: number; kind: StageKind }): number {
  return stage.kind === 'open' ? (said ?? stage.probability) : stage.probability
}

/** What moving to a stage makes of an opportunity. One that is lost says why (OPPORTUNITY_LOST_WHY). */
export function afterStage(kind: StageKind, lost: { reason?: LostReason | null; note?: string | null }, today: string) {
  if (kind === 'lost' && !lost.reason)
    throw new Refusal('OPPORTUNITY_LOST_WHY', 422, { clause: 'S5.9', field: 'lostReason' })
  return {
    state: kind,
    closed_on: kind === 'open' ? null : today,
    lost_reason: kind === 'lost' ? (lost.reason ?? null) : null,
    lost_note: kind === 'lost' ? (lost.note ?? null) : null,
  }
}
