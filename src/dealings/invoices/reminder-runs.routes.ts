import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import { type Asked, paperOf } from '../papers/paper-of.view.ts'
import { papersPdf } from '../papers/paper-pdf.ts'
import type { DealingsReach } from '../reach.ts'
import { beginReminderRun } from './begin-reminder-run.ts'
import { reminderRun, reminderRuns } from './reminder-run.view.ts'
import { remindersDue } from './reminders-due.view.ts'
import { settleReminders } from './settle-reminders.ts'

type Tables = DealingsReach & LedgerTables

const config = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const groupCompany = Type.Optional(Type.String({ maxLength: 100 }))
const Ids = Type.Array(Id, { minItems: 1, maxItems: 1000 })
const events = ['printed', 'as-letter', 'again'] as const
const lettersAtOnce = 200
const title = { fi: 'Maksumuistutukset', sv: 'Betalningspåminnelser', en: 'Payment reminders' } as const

/** Rounds of reminders: what is due, one press for many, and what became of each. */
export function reminderRunRoutes(server: HttpServer, running: Running<Tables>) {
  const { db } = running
  const who = (request: object) => (request as { occasion: Occasion }).occasion
  const rules = () => inForce(running)

  server.get(
    '/invoices/reminders',
    {
      config,
      schema: {
        summary: 'Reminders that may be sent today, the oldest debts first, some hundreds at a time',
        querystring: Type.Object({ groupCompany, after: Type.Optional(Type.String({ maxLength: 40 })) }, closed),
      },
    },
    (request) => look(db, who(request), (view) => remindersDue(view, rules(), request.query)),
  )
  server.post(
    '/reminder-runs',
    {
      config,
      schema: {
        summary: 'Write reminders of invoices and queue their sending',
        body: Type.Object(
          {
            ...{ groupCompany, invoices: Ids, letters: Type.Optional(Type.Array(Id, { maxItems: 1000 })) },
            run: Type.Optional(Id),
          },
          closed,
        ),
      },
    },
    async (request, reply) => {
      const begun = await perform(db, who(request), (act) => beginReminderRun(act, running, request.body))
      return reply.status(201).send(begun)
    },
  )
  server.get(
    '/reminder-runs',
    {
      config,
      schema: {
        summary: 'Rounds of reminders, the newest first',
        querystring: Type.Object({ groupCompany, after: Type.Optional(Id) }, closed),
      },
    },
    (request) => look(db, who(request), (view) => reminderRuns(view, rules(), request.query)),
  )
  server.get(
    '/reminder-runs/:id',
    { config, schema: { summary: 'One round of reminders and what became of each', params: One } },
    (request) => look(db, who(request), (view) => reminderRun(view, rules(), request.params.id)),
  )
  server.post(
    '/reminder-runs/:id/reminders',
    {
      config,
      schema: {
        summary: 'Say that letters are in the post, make letters of mails that failed, or send them again',
        params: One,
        body: Type.Object({ event: Type.Enum([...events]), reminders: Ids }, closed),
      },
    },
    async (request, reply) => {
      const said = { run: request.params.id, ...request.body }
      return reply.send(await perform(db, who(request), (act) => settleReminders(act, rules(), said)))
    },
  )
  server.get(
    '/reminder-runs/:id/letters.pdf',
    {
      config,
      schema: { summary: 'The letters of a round that are not in the post yet, 200 at most, in one file', params: One },
    },
    async (request, reply) => {
      const statement = running.current()?.statement
      if (!statement) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
      const papers = await look(db, who(request), async (view) => {
        const { items } = await reminderRun(view, rules(), request.params.id)
        const asked = (id: string): Asked => ({ look: view, inForce: rules(), statement, id })
        const toPrint = items.filter(({ state }) => state === 'to-print').slice(0, lettersAtOnce)
        const seen = []
        for (const { id } of toPrint) {
          const { paper, settled } = await paperOf('reminders', asked(id))
          if (!settled) seen.push(paper)
        }
        return seen
      })
      const [first] = papers
      if (!first) throw new Refusal('NOTHING_TO_PRINT', 409)
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline; filename="reminders.pdf"')
        .send(await papersPdf(papers, `${title[first.language]} · ${first.seller.name}`))
    },
  )
}
