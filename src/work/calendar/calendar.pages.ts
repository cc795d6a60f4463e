import { Type } from 'typebox'
import { digestOf } from '#access'
import { type LedgerTables, type Look, look } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { WorkReach } from '../tables.ts'
import { occasionOf, type WorkRegister } from '../under-duty.ts'
import { calendarText } from './calendar.ts'
import { calendarOf } from './calendar.view.ts'

/** One's own calendar at its secret address: no cookie, no sign-in, nothing but what its owner's duty reads now. */
export function calendarPages(server: HttpServer, running: WorkRegister, { publicUrl }: { publicUrl: string }) {
  server.get(
    '/calendar/:token',
    {
      config: { may: 'public' },
      schema: { params: Type.Object({ token: Type.String({ pattern: '^[\\w-]{20,100}\\.ics$' }) }) },
    },
    async ({ params }, reply) => {
      const secret = params.token.slice(0, -4)
      const by = { by: 'auth', duty: 'auth', purpose: 'access', at: running.now(), under: '0' }
      const wish = await look(running.db, by, (view) =>
        feedOf(view as unknown as Look<WorkReach & LedgerTables>, secret),
      )
      const owner = wish?.feed_duty && (await occasionOf(running, { staff: wish.staff, duty: wish.feed_duty }))
      if (!wish || !owner) throw new Refusal('NOT_FOUND', 404)
      const names = wish.feed_names
      const entries = await look(running.db, owner.occasion, (view) => calendarOf(view, inForce(running), { names }))
      const text = calendarText({
        ...{ entries, names, language: owner.staff.language, at: owner.occasion.at },
        ...{ deskUrl: `${publicUrl}/desk`, host: new URL(publicUrl).hostname },
      })
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .header('x-robots-tag', 'noindex')
        .send(text)
    },
  )
}

function feedOf(look: Look<WorkReach>, secret: string) {
  look.saw([], [])
  return look.db
    .selectFrom('register.work_wish')
    .select(['staff', 'feed_duty', 'feed_names'])
    .where('feed_digest', '=', digestOf(secret))
    .executeTakeFirst()
}
