import { sql } from 'kysely'
import { Type } from 'typebox'
import { type LedgerTables, type Look, look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { newId } from '#platform/new-id'
import { inForce, namesOf, type RegisterTables } from '#register'
import { desks, Id, occasionIn } from './asked.routes.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'
import type { WorkRegister } from './under-duty.ts'

const Opened = Type.Object({ company: Type.Optional(Id), person: Type.Optional(Id) }, { additionalProperties: false })

/** Which cards one opened last: opaque ids, as often as one looks, so no act of the ledger (design 4). */
export function seenLatelyRoutes(server: HttpServer, running: WorkRegister) {
  server.get(
    '/seen-lately',
    { config: desks, schema: { summary: 'The companies and people that one opened last' } },
    (request) => look(running.db, occasionIn(request), (view) => seenLately(view, running)),
  )
  server.put(
    '/seen-lately',
    { config: desks, schema: { summary: 'Say which card was opened', body: Opened } },
    async (request, reply) => {
      const { company = null, person = null } = request.body
      if (Boolean(company) !== Boolean(person)) await noteSeen(running, occasionIn(request), { company, person })
      return reply.status(204).send()
    },
  )
}

async function noteSeen(
  running: WorkRegister,
  { by, duty, at }: Occasion,
  { company, person }: { company: string | null; person: string | null },
) {
  await running.db
    .as(duty)
    .transaction()
    .execute(async (db) => {
      // Row policies of a narrower reach ask who is acting.
      await rowsOf({ db }, sql`select set_config('seloste.by', ${by}, true)`)
      // An id that this duty does not see, or that is not there, is not noted, and nobody is told which.
      await rowsOf(
        { db },
        sql`insert into register.seen_lately (id, staff, organisation_id, person_id, at)
      select ${newId(at.getTime())}::uuid, ${by}, ${company}::uuid, ${person}::uuid, ${at}
      where exists (select from register.person where id = ${person}::uuid) or exists (select from register.organisation where id = ${company}::uuid)
          on conflict (staff, organisation_id, person_id) do update set at = excluded.at`,
      )
      await rowsOf(
        { db },
        sql`delete from register.seen_lately where staff = ${by} and id not in
          (select id from register.seen_lately where staff = ${by} order by at desc limit 30)`,
      )
    })
    .catch((fault: { code?: string }) => {
      if (fault.code !== '42501') throw fault // a duty without the fields has no such list
    })
}

async function seenLately(view: Look<WorkReach & LedgerTables>, running: WorkRegister) {
  const rows = await view.db
    .selectFrom('register.seen_lately')
    .select(['organisation_id', 'person_id', 'at'])
    .where('staff', '=', view.by)
    .orderBy('at', 'desc')
    .limit(12)
    .execute()
  view.saw([], [])
  const names = await namesOf(view as unknown as Look<RegisterTables>, inForce(running), {
    people: rows.map(({ person_id }) => person_id),
    companies: rows.map(({ organisation_id }) => organisation_id),
  })
  const items = rows.flatMap(({ organisation_id, person_id, at }) => {
    const id = person_id ?? organisation_id ?? ''
    return names.has(id) ? [{ kind: person_id ? 'person' : 'company', id, name: names.get(id), at }] : []
  })
  return { items }
}
