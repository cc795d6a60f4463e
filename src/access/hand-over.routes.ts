import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { handOverWork, takeBackWork } from './hand-over-work.ts'
import { openWorkOf } from './open-work.view.ts'
import type { AccessRegister } from './ports.ts'
import { staffMember } from './staff.view.ts'

const keepers = { may: { duties: ['admin'] } }
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const Kind = Type.String({ minLength: 1, maxLength: 40 })

/** What somebody of the staff has under way, and handing it over, over HTTP. */
export function handOverRoutes(app: HttpServer, register: AccessRegister) {
  const { db } = register
  const policy = () => register.current()?.policy ?? null

  app.get(
    '/staff/:id/work',
    {
      config: keepers,
      schema: {
        summary: 'How much open work of each kind somebody has, and how much of it a colleague could take over',
        params: One,
        querystring: Type.Object({ to: Type.Optional(Id) }),
      },
    },
    ({ occasion, params: { id }, query: { to } }) =>
      look(db, occasion, async (view) => {
        await staffMember(view, id)
        return openWorkOf(view, policy(), { id, receiver: to ? await staffMember(view, to) : null })
      }),
  )
  app.post(
    '/staff/:id/work/handing',
    {
      config: keepers,
      schema: {
        summary: 'Hand the open work of somebody over to a colleague',
        params: One,
        body: Type.Object({ to: Id, kinds: Type.Optional(Type.Array(Kind, { maxItems: 40, uniqueItems: true })) }),
      },
    },
    async ({ occasion, params: { id: from }, body: { to, kinds } }, reply) => {
      const receiver = await look(db, occasion, async (view) => {
        await staffMember(view, from)
        return staffMember(view, to)
      })
      const wish = { from, receiver, ...(kinds ? { kinds } : {}) }
      const counts = await perform(db, occasion, (act) => handOverWork(act, wish, policy()))
      return reply.status(201).send({ counts })
    },
  )
  app.post(
    '/hand-overs/:id/undo',
    { config: keepers, schema: { summary: 'Give back what of a hand-over is still under way', params: One } },
    async ({ occasion, params: { id } }, reply) => {
      const counts = await perform(db, occasion, (act) => takeBackWork(act, id))
      return reply.status(201).send({ counts })
    },
  )
}
