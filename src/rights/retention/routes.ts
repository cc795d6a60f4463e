import { Type } from 'typebox'
import { look, type Occasion } from '#ledger'
import type { ContactPart } from '#lists'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import type { Published, Running } from '#statement'
import { nextDays } from './next-days.view.ts'

const privacy = { may: { duties: ['privacy'] } }
const asked = Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })) })

/** What section 11 erases in the coming days, and what it erased in the nights before. */
export function retentionRoutes<T>(
  server: HttpServer,
  register: Running<T>,
  { contacts }: { contacts: readonly ContactPart[] },
) {
  server.get(
    '/retention',
    {
      config: privacy,
      schema: { summary: 'What will be erased without anybody asking, and what was', querystring: asked },
    },
    (request) => {
      register.policy() // refuses where no statement is in force
      const { statement } = register.current() as Published
      const { occasion } = request as unknown as { occasion: Occasion } // set by access before the handler runs
      const language = preferredLanguage(request.headers['accept-language'])
      const wish = { days: request.query.days ?? 30, language, contacts }
      return look(register.db, { ...occasion, duty: 'rights' }, (view) => nextDays(view, statement, wish))
    },
  )
}
