import { sql } from 'kysely'
import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Holding } from '#register'
import type { Published, Running } from '#statement'
import { rowsOf } from '../rows.ts'
import { erasePerson } from './erase-person.ts'
import { claimable } from './held-together.ts'
import { closeLegalHold, openLegalHold } from './legal-holds.ts'
import { planErasure } from './plan-erasure.ts'
import { resumeErasures } from './resume-erasures.ts'
import type { ErasureTables } from './tables.ts'

type Tables = ErasureTables & LedgerTables

const privacy = { may: { duties: ['privacy'] } }
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const hold = Type.Object(
  {
    claim: Type.String({ maxLength: 3000 }),
    scope: Type.Array(Type.Enum([...claimable]), { minItems: 1 }),
    reviewOn: Type.String({ maxLength: 10 }),
  },
  { additionalProperties: false },
)

/** The privacy desk's erasures: what one would do, doing it, its evidence, and holds for legal claims. */
export function erasureRoutes<T extends Tables>(
  server: HttpServer,
  register: Running<T>,
  holdings: () => readonly Holding<T>[],
) {
  const { db } = register
  const statement = () => {
    register.policy() // refuses where no statement is in force
    return (register.current() as Published).statement
  }
  const machine = (request: object) => ({ ...(request as { occasion: Occasion }).occasion, duty: 'rights' })
  const wish = (personId: string) => ({ holdings: holdings(), statement: statement(), personId })

  server.get(
    '/people/:id/erasure-plan',
    { config: privacy, schema: { summary: 'What erasing a person would do, and what blocks it', params: One } },
    (request) =>
      look(db, machine(request), async (view) => {
        const plan = await planErasure(view, wish(request.params.id))
        return { ...plan, erasure: await evidenceOf(view, request.params.id) }
      }),
  )
  server.post(
    '/people/:id/erasure',
    {
      config: privacy,
      schema: {
        summary: 'Erase a person: at once what nothing blocks, and the rest by itself when its blocker ends',
        params: One,
        body: Type.Object({ request: Type.Optional(Id) }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const erased = await erasePerson(register, machine(request), { ...wish(request.params.id), ...request.body })
      return reply.status(201).send(erased)
    },
  )
  server.get(
    '/people/:id/legal-holds',
    { config: privacy, schema: { summary: 'Legal claims that hold data of a person', params: One } },
    (request) =>
      look(db, machine(request), async (view) => {
        view.saw([request.params.id], ['sys.cases'])
        const items = await rowsOf(
          view,
          sql`select id, claim, scope, opened_at as "openedAt", review_on as "reviewOn", closed_at as "closedAt"
            from register.legal_hold where person_id = ${request.params.id} order by opened_at desc`,
        )
        return { items }
      }),
  )
  server.post(
    '/people/:id/legal-holds',
    { config: privacy, schema: { summary: 'Hold data of a person for a legal claim', params: One, body: hold } },
    async (request, reply) => {
      const wished = { personId: request.params.id, ...request.body }
      const id = await perform(db, machine(request), (act) => openLegalHold(act as never, wished))
      return reply.status(201).send({ id })
    },
  )
  server.post(
    '/legal-holds/:id/closure',
    { config: privacy, schema: { summary: 'End a hold for a legal claim', params: One } },
    async (request, reply) => {
      const personId = await perform(db, machine(request), (act) => closeLegalHold(act as never, request.params.id))
      await resumeErasures(register, machine(request), wish(personId))
      return reply.status(204).send()
    },
  )
}

async function evidenceOf(view: { db: unknown }, personId: string) {
  const [row] = await rowsOf(
    view,
    sql`select state, asked_at as "askedAt", done_at as "doneAt", held, outcomes, resumes_on as "resumesOn",
      bytes_left_at as "bytesLeftAt", wal_left_at as "walLeftAt", backups_left_on as "backupsLeftOn"
      from register.erasure where person_id = ${personId}::uuid`,
  )
  return row ?? null
}
