import { dayInHelsinki } from '#platform/finnish-calendar'
import { referenceOf } from '#website'
import { extendedDue } from '../extend-request.ts'
import type { RequestRow } from '../move-request.ts'
import type { LetterKind } from '../tables.ts'
import { dayIn, type LetterFacts } from './letter.ts'

/** What a letter of this request says, as far as the request itself knows it. */
export function factsOf(held: RequestRow, kind: LetterKind, more: Partial<LetterFacts> = {}): LetterFacts {
  const { language, due_on } = held
  const dueOn = kind === 'extension' ? extendedDue(held).dueOn : due_on
  return {
    ...{ kind, language, request: held.kind, reference: referenceOf(held.id) },
    receivedOn: dayIn(language, dayInHelsinki(held.received_at)),
    dueOn: dayIn(language, dueOn),
    reason: kind === 'extension' ? held.extension_reason : held.refusal_ground,
    partly: held.outcome === 'partly',
    byLink: held.reply_way === 'email' || held.reply_way === 'my-page',
    ...more,
  }
}
