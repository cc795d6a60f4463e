import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { type InForce, normaliseEmail } from '#register'
import { may, type Policy } from '#statement'
import { addressKey, type ChoicesKey } from './choices-key.ts'
import { consentsOf, objectionsOf, restrictionsOf, salesOf, topicsOf } from './chosen.view.ts'
import type { Objection } from './objection.ts'
import type { ChoicesReach } from './reach.ts'
import { type Said, standings } from './standing.ts'
import { channelNames, filled, wordings } from './unsubscribe.texts.ts'

export interface Asking {
  personId: string
  language: Language
  house: string
}

/** Everything a person has chosen, and how they stand to marketing in each channel; null where the duty sees no such person. */
export async function choicesOf(look: Look<ChoicesReach>, inForce: InForce, key: ChoicesKey, asking: Asking) {
  const { policy } = inForce
  refuseUnlessReads(policy, look)
  const { personId } = asking
  const who = await look.db.selectFrom('register.person').select('id').where('id', '=', personId).executeTakeFirst()
  look.saw(who ? [personId] : [], ['sys.consent'])
  if (!who) return null

  const purpose = marketingPurpose(policy)
  const [objections, restrictions, consents, topics, sales, organisations] = await Promise.all([
    objectionsOf(look, personId),
    restrictionsOf(look, personId),
    consentsOf(look, personId),
    topicsOf(look, personId),
    salesOf(look, personId),
    organisationsOf(look, policy, personId),
  ])
  const inForceNow = objections.filter(({ liftedAt }) => liftedAt === null)
  const said: Said = {
    today: dayInHelsinki(look.at),
    declared: purpose?.channels ?? [],
    restrictedSince: restrictions.find(({ liftedAt }) => liftedAt === null)?.since ?? null,
    objections: inForceNow,
    suppressions: await suppressionsSeen(look, policy, key, personId),
    refusals: organisations.flatMap(({ refusals }) => refusals),
    consents,
  }
  const refusedTopics = new Map(inForceNow.flatMap((one) => (one.topic ? [[one.topic, one] as const] : [])))
  const verdict = may(policy, look.duty, look.purpose, 'sys.consent', 'write')
  return {
    personId,
    standings: standings(said),
    objectedToAll: inForceNow.some(({ scope }) => scope === 'all'),
    topics: (purpose?.topics ?? []).map(({ id, label }) => ({
      ...{ id, label: label[asking.language] },
      wants: refusedTopics.has(id) ? false : (topics.find(({ topic }) => topic === id)?.wants ?? null),
    })),
    ...{ purpose: purpose?.id ?? null, objections, restrictions, consents, sales, organisations },
    history: await historyOf(look, personId),
    wordings: Object.fromEntries(
      (purpose?.channels ?? []).map((channel) => [
        channel,
        filledIn(wordings[channel as keyof typeof wordings], asking.house),
      ]),
    ),
    channelNames: Object.fromEntries(Object.entries(channelNames).map(([id, said]) => [id, said[asking.language]])),
    may: { write: verdict.allowed ? { allowed: true } : { ...verdict } },
  }
}

export function marketingPurpose(policy: Policy) {
  return [...policy.purposes.values()].find(({ messageClass }) => messageClass === 'marketing')
}

/** S10.3: a duty that reads no choices is told so by the field and its clause. */
export function refuseUnlessReads(policy: Policy, { duty, purpose }: { duty: string; purpose: string }) {
  const verdict = may(policy, duty, purpose, 'sys.consent', 'read')
  if (verdict.allowed) return
  throw new Refusal(verdict.code, 403, { clause: verdict.clause, field: 'sys.consent', duty, purpose })
}

// § 202 of laki 917/2014: what the present employer refuses covers what its people get for their job.
async function organisationsOf(look: Look<ChoicesReach>, policy: Policy, personId: string) {
  if (!may(policy, look.duty, look.purpose, 'org.name', 'read').allowed) return []
  const rows = await look.db
    .selectFrom('register.affiliation as tie')
    .innerJoin('register.organisation as firm', 'firm.id', 'tie.organisation_id')
    .innerJoin('register.objection as said', 'said.organisation_id', 'firm.id')
    .select(['firm.id', 'firm.name', 'said.scope', 'said.channel', 'said.topic', 'said.at', 'said.via'])
    .where('tie.person_id', '=', personId)
    .where('tie.left_on', 'is', null)
    .where('said.lifted_at', 'is', null)
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((refusals) => ({
    ...{ id: refusals[0]?.id ?? '', name: refusals[0]?.name ?? '', refusals },
  }))
}

// Only of addresses that this duty reads anyway; the list itself stays closed to it.
async function suppressionsSeen(look: Look<ChoicesReach>, policy: Policy, key: ChoicesKey, personId: string) {
  if (!may(policy, look.duty, look.purpose, 'person.email', 'read').allowed) return []
  const held = await look.db
    .selectFrom('register.person_email')
    .select('address')
    .where('person_id', '=', personId)
    .execute()
  const digests = held.map(({ address }) => addressKey(key, 'email', normaliseEmail(address) ?? address))
  if (digests.length === 0) return []
  const { rows } = await sql<Objection & { at: Date }>`
    select scope, channel, topic, at from seloste.suppressed(${digests}::bytea[])`.execute(executor(look))
  return rows
}

interface HistoryRow {
  what: 'consent' | 'objection' | 'lifting'
  state: string
  channel: string | null
  topic: string | null
  at: Date
  via: string
  byName: string | null
  proof: string | null
  document: string | null
  ownWords: string | null
}

async function historyOf(look: Look<ChoicesReach>, personId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select told.*, (select staff.name from register.staff where staff.id::text = told.by) as "byName" from (
      select 'consent' as what, event.state, event.channel, null as topic, event.at, event.via, event.by, event.proof, event.document,
        event.own_words as "ownWords" from register.consent_event event where event.person_id = ${personId}
      union all
      select 'objection', said.scope, said.channel, said.topic, said.at, said.via, said.by, null, null, null
        from register.objection said where said.person_id = ${personId}
      union all
      select 'lifting', said.scope, said.channel, said.topic, said.lifted_at, 'my-page', said.by, null, null, null
        from register.objection said where said.person_id = ${personId} and said.lifted_at is not null
    ) told order by told.at desc limit 100`.execute(executor(look))
  return rows.map(({ by: _, ...row }: HistoryRow & { by?: string }) => row)
}

function filledIn(said: Record<Language, string> | undefined, house: string) {
  return Object.fromEntries(Object.entries(said ?? {}).map(([language, text]) => [language, filled(text, { house })]))
}

function executor<T>(look: Look<T>) {
  return look.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0]
}
