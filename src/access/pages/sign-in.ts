import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { askPasskey, ownerOfPasskey } from '../passkey.ts'
import { isRightPassword } from '../password.ts'
import { askCode, credentialsOf, noteFailure, openSession, refuseHasty, takeChallenge, useCode } from '../sign-in.ts'
import { type Door, giveSession, giveStep, occasionAt, placeOf, stepOf, toldOf, tried, visitorOf } from './door.ts'
import { codeForm, signInForm } from './forms.ts'
import { accessPage, languageOf } from './frame.ts'
import { words } from './words.ts'

const open = { may: 'public', evenWhenReadOnly: true, sameOrigin: true } as const
const Next = Type.Object({
  next: Type.Optional(Type.String({ maxLength: 500 })),
  language: Type.Optional(Type.String()),
})
const Typed = Type.Object({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: 1000 }),
  ...Next.properties,
})
const Code = Type.Object({ code: Type.String({ maxLength: 20 }), ...Next.properties })
const Answer = Type.Object(
  { id: Type.String({ maxLength: 1400 }), response: Type.Object({}, { additionalProperties: true }) },
  { additionalProperties: true },
)

/** Password, code and passkey: the way in. */
export function signInPages(door: Door) {
  const { app, register, keys, site } = door
  const { db } = register

  app.get('/auth/sign-in', { config: open, schema: { querystring: Next } }, (request, reply) =>
    showForm(request, reply, request.query.next, null),
  )
  app.post('/auth/sign-in', { config: open, schema: { body: Typed } }, async (request, reply) => {
    const { email, next } = request.body
    const outcome = await tried(() => passwordStep(request, reply))
    return outcome instanceof Refusal ? showForm(request, reply, next, outcome, email) : reply.redirect(outcome, 303)
  })

  app.get('/auth/code', { config: open, schema: { querystring: Next } }, (request, reply) =>
    showCode(request, reply, request.query.next, null),
  )
  app.post('/auth/code', { config: open, schema: { body: Code } }, async (request, reply) => {
    const outcome = await tried(() => codeStep(request, reply))
    return outcome instanceof Refusal
      ? showForm(request, reply, request.body.next, outcome)
      : reply.redirect(outcome, 303)
  })

  app.post('/auth/passkey/question', { config: open }, async (_, reply) => {
    if (!site) throw new Refusal('PASSKEY_NOT_RIGHT', 422)
    const { options, secret } = await perform(db, occasionAt(door), (act) => askPasskey(act, site))
    giveStep(reply, door, secret)
    return options
  })
  app.post('/auth/passkey', { config: open, schema: { body: Answer } }, async (request, reply) => {
    const step = stepOf(request, reply, door)
    const { device } = visitorOf(request)
    const secret = await perform(db, occasionAt(door), async (act) => {
      // The library checks every part of the answer itself.
      const owner = site
        ? await ownerOfPasskey(act, site, step, request.body as unknown as AuthenticationResponseJSON)
        : null
      if (owner) return openSession(act, owner, 'passkey', device)
      await noteFailure(act, keys.mark(`passkey ${request.ip}`), 'passkey', null)
      return null
    })
    if (!secret) throw new Refusal('PASSKEY_NOT_RIGHT', 422)
    giveSession(reply, door, secret)
    return { signedIn: true }
  })

  async function passwordStep(
    request: FastifyRequest<{ Body: { email: string; password: string; next?: string } }>,
    reply: FastifyReply,
  ): Promise<string> {
    const { password, next } = request.body
    const email = request.body.email.trim().toLowerCase()
    const { address, device } = visitorOf(request)
    const pair = keys.mark(`${email} ${address}`)
    const credentials = await look(db, occasionAt(door), async (view) => {
      await refuseHasty(view, pair)
      return credentialsOf(view, email)
    })

    if (!(await isRightPassword(credentials?.hash ?? null, password)) || !credentials) {
      await perform(db, occasionAt(door), (act) => noteFailure(act, pair, 'password', credentials?.id ?? null))
      throw new Refusal('SIGN_IN_FAILED', 401)
    }
    if (credentials.confirmedAt) {
      // Codes are guessed only by who has the password: here the account itself waits, whatever the address.
      await look(db, occasionAt(door), (view) => refuseHasty(view, codeMark(credentials.id)))
      giveStep(reply, door, await perform(db, occasionAt(door, credentials.id), (act) => askCode(act, credentials.id)))
      return `/auth/code?next=${encodeURIComponent(placeOf(next))}`
    }
    // ASVS 6.3.3: where a second factor exists, the password alone opens nothing, not even the page to add another.
    if (credentials.hasPasskey) throw new Refusal('PASSKEY_NEEDED', 403)
    giveSession(
      reply,
      door,
      await perform(db, occasionAt(door, credentials.id), (act) =>
        openSession(act, credentials.id, 'password', device),
      ),
    )
    return '/auth/account'
  }

  async function codeStep(
    request: FastifyRequest<{ Body: { code: string; next?: string } }>,
    reply: FastifyReply,
  ): Promise<string> {
    const step = stepOf(request, reply, door)
    const { address, device } = visitorOf(request)
    const outcome = await perform(db, occasionAt(door), async (act) => {
      const begun = await takeChallenge(act, step, 'second-step')
      if (begun?.staffId && (await useCode(act, keys, begun.staffId, request.body.code))) {
        return openSession({ ...act, by: begun.staffId }, begun.staffId, 'two-factor', device)
      }
      await noteFailure(act, codeMark(begun?.staffId ?? address), 'code', begun?.staffId ?? null)
      return null
    })
    if (!outcome) throw new Refusal('CODE_NOT_RIGHT', 401)
    giveSession(reply, door, outcome)
    return placeOf(request.body.next)
  }

  function codeMark(whose: string) {
    return keys.mark(`code ${whose}`)
  }

  function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    next: string | undefined,
    refusal: Refusal | null,
    email = '',
  ) {
    const language = languageOf(request)
    const form = signInForm(
      language,
      { next: placeOf(next), passkeys: site !== null },
      refusal && toldOf(refusal, language, { email }),
    )
    return accessPage(reply, language, words.signIn[language], form, refusal?.status)
  }

  function showCode(request: FastifyRequest, reply: FastifyReply, next: string | undefined, refusal: Refusal | null) {
    const language = languageOf(request)
    return accessPage(
      reply,
      language,
      words.code[language],
      codeForm(language, placeOf(next), refusal && toldOf(refusal, language)),
      refusal?.status,
    )
  }
}
