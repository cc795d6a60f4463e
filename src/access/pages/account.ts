import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseStale } from '../fresh.ts'
import { acknowledgeInstruction, instructionFor } from '../instruction.ts'
import {
  beginAuthenticator,
  confirmAuthenticator,
  ownFactors,
  ownHash,
  removeAuthenticator,
  renewSession,
  setPassword,
} from '../own-factors.ts'
import { addPasskey, askNewPasskey, removePasskey } from '../passkey.ts'
import { isRightPassword } from '../password.ts'
import { endSession, sessionsOf } from '../sessions.ts'
import { accountView, authenticatorView } from './account.view.ts'
import { contextOf } from './context.ts'
import { type Door, endCookie, giveSession, giveStep, stepOf, toldOf, tried, visitorOf } from './door.ts'
import { accessPage, languageOf } from './frame.ts'
import { words } from './words.ts'

const signedIn = { may: 'signed-in', evenWhenReadOnly: true } as const
const short = Type.String({ maxLength: 254 })
const One = Type.Object({ id: Type.String({ maxLength: 1400 }) })
const Answer = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  response: Type.Object({}, { additionalProperties: true }),
})
const pages = fileURLToPath(new URL('.', import.meta.url))

/** Everybody's own account: factors, sessions, password, instruction. Each form is a deed, and comes back here. */
export function accountPages(door: Door) {
  const { app, register, keys, site } = door
  const { db } = register
  const back = (reply: FastifyReply) => reply.redirect('/auth/account', 303)

  app.get('/auth/account', { config: signedIn }, (request, reply) => show(request, reply, null))
  app.post('/auth/sign-out', { config: signedIn }, async ({ occasion, staff, headers }, reply) => {
    await perform(db, occasion, (act) => endSession(act, staff.session ?? ''))
    endCookie(reply, door)
    return headers.accept?.includes('text/html') ? reply.redirect('/auth/sign-in', 303) : reply.status(204).send()
  })
  app.post('/auth/sessions/end', { config: signedIn, schema: { body: One } }, async ({ occasion, body }, reply) => {
    await perform(db, occasion, (act) => endSession(act, body.id))
    return back(reply)
  })
  app.post(
    '/auth/instruction',
    { config: signedIn, schema: { body: Type.Object({ version: short }) } },
    async ({ occasion, body }, reply) => {
      await perform(db, occasion, (act) => acknowledgeInstruction(act, Number(body.version)))
      return back(reply)
    },
  )

  app.post('/auth/authenticator', { config: signedIn }, async ({ occasion, staff }, reply) => {
    refuseStale(staff, occasion.at)
    const secret = await perform(db, occasion, (act) => beginAuthenticator(act, keys))
    return accessPage(reply, staff.language, words.app[staff.language], authenticatorView(staff, secret, null))
  })
  app.post(
    '/auth/authenticator/confirmation',
    { config: signedIn, schema: { body: Type.Object({ code: short }) } },
    async (request, reply) => {
      const { occasion, body } = request
      const outcome = await tried(() =>
        perform(db, occasion, async (act) => {
          await confirmAuthenticator(act, keys, body.code)
          return renewSession(act, { proof: 'two-factor', device: visitorOf(request).device })
        }),
      )
      if (outcome instanceof Refusal) return show(request, reply, outcome)
      giveSession(reply, door, outcome)
      return back(reply)
    },
  )
  app.post('/auth/authenticator/removal', { config: signedIn }, async (request, reply) => {
    refuseStale(request.staff, request.occasion.at)
    await perform(db, request.occasion, (act) => removeAuthenticator(act))
    return back(reply)
  })

  app.post('/auth/passkeys/question', { config: signedIn }, async ({ occasion, staff }, reply) => {
    refuseStale(staff, occasion.at)
    if (!site) throw new Refusal('PASSKEY_NOT_RIGHT', 422)
    const { options, secret } = await perform(db, occasion, (act) => askNewPasskey(act, site, staff))
    giveStep(reply, door, secret)
    return options
  })
  app.post('/auth/passkeys', { config: signedIn, schema: { body: Answer } }, async (request, reply) => {
    const { occasion, body, staff } = request
    refuseStale(staff, occasion.at)
    if (!site) throw new Refusal('PASSKEY_NOT_RIGHT', 422)
    const step = stepOf(request, reply, door)
    // The library checks every part of the answer itself.
    const answer = { label: body.label, response: body.response as unknown as RegistrationResponseJSON }
    const secret = await perform(db, occasion, async (act) => {
      await addPasskey(act, site, step, answer)
      return renewSession(act, { proof: 'passkey', device: visitorOf(request).device })
    })
    giveSession(reply, door, secret)
    return reply.status(201).send({ added: true })
  })
  app.post(
    '/auth/passkeys/removal',
    { config: signedIn, schema: { body: One } },
    async ({ occasion, body, staff }, reply) => {
      refuseStale(staff, occasion.at)
      await perform(db, occasion, (act) => removePasskey(act, body.id))
      return back(reply)
    },
  )

  app.post(
    '/auth/password',
    { config: signedIn, schema: { body: Type.Object({ current: short, password: short, again: short }) } },
    async (request, reply) => {
      const outcome = await tried(() => changePassword(request, request.body))
      if (outcome instanceof Refusal) return show(request, reply, outcome)
      giveSession(reply, door, outcome)
      return back(reply)
    },
  )

  for (const [file, type] of Object.entries({ 'access.css': 'text/css', 'passkey.js': 'text/javascript' })) {
    app.get(`/auth/${file}`, { config: { may: 'public' } }, async (_, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=3600')
        .send(await readFile(`${pages}/${file}`)),
    )
  }

  async function changePassword(
    request: FastifyRequest,
    { current, password, again }: { current: string; password: string; again: string },
  ) {
    const { staff, occasion } = request
    if (password !== again) throw new Refusal('PASSWORDS_DIFFER', 422, { field: 'again' })
    const hash = await look(db, occasion, ownHash)
    if (!(await isRightPassword(hash, current))) throw new Refusal('SIGN_IN_FAILED', 403, { field: 'current' })
    return perform(db, occasion, async (act) => {
      await setPassword(act, staff.id, password, contextOf(register, staff.name, staff.email))
      return renewSession(act, {
        proof: staff.proof === 'token' ? 'password' : staff.proof,
        device: visitorOf(request).device,
      })
    })
  }

  async function show(request: FastifyRequest, reply: FastifyReply, refusal: Refusal | null) {
    const { staff, occasion } = request
    const [factors, sessions, instruction] = await Promise.all([
      look(db, occasion, ownFactors),
      look(db, occasion, (view) => sessionsOf(view, staff.session)),
      look(db, occasion, instructionFor),
    ])
    const language = languageOf(request, staff.language)
    const main = accountView({
      language,
      staff,
      factors,
      sessions,
      instruction,
      passkeys: site !== null,
      refused: refusal && toldOf(refusal, language),
    })
    return accessPage(reply, language, words.account[language], main, refusal?.status)
  }
}
