import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { clockOf, type NoticeWay, stateAfter } from './notice.ts'
import type { Provenance } from './source.ts'
import type { RegisterTables } from './tables.ts'

export interface NoticeGiven {
  way: NoticeWay
  language: Language
}

// Art. 13 and 14 GDPR: whoever comes into the register is told, and when they were told is kept.
/** Queues the notice that a person's data call for, or keeps that it was given as the data were obtained. */
export async function queueNotice(act: Act<RegisterTables>, personId: string, from: Provenance, given?: NoticeGiven) {
  const id = newId(act.at.getTime())
  const clock = clockOf(from.source, from.obtainedAt)
  const state = given ? stateAfter(given.way, true) : clock ? 'queued' : 'not-needed'
  const statement_version = Number(act.under)

  await act.db
    .insertInto('register.notice')
    .values({
      id,
      person_id: personId,
      article: from.source.notice === 'art14' ? '14' : '13',
      state,
      source: from.source.id,
      obtained_at: from.obtainedAt,
      target_on: clock?.targetOn ?? null,
      due_on: clock?.dueOn ?? null,
      statement_version,
      exempt_reason: null,
      settled_at: state === 'delivered' ? act.at : null,
    })
    .execute()
  if (given) {
    const outcome = state === 'delivered' ? 'delivered' : 'waiting'
    const row = {
      id: newId(act.at.getTime()),
      notice_id: id,
      person_id: personId,
      statement_version,
      by: act.by,
      at: act.at,
    }
    await act.db
      .insertInto('register.notice_delivery')
      .values({ ...row, ...given, outcome })
      .execute()
  }
  await act.record({
    what: given ? 'notice.given' : clock ? 'notice.queued' : 'notice.kept',
    about: personId,
    detail: { source: from.source.id, due: clock?.dueOn ?? null, ...(given ? { way: given.way } : {}) },
  })
}
