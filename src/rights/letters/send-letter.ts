import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { withoutIdentityCodes } from '#register'
import type { Statement } from '#statement'
import { answerRequest } from '../answer-request.ts'
import { refuseUnlessCarriedOut } from '../carry-out.ts'
import { extendRequest } from '../extend-request.ts'
import { changeRequest, lockedRequest, moveRequest, type RequestRow } from '../move-request.ts'
import type { ReplyWay } from '../request.ts'
import type { LetterKind, RightsTables } from '../tables.ts'
import { noteOnRequest } from '../timeline.ts'
import { faultOfLetter } from './letter.ts'

export interface NewLetter {
  requestId: string
  revision?: number
  kind: LetterKind
  subject: string
  body: string
  /** By default as the request asks. */
  way?: ReplyWay
}

/** Puts a letter of a request on its way: by mail it waits for the next round, on paper until somebody has posted it. */
export async function sendLetter<T extends RightsTables>(
  act: Act<T>,
  statement: Statement,
  said: NewLetter,
): Promise<string> {
  const held = await lockedRequest(act, { id: said.requestId, revision: said.revision })
  const body = said.body.trim()
  refuseUnlessWhole(statement, held, { ...said, body })
  if (said.kind === 'reply') refuseUnlessCarriedOut(held)
  const way = said.way ?? held.reply_way
  const id = newId(act.at.getTime())
  const { db } = act as unknown as Act<RightsTables>
  await db
    .insertInto('register.rights_letter')
    .values({
      ...{
        id,
        request_id: held.id,
        kind: said.kind,
        language: held.language,
        way,
        by: act.by,
        made_at: act.at,
        sent_at: null,
      },
      ...{ subject: withoutIdentityCodes(said.subject.trim()).slice(0, 300), body: withoutIdentityCodes(body) },
      state: way === 'email' ? 'queued' : way === 'post' ? 'draft' : 'given',
    })
    .execute()
  await noteOnRequest(act, held.id, { what: 'letter-made', code: said.kind, detail: { letter: id, way } })
  if (way !== 'email' && way !== 'post') await letterGone(act, { id, state: 'given' })
  return id
}

// Art. 12(3)–(4): an extension counts from a letter that went, and a case is answered by one.
/** Keeps that a letter has gone, and what follows from it for the request. */
export async function letterGone<T extends RightsTables>(
  act: Act<T>,
  { id, state }: { id: string; state: 'sent' | 'given' | 'failed' },
) {
  const { db } = act as unknown as Act<RightsTables>
  const letter = await db
    .updateTable('register.rights_letter')
    .set({ state, sent_at: state === 'failed' ? null : act.at })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .returning(['request_id', 'kind', 'way'])
    .executeTakeFirst()
  if (!letter) throw new Refusal('LETTER_GONE_ALREADY', 409)
  const what = state === 'failed' ? 'letter-failed' : 'letter-gone'
  await noteOnRequest(act, letter.request_id, { what, code: letter.kind, detail: { letter: id, way: letter.way } })
  if (state !== 'failed') await afterLetter(act, letter.request_id, letter.kind)
}

async function afterLetter<T extends RightsTables>(act: Act<T>, requestId: string, kind: LetterKind) {
  const held = await lockedRequest(act, { id: requestId })
  if (kind === 'receipt') await acknowledge(act, held)
  if (kind === 'extension') await extendRequest(act, held)
  if (kind === 'reply' || kind === 'refusal' || kind === 'cannot-identify') await answerRequest(act, held)
}

async function acknowledge<T extends RightsTables>(act: Act<T>, held: RequestRow) {
  const set = { acknowledged_at: act.at }
  if (held.state === 'received') await moveRequest(act, held, { event: 'acknowledgement', set })
  else await changeRequest(act, held, set)
}

/** Which letter a request can be answered by, as it stands. */
export function answerOf({ state }: Pick<RequestRow, 'state'>): LetterKind | null {
  if (state === 'executing') return 'reply'
  if (state === 'refused') return 'refusal'
  return state === 'cannot-identify' ? 'cannot-identify' : null
}

const answers: readonly LetterKind[] = ['reply', 'refusal', 'cannot-identify']

function refuseUnlessWhole(statement: Statement, held: RequestRow, { kind, body, subject }: NewLetter) {
  if (body === '' || subject.trim() === '')
    throw new Refusal('VALUE_REQUIRED', 422, { field: body === '' ? 'body' : 'subject' })
  if (body.length > 60_000) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'body', limit: 60_000 })
  if (answers.includes(kind) && answerOf(held) !== kind)
    throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: kind, clause: 'S12.3' })
  const partly = held.outcome === 'partly'
  const fault = faultOfLetter(statement, { kind, language: held.language, partly }, body)
  if (fault) throw new Refusal(fault, 422, { field: 'body', clause: 'S13.1' })
}
