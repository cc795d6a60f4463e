import { type RawBuilder, sql } from 'kysely'
import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import type { ChoicesKey } from './choices-key.ts'
import { moveConsent } from './consent-record.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { covered, knownAddresses } from './known-addresses.ts'
import { objectionsInForce } from './lift-objection.ts'
import type { ChoicesReach } from './reach.ts'
import { suppressAddresses } from './suppress-addresses.ts'
import type { ChoicesTables } from './tables.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

/** What a day ends: consents past their time, requests that nobody confirmed in seven days, proofs past their period. */
export async function endOverdueChoices<T extends Tables>(running: Running<T>) {
  const occasion = machine(running, 'retention')
  await perform(running.db, occasion, async (act) => {
    const reach = act as unknown as Act<ChoicesReach>
    const expired = await expireConsents(reach)
    const forgotten = await forgetUnconfirmed(reach)
    const proofs = await eraseProofs(reach)
    await act.record({ what: 'choices.kept', detail: { expired, forgotten, proofs } })
  })
}

// C5: an address that came after the objection is objected to as well.
/** Completes the suppression list with addresses that came, or were left out, since a moment: two days back if none is said. */
export async function completeSuppressions<T extends Tables>(
  running: Running<T>,
  since = new Date(running.now().getTime() - 48 * 3_600_000), // for a server that stood still; who is complete costs one look
): Promise<number> {
  const occasion = machine(running, 'matching')
  const people = await look(running.db, occasion, async (view) => {
    const { rows } = await sql<{ id: string }>`select id from seloste.objectors_since(${since}) as id`.execute(
      view.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
    )
    view.saw([], ['sys.suppression'])
    const left: string[] = []
    for (const { id } of rows) if (await isIncomplete(view as never, choicesKeyIn(running), id)) left.push(id)
    return left
  })
  let added = 0
  for (const id of people)
    added += await perform(running.db, { ...occasion, at: running.now() }, (act) =>
      suppressAddresses(act as never, choicesKeyIn(running), id),
    )
  return added
}

async function isIncomplete(view: Look<ChoicesReach>, key: ChoicesKey, personId: string): Promise<boolean> {
  const addresses = await knownAddresses(view, key, personId)
  for (const { scope, channel, topic } of await objectionsInForce(view, personId)) {
    const digests = covered(addresses, channel)
    if (digests.length === 0) continue
    const held = await view.db
      .selectFrom('register.suppression')
      .select('digest')
      .where('digest', 'in', digests)
      .where('scope', '=', scope)
      .where('channel', 'is not distinct from', channel)
      .where('topic', 'is not distinct from', topic)
      .execute()
    if (held.length < new Set(digests.map((one) => one.toString('hex'))).size) return true
  }
  return false
}

async function expireConsents(act: Act<ChoicesReach>): Promise<number> {
  const over = await act.db
    .selectFrom('register.consent')
    .select(['person_id', 'purpose', 'channel', 'wording'])
    .where('state', '=', 'given')
    .where('expires_on', '<=', dayInHelsinki(act.at))
    .forUpdate()
    .execute()
  for (const { person_id: personId, ...one } of over) {
    await moveConsent(act, { personId, ...one, state: 'expired', via: 'other' })
    await act.record({
      what: 'consent.expired',
      about: personId,
      detail: { purpose: one.purpose, channel: one.channel },
    })
  }
  return over.length
}

// C3: a request that nobody confirmed is nobody's consent, and nothing is kept of it.
async function forgetUnconfirmed(act: Act<ChoicesReach>): Promise<number> {
  const before = new Date(act.at.getTime() - 7 * 24 * 3_600_000)
  const gone = await act.db
    .deleteFrom('register.consent')
    .where('state', '=', 'requested')
    .where('since', '<', before)
    .returning(['person_id', 'purpose', 'channel'])
    .execute()
  for (const { person_id, purpose, channel } of gone) {
    await act.db
      .deleteFrom('register.consent_event')
      .where('person_id', '=', person_id)
      .where('purpose', '=', purpose)
      .where('channel', '=', channel)
      .where('state', '=', 'requested')
      .execute()
    await act.record({ what: 'consent.forgotten', about: person_id, detail: { purpose, channel } })
  }
  return gone.length
}

async function eraseProofs(act: Act<ChoicesReach>): Promise<number> {
  const gone = await act.db
    .deleteFrom('register.consent_proof')
    .where('kept_until', '<', dayInHelsinki(act.at))
    .executeTakeFirst()
  const rows = Number(gone.numDeletedRows)
  if (rows > 0) await act.record({ what: 'proof.erased', detail: { rows } })
  return rows
}

function machine<T>(running: Running<T>, duty: 'retention' | 'matching'): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'register', duty, purpose: 'retention', at: running.now(), under }
}
