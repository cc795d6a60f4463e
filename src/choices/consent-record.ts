import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Channel, Via } from './channel.ts'
import { type ConsentState, expiryOf, type Proof, type Wording, wordingHash } from './consent.ts'
import type { ChoicesReach } from './reach.ts'
import type { ChoicesTables } from './tables.ts'

/** How it came about, as far as Art. 7(1) GDPR wants it proven. */
export interface ConsentSaid {
  via: Via
  proof?: Proof | null
  /** Where the signed paper or the recording is. */
  document?: string | null
  /** What the person said, in their words. */
  ownWords?: string | null
  /** SHA-256 of the page that was seen. */
  shown?: string | null
}

export interface ConsentMove extends ConsentSaid {
  personId: string
  purpose: string
  channel: Channel
  state: ConsentState
  wording: string
}

/** Sets the state in force of a consent and adds the event that brought it about; answers the event's id. */
export async function moveConsent(act: Act<ChoicesTables>, move: ConsentMove): Promise<string> {
  const { personId, purpose, channel, state, wording, via } = move
  const expires_on = state === 'given' ? expiryOf(dayInHelsinki(act.at)) : null
  const id = newId(act.at.getTime())
  const row = { state, wording, since: act.at, expires_on, via }

  await act.db
    .insertInto('register.consent')
    .values({ id: newId(act.at.getTime()), person_id: personId, purpose, channel, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'purpose', 'channel']).doUpdateSet(row))
    .execute()
  await act.db
    .insertInto('register.consent_event')
    .values({
      ...{ id, person_id: personId, purpose, channel, state, wording, at: act.at, via, by: act.by },
      ...{ proof: move.proof ?? null, document: move.document ?? null, own_words: move.ownWords ?? null },
      ...{ shown: move.shown ?? null, statement_version: Number(act.under) },
    })
    .execute()
  return id
}

/** Keeps what was read, once; answers its hash. A wording found defective is not used again. */
export async function keepWording(act: Act<ChoicesTables>, wording: Wording): Promise<string> {
  const text = wording.text.normalize('NFC').trim()
  if (text === '' || text.length > 2000) throw new Refusal('WORDING_MISSING', 422, { field: 'wording', clause: 'S4.7' })
  const { purpose, channel, language, version } = wording
  const hash = wordingHash(wording)
  await act.db
    .insertInto('register.consent_wording')
    .values({
      hash,
      purpose,
      channel,
      language,
      text,
      statement_version: version,
      kept_at: act.at,
      invalidated_at: null,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  const held = await act.db
    .selectFrom('register.consent_wording')
    .select('invalidated_at')
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (held?.invalidated_at) throw new Refusal('WORDING_INVALIDATED', 409, { clause: 'S4.7' })
  return hash
}

/** The state in force of one consent, locked until the deed is done. */
export async function lockedConsent(
  act: Act<ChoicesTables>,
  { personId, purpose, channel }: { personId: string; purpose: string; channel: Channel },
) {
  return act.db
    .selectFrom('register.consent')
    .select(['id', 'state', 'wording'])
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirst()
}

/** Refuses where the duty sees no such person. */
export async function refuseUnlessSeen(act: Act<ChoicesReach>, personId: string) {
  const seen = await act.db.selectFrom('register.person').select('id').where('id', '=', personId).executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404)
}
