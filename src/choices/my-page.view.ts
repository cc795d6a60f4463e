import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { Disclosure, Holding } from '#register'
import { declaredMaps, type Published, type TableMap } from '#statement'
import { marketingPurpose } from './choices.view.ts'
import type { ChoicesKey } from './choices-key.ts'
import { consentsOf, objectionsOf, restrictionsOf, topicsOf } from './chosen.view.ts'
import { type Counted, type Held, heldOf } from './held.ts'
import { knownAddresses } from './known-addresses.ts'
import type { OnesOwnPage } from './links.ts'
import type { ChoicesReach } from './reach.ts'
import { type Standing, standings } from './standing.ts'

export interface MyPage {
  personId: string
  name: string
  /** Two people have this mailbox: what is held is told only to whom it concerns. */
  isShared: boolean
  held: Held[]
  counted: Counted[]
  standings: Standing[]
  objectedToAll: boolean
  topics: { id: string; label: string; isRefused: boolean }[]
  restricted: boolean
  looks: { day: string; duty: string; purpose: string; times: number }[]
}

export interface Reading {
  published: Published
  language: Language
  key: ChoicesKey
  maps: readonly TableMap[]
  holdings: readonly Holding<never>[]
}

/** Everything for a person's own page; null where the mailbox of the link is no longer theirs. */
export async function myPageOf(look: Look<ChoicesReach>, reading: Reading, link: OnesOwnPage): Promise<MyPage | null> {
  const { personId } = link
  const { published, language, key } = reading
  const addresses = await knownAddresses(look, key, personId)
  const isTheirs = addresses.some(({ digest }) => digest.equals(link.digest))
  const who = isTheirs
    ? await look.db
        .selectFrom('register.person')
        .select(['given_name as given', 'family_name as family'])
        .where('id', '=', personId)
        .executeTakeFirst()
    : undefined
  if (!who) {
    look.saw([], [])
    return null
  }
  const isShared = await hasOthers(look, personId)
  const kept = isShared ? [] : await keptBy(look, reading.holdings, personId)
  look.saw([personId], isShared ? ['sys.consent'] : ['person.name', 'person.email', 'sys.consent', 'sys.audit'])

  const purpose = marketingPurpose(published.policy)
  const objections = (await objectionsOf(look, personId)).filter(({ liftedAt }) => liftedAt === null)
  const restricted = (await restrictionsOf(look, personId)).find(({ liftedAt }) => liftedAt === null)
  const refused = new Set(objections.flatMap(({ topic }) => topic ?? []))
  const wanted = await topicsOf(look, personId)
  const maps = [...reading.maps, ...declaredMaps(published.policy, reading.maps)]
  return {
    ...{ personId, isShared, name: isShared ? '' : `${who.given} ${who.family}`.trim() },
    ...heldOf({ kept, maps, policy: published.policy, language }),
    standings: standings({
      ...{ today: dayInHelsinki(look.at), declared: purpose?.channels ?? [], suppressions: [], refusals: [] },
      ...{ restrictedSince: restricted?.since ?? null, objections, consents: await consentsOf(look, personId) },
    }),
    objectedToAll: objections.some(({ scope }) => scope === 'all'),
    topics: (purpose?.topics ?? []).map(({ id, label }) => ({
      ...{ id, label: label[language] },
      isRefused: refused.has(id) || wanted.some(({ topic, wants }) => topic === id && !wants),
    })),
    restricted: Boolean(restricted),
    looks: isShared ? [] : await looksAt(look, personId),
  }
}

async function keptBy(look: Look<ChoicesReach>, holdings: readonly Holding<never>[], personId: string) {
  const kept: Disclosure[] = []
  for (const holding of holdings) kept.push(await holding.disclose(look as unknown as Look<never>, personId))
  return kept
}

async function hasOthers({ db }: Look<ChoicesReach>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('register.person_email as mine')
    .innerJoin('register.person_email as theirs', 'theirs.address', 'mine.address')
    .select('theirs.id')
    .where('mine.person_id', '=', personId)
    .where('theirs.person_id', '<>', personId)
    // S12.5: whom somebody wrote to on a quote's page has no mailbox by that.
    .where('mine.is_proven', '=', true)
    .where('theirs.is_proven', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

// C-579/21 Pankki S: dates and purposes, and never who of the staff it was. A day's looks in one duty are one line.
async function looksAt(look: Look<ChoicesReach>, personId: string): Promise<MyPage['looks']> {
  const { rows } = await sql<{ at: Date; duty: string; purpose: string }>`
    select at, duty, purpose from seloste.looks_at(${personId}::uuid, 500)`.execute(
    look.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
  )
  const lines = Map.groupBy(rows, ({ at, duty, purpose }) => `${dayInHelsinki(at)} ${duty} ${purpose}`)
  return [...lines.values()].flatMap(([first, ...more]) =>
    first ? [{ day: dayInHelsinki(first.at), duty: first.duty, purpose: first.purpose, times: more.length + 1 }] : [],
  )
}
