import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { dutiesInForce } from './duty.ts'
import { refuseStale } from './fresh.ts'
import type { AccessRegister } from './ports.ts'
import { endSession, sessionsOf } from './sessions.ts'
import { endToken, makeToken, tokensOf } from './tokens.ts'

const signedIn = { may: 'signed-in', evenWhenReadOnly: true } as const
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const TokenWish = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 100 }),
  duty: Type.String({ minLength: 1, maxLength: 60 }),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
})

/** What is everybody's own: sessions and tokens. */
export function ownRoutes(app: HttpServer, register: AccessRegister) {
  const { db } = register

  app.get('/sessions', { config: signedIn }, async ({ occasion, staff }) => ({
    items: await look(db, occasion, (view) => sessionsOf(view, staff.session)),
    next: null,
  }))
  app.delete('/sessions/:id', { config: signedIn, schema: { params: One } }, async ({ occasion, params }, reply) => {
    await perform(db, occasion, (act) => endSession(act, params.id))
    return reply.status(204).send()
  })

  app.get('/tokens', { config: signedIn }, async ({ occasion }) => ({
    items: await look(db, occasion, tokensOf),
    next: null,
  }))
  app.post('/tokens', { config: signedIn, schema: { body: TokenWish } }, async ({ occasion, staff, body }, reply) => {
    refuseStale(staff, occasion.at)
    const held = dutiesInForce(staff, register.current()?.policy ?? null)
    return reply.status(201).send(await perform(db, occasion, (act) => makeToken(act, body, held)))
  })
  app.delete('/tokens/:id', { config: signedIn, schema: { params: One } }, async ({ occasion, params }, reply) => {
    await perform(db, occasion, (act) => endToken(act, params.id))
    return reply.status(204).send()
  })
}
