import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Said } from '#platform/language'
import type { Erasure, Fate, Holding } from '#register'
import { minimiseRequest } from './minimise-request.ts'
import { rowsOf } from './rows.ts'
import type { RightsTables } from './tables.ts'

const tables = [
  'register.rights_request',
  'register.rights_item',
  'register.rights_event',
  'register.rights_letter',
  'register.rights_link',
] as const

const holding = 'rights'
const aClass = 'rights-case'
// A request still on its way keeps the address that its answer goes to; whatever is answered keeps no words of anybody.
const answered = sql`replied_at is not null or state in ('closed', 'withdrawn-by-requester')`

/** The rights desk's own answer to a request: the person's cases, and what an erasure leaves of them. */
export const rightsHolding: Holding<RightsTables> = {
  name: holding,
  tables,
  has: async (look, personId) => (await idsOf(look, personId)).length > 0,
  disclose: async (look, personId) => {
    const ids = await idsOf(look, personId)
    const kept = []
    for (const table of tables) {
      if (table === 'register.rights_link') continue // digests of links that were sent: nothing about the person
      const key = table === 'register.rights_request' ? sql`id` : sql`request_id`
      const rows = await rowsOf(
        look,
        sql`select ${columns[table]} from ${sql.table(table)} where ${key} = any(${ids}::uuid[])`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    return { holding, kept }
  },
  plan: async (look, personId) => {
    const rows = await rowsOf<{ id: string; answered: boolean }>(
      look,
      sql`select id, (${answered}) as answered from register.rights_request where person_id = ${personId}::uuid`,
    )
    return [fateOf(rows, true), fateOf(rows, false)].filter(({ rows }) => rows > 0)
  },
  erase: async (act, personId, fates) => {
    const mine = fates.filter((fate) => fate.holding === holding)
    const done: Erasure[] = []
    for (const { fate, ids = [], rows } of mine) {
      if (fate === 'keep-minimal') for (const id of ids) await minimiseRequest(act, id)
      const outcome = fate === 'hold' ? ('held' as const) : ('kept-minimal' as const)
      done.push({ holding, table: 'register.rights_request', class: aClass, rows, outcome })
    }
    await forgetWords(act, personId)
    return done
  },
  merge: async (act, from, into) => {
    await act.db.updateTable('register.rights_request').set({ person_id: into }).where('person_id', '=', from).execute()
  },
}

const columns: Record<Exclude<(typeof tables)[number], 'register.rights_link'>, RawBuilder<unknown>> = {
  'register.rights_request': sql`id, kind, state, received_at, received_via, requester_name, reply_way, reply_to, said, language,
    capacity, mandate, identity, identity_method, due_on, extended_at, outcome, refusal_ground, replied_at, closed_at`,
  'register.rights_item': sql`request_id, field, claim, reason, state, settled_at`,
  'register.rights_event': sql`request_id, what, code, at`,
  'register.rights_letter': sql`request_id, kind, subject, body, way, state, made_at, sent_at`,
}

function fateOf(rows: readonly { id: string; answered: boolean }[], isAnswered: boolean): Fate {
  const ids = rows.filter((row) => row.answered === isAnswered).map(({ id }) => id)
  return {
    ...{ holding, class: aClass, table: 'register.rights_request', ids, rows: ids.length },
    fate: isAnswered ? 'keep-minimal' : 'hold',
    ground: isAnswered ? proof : answer,
    until: null,
    ...(isAnswered ? {} : { event: reply }),
  }
}

// Art. 5(2) GDPR: that a request was answered is proven without its words.
const proof: Said = {
  fi: 'Osoitusvelvollisuus (5 artiklan 2 kohta): pyynnön laji, päivät ja ratkaisu ilman nimeä ja tekstiä',
  sv: 'Ansvarsskyldighet (artikel 5.2): begärans art, datum och beslut utan namn och text',
  en: 'Accountability (Art. 5(2)): kind, dates and outcome of the request, without name or text',
}
const answer: Said = {
  fi: 'Pyyntöön on vastattava (12 artiklan 3 kohta): vastausosoite säilyy, kunnes vastaus on lähetetty',
  sv: 'Begäran ska besvaras (artikel 12.3): svarsadressen behålls tills svaret har skickats',
  en: 'The request must be answered (Art. 12(3)): the address for the answer stays until it is sent',
}
const reply: Said = { fi: 'vastaus lähetetty', sv: 'svaret skickat', en: 'the answer has been sent' }

async function idsOf(look: Look<RightsTables>, personId: string) {
  const rows = await rowsOf<{ id: string }>(
    look,
    sql`select id from register.rights_request where person_id = ${personId}::uuid`,
  )
  return rows.map(({ id }) => id)
}

/** What the open cases hold beyond the address for the answer goes with the person. */
async function forgetWords(act: Act<RightsTables>, personId: string) {
  await act.db
    .updateTable('register.rights_request')
    .set({ said: null, mandate: null })
    .where('person_id', '=', personId)
    .execute()
}
