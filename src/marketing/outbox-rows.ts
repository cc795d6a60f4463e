import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Passed } from '#platform/smtp-line'
import type { GateCode } from './gate.ts'
import { rowsOf } from './rows.ts'
import type { Due } from './sending.ts'
import type { MarketingTables } from './tables.ts'

// What is written here are opaque ids, states and instants of one campaign's outbox: machine-frequent, not acts (see README).

type Outbox = Kysely<MarketingTables>

/** Those of the messages that are fenced now, and why the gate refused the others. */
export interface Fenced {
  fenced: Set<string>
  refused: { id: string; code: GateCode; clause: string }[]
}

/**
 * S4.10: the gate's last word and the fence in one committed statement. Whatever objects after it is committed meets a message
 * that is already on its way; whatever objected before it is not sent. Nobody is fenced twice: the row must still be `queued`.
 */
export async function fence(db: Outbox, campaignId: string, due: readonly Due[], at: Date): Promise<Fenced> {
  const asked = askedOf(due)
  const taken = await rowsOf<{ id: string }>(
    db,
    sql<{ id: string }>`
      update register.campaign_recipient mine
      set state = 'sending', fenced_at = ${at}, attempts = mine.attempts + 1, ground = said.ground, code = null, clause = null, not_before = null
      from ${verdictsOn(asked, campaignId)} said
      where mine.id = said.id and mine.person_id = said.person and mine.state = 'queued' and said.allowed and said.address = said.shown
        and exists (select from register.campaign whole where whole.id = ${campaignId} and whole.state = 'sending')
      returning mine.id`,
  )
  const fenced = new Set(taken.map(({ id }) => id))
  const left = due.filter(({ id }) => !fenced.has(id))
  if (left.length === 0) return { fenced, refused: [] }

  const refused = await rowsOf<Fenced['refused'][number]>(
    db,
    sql<Fenced['refused'][number]>`
      select said.id, said.code, said.clause from ${verdictsOn(askedOf(left), campaignId)} said
      join register.campaign_recipient mine on mine.id = said.id and mine.state = 'queued'
      where not said.allowed`,
  )
  return { fenced, refused }
}

/** Gives a row of the outbox its end, or puts it back for later; only while it is where the sender left it. */
export async function settle(db: Outbox, ended: readonly { id: string; passed: Passed }[], at: Date) {
  const later = new Date(at.getTime() + 300_000)
  for (const [state, of] of Map.groupBy(ended, ({ passed }) => stateAfter(passed))) {
    const isBack = state === 'queued'
    const codes = of.map(({ passed }) => (state === 'bounced' && 'at' in passed ? codeOf(passed) : null))
    await sql`
      update register.campaign_recipient mine
      set state = ${state}, code = ended.code, settled_at = ${isBack ? null : at}::timestamptz,
        not_before = ${isBack ? later : null}::timestamptz, fenced_at = case when ${isBack} then null else mine.fenced_at end
      from unnest(${of.map(({ id }) => id)}::uuid[], ${codes}::text[]) ended (id, code)
      where mine.id = ended.id and mine.state in ('sending', 'unsure')`.execute(db)
  }
}

/** What a dead sender left in the air: nobody knows whether those messages arrived. Answers how many. */
export async function strand(db: Outbox, campaignId: string, at: Date): Promise<number> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql<{ id: string }>`
      update register.campaign_recipient set state = 'unsure', settled_at = ${at}
      where campaign_id = ${campaignId} and state = 'sending' returning id`,
  )
  return rows.length
}

/** Holds all that is queued while the way out is closed, or lets go what was held. */
export async function hold(db: Outbox, campaignId: string, held: { code: string; clause: string } | null) {
  await sql`
    update register.campaign_recipient
    set state = ${held ? 'held' : 'queued'}, code = ${held?.code ?? null}, clause = ${held?.clause ?? null}
    where campaign_id = ${campaignId} and state = ${held ? 'queued' : 'held'}`.execute(db)
}

function stateAfter({ how }: Passed) {
  if (how === 'taken') return 'sent'
  if (how === 'refused') return 'bounced'
  return how === 'unsure' ? 'unsure' : 'queued'
}

function codeOf({ at, reply }: Extract<Passed, { how: 'refused' | 'later' }>) {
  return isAboutUs(at, reply) ? 'MESSAGE_REFUSED' : 'ADDRESS_REFUSED'
}

/** 5.7 is about us and what we sent, 5.2.2 about a full mailbox, 5.3 about the server: none of them about the address. */
export function isAboutUs(at: 'recipient' | 'message', reply: string): boolean {
  if (/ 5\.(7|2\.2|3)/.test(reply)) return true
  return at === 'message' && !/ 5\.1\./.test(reply)
}

function askedOf(due: readonly Due[]) {
  const columns = [
    sql`${due.map(({ id }) => id)}::uuid[]`,
    sql`${due.map(({ personId }) => personId)}::uuid[]`,
    sql`${due.map(({ person }) => person?.addressId ?? null)}::uuid[]`,
    sql`${due.map(({ person }) => person?.digest ?? Buffer.alloc(0))}::bytea[]`,
  ]
  return sql`unnest(${sql.join(columns)}) asked (id, person, shown, digest)`
}

function verdictsOn(asked: RawBuilder<unknown>, campaignId: string) {
  return sql`(
    select asked.id, asked.person, asked.shown, verdict.*
    from ${asked}, lateral seloste.gate(asked.person, (select seloste.wish_of(${campaignId}::uuid)), array[asked.digest], (select seloste.marketing_rules())) verdict)`
}
