import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Erasure, Fate, Holding } from '#register'
import type { RecipientTables } from './tables.ts'

const name = 'recipients'
const destruction: Said = { fi: 'paperin hävittäminen', sv: 'pappret förstörs', en: 'the paper is destroyed' }
const onPaper: Said = {
  fi: 'tiedot ovat myös paperilla, jota ei ole kirjattu hävitetyksi',
  sv: 'uppgifterna finns också på papper som inte antecknats som förstört',
  en: 'the data are also on paper that is not recorded as destroyed',
}
const receipt: Said = { fi: 'vastaanottajan kuittaus', sv: 'mottagarens kvittering', en: 'the receiver’s receipt' }
const untold: Said = {
  fi: 'vastaanottajalle on kerrottava, kenen tiedot se poistaa (19 artikla)',
  sv: 'mottagaren måste få veta vems uppgifter den ska radera (artikel 19)',
  en: 'the receiver must be told whose data to erase (Art. 19)',
}

const listedIn = (person: string) => sql`people @> array[${person}]::uuid[]`
const open = sql`destroyed_at is null`
const waiting = sql`state in ('waiting', 'sent')`

/** What is kept about a person of disclosures, of what recipients were told, and on paper; under the machine duty `rights`. */
export const recipientsHolding: Holding<RecipientTables> = {
  name,
  tables: ['register.disclosure', 'register.recipient_notice', 'register.paper_item'],
  has: async (look, personId) => (await plan(look, personId)).length > 0,
  disclose: async (look, personId) => ({
    holding: name,
    kept: await keptOf(look, personId),
  }),
  plan,
  erase,
  // Art. 18: who was told what, and which paper there is, is kept for the person and used for nothing else.
  merge: async (act, from, into) => {
    for (const table of ['register.disclosure', 'register.paper_item'])
      await sql`update ${sql.table(table)} set people = array(select distinct unnest(array_replace(people, ${from}::uuid, ${into}::uuid)))
        where ${listedIn(from)}`.execute(handle(act))
    await sql`update register.recipient_notice set person_id = ${into} where person_id = ${from}`.execute(handle(act))
  },
}

async function plan(look: Look<RecipientTables>, personId: string): Promise<Fate[]> {
  const of = (table: string, where: RawBuilder<unknown>) => count(look, table, where)
  const told = sql`person_id = ${personId}`
  const fates: (Fate | false)[] = [
    fate('register.disclosure', 'access-log', await of('register.disclosure', listedIn(personId)), 'erase'),
    fate(
      'register.paper_item',
      'access-log',
      await of('register.paper_item', sql`${listedIn(personId)} and not (${open})`),
      'erase',
    ),
    fate(
      'register.paper_item',
      'contact',
      await of('register.paper_item', sql`${listedIn(personId)} and ${open}`),
      'hold',
      onPaper,
      destruction,
    ),
    fate(
      'register.recipient_notice',
      'rights-case',
      await of('register.recipient_notice', sql`${told} and not (${waiting})`),
      'keep-minimal',
    ),
    fate(
      'register.recipient_notice',
      'rights-case',
      await of('register.recipient_notice', sql`${told} and ${waiting}`),
      'hold',
      untold,
      receipt,
    ),
  ]
  return fates.filter((one) => one !== false)
}

function fate(
  table: string,
  kept: string,
  ids: readonly string[],
  what: Fate['fate'],
  ground?: Said,
  event?: Said,
): Fate | false {
  if (ids.length === 0) return false
  const held = ground && event ? { ground, until: null, event } : {}
  return { holding: name, class: kept, table, ids, rows: ids.length, fate: what, ...held }
}

// What is held or kept says nothing about the person but an opaque id, and by what an answering receiver finds them.
async function erase(act: Act<RecipientTables>, personId: string, fates: readonly Fate[]): Promise<Erasure[]> {
  const done: Erasure[] = []
  for (const { table, class: kept, ids = [], rows, fate: what } of fates.filter(({ holding }) => holding === name)) {
    const outcome = what === 'erase' ? 'erased' : what === 'hold' ? 'held' : 'kept-minimal'
    if (what === 'erase' && table !== 'register.recipient_notice') await forget(act, table, personId, ids)
    if (what === 'keep-minimal') await forgetWords(act, ids)
    done.push({ holding: name, table, class: kept, rows, outcome })
  }
  return done
}

/** What somebody wrote of a receipt may name the person; that it was refused is said by its state. */
async function forgetWords(act: Act<RecipientTables>, ids: readonly string[]) {
  await sql`update register.recipient_notice set note = case state when 'refused' then '–' end where id = any(${ids}::uuid[])`.execute(
    handle(act),
  )
}

/** Others on the same list stay; a list that nobody is left on goes. */
async function forget(act: Act<RecipientTables>, table: string, personId: string, ids: readonly string[]) {
  const place = sql.table(table)
  await sql`delete from ${place} where id = any(${ids}::uuid[]) and people <@ array[${personId}]::uuid[]`.execute(
    handle(act),
  )
  await sql`update ${place} set people = array_remove(people, ${personId}::uuid) where id = any(${ids}::uuid[])`.execute(
    handle(act),
  )
}

async function keptOf(look: Look<RecipientTables>, personId: string) {
  const kept: { table: string; rows: Record<string, unknown>[] }[] = []
  const of = async (table: string, query: RawBuilder<Record<string, unknown>>) => {
    const { rows } = await query.execute(handle(look))
    if (rows.length > 0) kept.push({ table, rows })
  }
  // Who else was on the same list is theirs: the others are left out.
  await of(
    'register.disclosure',
    sql`select id, at, kind, receiver, receiver_name, fields, purpose, ground, transfer_tool, way, statement_version
    from register.disclosure where ${listedIn(personId)} and (silent_until is null or silent_until < ${dayInHelsinki(look.at)}) order by at`,
  )
  await of(
    'register.recipient_notice',
    sql`select id, kind, receiver_kind, receiver, receiver_name, about, state, made_at, sent_at, settled_at, note
    from register.recipient_notice where person_id = ${personId} order by made_at`,
  )
  await of(
    'register.paper_item',
    sql`select id, what, location, made_at, reason, destroy_by, destroyed_at, method
    from register.paper_item where ${listedIn(personId)} order by made_at`,
  )
  return kept
}

async function count(look: Look<RecipientTables>, table: string, where: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where ${where} order by id`.execute(
    handle(look),
  )
  return rows.map(({ id }) => id)
}

function handle({ db }: { db: unknown }) {
  return db as Parameters<ReturnType<typeof sql>['execute']>[0]
}
