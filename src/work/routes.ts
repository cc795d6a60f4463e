import { Type } from 'typebox'
import { byName, type LedgerTables, look, perform } from '#ledger'
import { type BinPart, type DayPart, type FinderPart, type TimelinePart, type WorkTrigger, wordsFound } from '#lists'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import type { Running } from '#statement'
import { closed, desks, Id, languageIn, One, occasionIn, text } from './asked.routes.ts'
import { binRoutes } from './bin/bin.routes.ts'
import { workWishesOf } from './calendar/calendar.view.ts'
import { endFeedAddress, makeFeedAddress, setWorkWishes } from './calendar/feed-address.ts'
import { documentsRoutes } from './documents/documents.routes.ts'
import { type FinderWish, recordsFound } from './find-records.view.ts'
import { myDayOf } from './my-day.view.ts'
import { notesRoutes } from './notes/notes.routes.ts'
import { notificationsOf, unseenCount } from './notifications.view.ts'
import { rulesRoutes } from './rules/rules.routes.ts'
import { seeNotifications } from './see-notifications.ts'
import { seenLatelyRoutes } from './seen-lately.routes.ts'
import type { WorkReach } from './tables.ts'
import { tasksRoutes } from './tasks/tasks.routes.ts'
import { timelineOf } from './timeline.view.ts'
import type { WorkRegister } from './under-duty.ts'

/** What work asks of others: what stands on a timeline, what waits today, and what rules start upon. */
export interface WorkPorts {
  timeline: readonly TimelinePart[]
  day: readonly DayPart[]
  triggers: readonly WorkTrigger[]
  finder: readonly FinderPart[]
  /** What staff may delete and take back. */
  bin: readonly BinPart[]
  publicUrl: string
}

const Page = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    after: Type.Optional(text(120)),
    kinds: Type.Optional(Type.String({ pattern: '^[a-z,-]{1,300}$' })),
    subject: Type.Optional(Id),
  },
  closed,
)
const Wishes = Type.Object(
  { reminderMail: Type.Optional(Type.Boolean()), feedNames: Type.Optional(Type.Boolean()) },
  closed,
)
const Seen = Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 200 })) }, closed)

/** Tasks, notes, documents, the timeline and when–then rules at the desk (S5.29). */
export function workRoutes<T extends WorkReach & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  ports: WorkPorts,
) {
  const running = register as unknown as WorkRegister // its tables are among T's
  const { db } = running
  tasksRoutes(server, running, ports.finder)
  notesRoutes(server, running)
  documentsRoutes(server, running, ports.finder)
  rulesRoutes(server, running, ports.triggers)
  seenLatelyRoutes(server, running, ports.finder)
  binRoutes(server, running, ports.bin)

  for (const [path, key, whose] of [
    ['companies', 'organisationId', 'a company'],
    ['people', 'personId', 'a person'],
  ] as const)
    server.get(
      `/${path}/:id/timeline`,
      { config: desks, schema: { summary: `Everything that happened with ${whose}`, params: One, querystring: Page } },
      (request) => {
        const { kinds, subject, ...page } = request.query
        const party = { [key]: request.params.id, ...(subject ? { subjectId: subject } : {}) }
        const wish = { ...page, party, language: languageIn(request), kinds: kinds?.split(',') }
        // What a mailbox shares depends on who reads.
        return look(db, byName(occasionIn(request)), (view) => timelineOf(view, inForce(running), ports.timeline, wish))
      },
    )

  server.get('/my-day', { config: desks, schema: { summary: 'What waits for one today' } }, (request) =>
    look(db, occasionIn(request), (view) => myDayOf(view, inForce(running), ports.day)),
  )
  server.post(
    '/records-found',
    {
      config: { ...desks, reads: true },
      schema: {
        summary: 'Records of every kind by how their number begins, or by words of their title, subject or text',
        body: Type.Object({ q: Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' }) }, closed),
      },
    },
    (request) => {
      const occasion = occasionIn(request)
      const find: FinderWish['find'] = (said, indexes) => wordsFound(db, occasion, { said, indexes })
      const wish = { parts: ports.finder, said: request.body.q.trim(), language: languageIn(request), find }
      // What a mailbox shares depends on who reads.
      return look(db, byName(occasion), (view) => recordsFound(view, inForce(running), wish))
    },
  )
  server.get('/notifications', { config: desks, schema: { summary: 'What one should look at' } }, (request) =>
    look(db, occasionIn(request), (view) => notificationsOf(view, inForce(running), {})),
  )
  server.get(
    '/notifications/unseen',
    { config: desks, schema: { summary: 'How many of them are unseen' } },
    (request) => look(db, occasionIn(request), (view) => unseenCount(view, inForce(running))),
  )
  server.post(
    '/notifications/seen',
    { config: desks, schema: { summary: 'Mark notifications as seen: those named, or all', body: Seen } },
    async (request, reply) => {
      await perform(db, occasionIn(request), (act) => seeNotifications(act, inForce(running), request.body.ids))
      return reply.status(204).send()
    },
  )

  server.get('/work-wishes', { config: desks, schema: { summary: 'How one wants to be reminded' } }, (request) =>
    look(db, occasionIn(request), (view) => workWishesOf(view, inForce(running))),
  )
  server.put(
    '/work-wishes',
    { config: desks, schema: { summary: 'Say how one wants to be reminded', body: Wishes } },
    async (request, reply) => {
      await perform(db, occasionIn(request), (act) => setWorkWishes(act, inForce(running), request.body))
      return reply.status(204).send()
    },
  )
  server.post(
    '/work-wishes/calendar',
    { config: desks, schema: { summary: 'Make a new secret address for one’s own calendar; shown once' } },
    async (request, reply) => {
      const { secret } = await perform(db, occasionIn(request), (act) => makeFeedAddress(act, inForce(running)))
      return reply.status(201).send({ address: `${ports.publicUrl}/calendar/${secret}.ics` })
    },
  )
  server.delete(
    '/work-wishes/calendar',
    { config: desks, schema: { summary: 'Close one’s own calendar’s address' } },
    async (request, reply) => {
      await perform(db, occasionIn(request), (act) => endFeedAddress(act, inForce(running)))
      return reply.status(204).send()
    },
  )
}
