import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { reviewPeriodOf } from './access-review.ts'
import { reviewOfAccess } from './access-reviews.view.ts'
import { closeAccount } from './close-account.ts'
import { confirmAccess } from './confirm-access.ts'
import { grantDuties } from './grant-duties.ts'
import { handOverWork } from './hand-over-work.ts'
import { acknowledgeInstruction, instructionFor, publishInstruction } from './instruction.ts'
import { inviteStaff } from './invite-staff.ts'
import { matrixOf } from './matrix.ts'
import { meOf } from './me.ts'
import type { AccessPorts, AccessRegister } from './ports.ts'
import { recordUndertaking } from './record-undertaking.ts'
import { renewLink } from './renew-link.ts'
import { endSessionsOf } from './sessions.ts'
import { colleaguesOf, staffMember, staffOf } from './staff.view.ts'

const signedIn = { may: 'signed-in' } as const
const keepers = { may: { duties: ['admin'] } }
const overseers = { may: { duties: ['admin', 'privacy'] } }

const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Line = Type.String({ minLength: 1, maxLength: 200 })
const Text = Type.String({ minLength: 1, maxLength: 20_000 })
const Day = Type.String({ format: 'date' })
const Language = Type.Enum(['fi', 'sv', 'en'])
const Name = Type.Union([Line, Type.Null()])
const Granting = Type.Object({
  duties: Type.Array(Line, { maxItems: 20, uniqueItems: true }),
  until: Type.Optional(Type.Union([Day, Type.Null()])),
  reason: Line,
})
const Invitation = Type.Object({
  name: Line,
  email: Line,
  language: Type.Optional(Language),
  groupCompany: Type.Optional(Name),
  team: Type.Optional(Name),
  ...Granting.properties,
})
const Closure = Type.Union([
  Type.Object({
    successor: Type.Optional(Type.String({ format: 'uuid' })),
    /** The successor also takes over what is under way. */
    work: Type.Optional(Type.Boolean()),
  }),
  Type.Null(),
])

/** Staff, their duties, the instruction and the matrix, over HTTP. */
export function accessRoutes(
  app: HttpServer,
  register: AccessRegister,
  { publicUrl, ports = {} }: { publicUrl: string; ports?: AccessPorts },
) {
  const { db } = register
  const policy = () => register.current()?.policy ?? null
  const linkTo = (secret: string) => `${publicUrl}/auth/link/${secret}`

  app.get('/me', { config: signedIn }, async ({ staff }) => meOf(staff, register))
  app.get('/access/matrix', { config: signedIn }, async () => matrixOf(register.policy()))
  app.get('/colleagues', { config: signedIn }, async ({ occasion }) => ({
    items: await look(db, occasion, (view) => colleaguesOf(view)),
  }))
  app.get('/colleagues/left', { config: signedIn }, async ({ occasion }) => ({
    items: await look(db, occasion, (view) => colleaguesOf(view, 'closed')),
  }))

  app.get('/staff', { config: keepers }, async ({ occasion }) => ({
    items: await look(db, occasion, staffOf),
    next: null,
  }))
  app.get('/staff/:id', { config: keepers, schema: { params: One } }, ({ occasion, params }) =>
    look(db, occasion, (view) => staffMember(view, params.id)),
  )
  app.post('/staff', { config: keepers, schema: { body: Invitation } }, async ({ occasion, body }, reply) => {
    const invitation = { ...body, language: body.language ?? 'fi' }
    const { id, secret } = await perform(db, occasion, (act) => inviteStaff(act, invitation, policy()))
    return reply
      .status(201)
      .send({ ...(await look(db, occasion, (view) => staffMember(view, id))), link: linkTo(secret) })
  })
  app.put(
    '/staff/:id/duties',
    { config: keepers, schema: { params: One, body: Granting } },
    async ({ occasion, params, body }) => {
      await open(occasion, params.id)
      await perform(db, occasion, (act) => grantDuties(act, params.id, body, policy()))
      return look(db, occasion, (view) => staffMember(view, params.id))
    },
  )
  app.post(
    '/staff/:id/undertaking',
    { config: keepers, schema: { params: One, body: Type.Object({ signedOn: Day, documentRef: Line }) } },
    async ({ occasion, params, body }, reply) => {
      await open(occasion, params.id)
      await perform(db, occasion, (act) => recordUndertaking(act, params.id, body))
      return reply.status(201).send(await look(db, occasion, (view) => staffMember(view, params.id)))
    },
  )
  app.post(
    '/staff/:id/link',
    {
      config: keepers,
      schema: { params: One, body: Type.Object({ kind: Type.Enum(['invitation', 'password', 'second-factor']) }) },
    },
    async ({ occasion, params, body }, reply) => {
      const secret = await perform(db, occasion, (act) => renewLink(act, params.id, body.kind))
      return reply.status(201).send({ link: linkTo(secret) })
    },
  )
  app.delete(
    '/staff/:id/sessions',
    { config: keepers, schema: { params: One } },
    async ({ occasion, params }, reply) => {
      await open(occasion, params.id)
      await perform(db, occasion, (act) => endSessionsOf(act, params.id))
      return reply.status(204).send()
    },
  )
  app.post(
    '/staff/:id/closure',
    {
      config: keepers,
      schema: {
        params: One,
        body: Closure,
      },
    },
    async ({ occasion, params, body }) => {
      const successor = body?.successor ?? null
      await look(db, occasion, (view) => staffMember(view, params.id))
      const receiver = successor && (await open(occasion, successor))
      await perform(db, occasion, async (act) => {
        if (receiver && body?.work) await handOverWork(act, { from: params.id, receiver, orNone: true }, policy())
        await ports.beforeClosing?.(act, params.id, successor)
        await closeAccount(act, params.id, successor)
      })
      return look(db, occasion, (view) => staffMember(view, params.id))
    },
  )

  const period = () => reviewPeriodOf((register.current()?.statement.security ?? []).map(({ check }) => check))
  app.get(
    '/access/review',
    { config: overseers, schema: { summary: 'Who holds which duty, and whether it is still right' } },
    ({ occasion }) => look(db, occasion, (view) => reviewOfAccess(view, period())),
  )
  app.post(
    '/access/review',
    {
      config: overseers,
      schema: {
        summary: 'Say that all of it is still right',
        body: Type.Object({ seen: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 10_000 }) }),
      },
    },
    async ({ occasion, body }, reply) => {
      await perform(db, occasion, (act) => confirmAccess(act, body.seen, period()))
      return reply.status(204).send()
    },
  )
  app.get('/instruction', { config: signedIn }, async ({ occasion }) => look(db, occasion, instructionFor))
  app.post(
    '/instruction',
    { config: overseers, schema: { body: Type.Object({ fi: Text, sv: Text, en: Text }) } },
    async ({ occasion, body }, reply) => {
      const version = await perform(db, occasion, (act) => publishInstruction(act, body))
      return reply.status(201).send({ version })
    },
  )
  app.post(
    '/instruction/acknowledgement',
    {
      config: { ...signedIn, evenWhenReadOnly: true },
      schema: { body: Type.Object({ version: Type.Integer({ minimum: 1 }) }) },
    },
    async ({ occasion, body }, reply) => {
      await perform(db, occasion, (act) => acknowledgeInstruction(act, body.version))
      return reply.status(201).send(await look(db, occasion, instructionFor))
    },
  )

  /** The account, if it is there and not closed. */
  async function open(occasion: Parameters<typeof look>[1], id: string) {
    const card = await look(db, occasion, (view) => staffMember(view, id))
    if (card.state === 'closed') throw new Refusal('ACCOUNT_CLOSED', 409)
    return card
  }
}
