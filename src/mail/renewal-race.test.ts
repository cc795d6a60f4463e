import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Refusal } from '#platform/refusal'
import { anApp } from '#test/app'
import { mailboxWish, mailWorld, settings as plain } from './mail-world.fixture.ts'
import type { MailRunning } from './reach.ts'
import { type MailService, mailServices } from './services.ts'
import { signInOf } from './sign-in-of.ts'

/** What happens while the service thinks about a token. */
let meanwhile = async () => {}
let count = 0
const server = createServer(async (_, reply) => {
  const mine = count
  count += 1
  await meanwhile()
  const tokens = { access_token: `token-${mine}`, refresh_token: 'uusija', expires_in: 60 }
  reply.setHeader('content-type', 'application/json').end(JSON.stringify(tokens))
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
after(() => server.close())
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const services: Record<string, MailService> = {
  microsoft: { ...mailServices.microsoft, authorize: `${url}/authorize`, token: `${url}/token`, keepsSent: false },
}

const app = await anApp({}, { mailServices: services })
const { as, register, ledger } = app
const { mailbox, rows } = mailWorld(app)
const sales = as('saku')
const settings = { ...plain, services }
await as('tomas')('PUT', '/mail-services/microsoft', { clientId: 'ohjelma', clientSecret: 'salaisuus' })

const ofService = { signsIn: 'microsoft', password: undefined }
const revisionOf = async (id: string) =>
  (await rows<{ revision: number }>(`select revision from register.mailbox where id = '${id}'`))[0]?.revision ?? 0
const signIn = async (id: string, revision: number, signsIn = 'microsoft') =>
  signInOf(register as unknown as MailRunning, settings, { id, login: 'saku', signsIn, revision }).catch((fault) => {
    if (fault instanceof Refusal) return fault.code
    throw fault
  })
const begun = async (id: string) =>
  new URL((await sales('POST', `/mailboxes/${id}/errand`, { payload: {} })).json().address).searchParams.get('state') ??
  ''
const back = (state: string) => sales('POST', '/mail-errands', { code: 'koodi', state })
const moved = async (id: string, wish: Record<string, unknown>) => {
  const { shared: _, ...change } = mailboxWish('saku@valo.example', wish) as Record<string, unknown>
  if ('signsIn' in wish) delete change.password // a service's mailbox has none
  const headers = { 'if-match': String(await revisionOf(id)) }
  const answer = await sales('PUT', `/mailboxes/${id}`, { payload: change, headers })
  assert.equal(answer.statusCode, 204, answer.body)
}
/** Once, while the service thinks. */
const during = (deed: () => Promise<unknown>) => {
  meanwhile = async () => {
    meanwhile = async () => {}
    await deed()
  }
}
const id = await mailbox('saku', mailboxWish('saku@valo.example', ofService))

test('a renewal that began before the servers changed does not write its token over the new secret', async () => {
  assert.equal((await back(await begun(id))).statusCode, 200)
  const before = await revisionOf(id)
  await register.setClock('2026-03-02T12:05:00+02:00') // the token has run out
  const renewals = async () => (await ledger()).filter((event) => event.startsWith('mailbox.consent-renewed')).length
  during(() => moved(id, { imap: 9, password: 'uusi salasana' }))
  assert.equal(await signIn(id, before), 'EDITED_MEANWHILE')
  assert.equal(await renewals(), 0)
  assert.deepEqual(await signIn(id, await revisionOf(id), 'password'), { user: 'saku', password: 'uusi salasana' })
})

test('a secret that came after the servers were read is not sent to those that were read', async () => {
  const before = await revisionOf(id)
  await moved(id, { imap: 11, password: 'kolmas salasana' })
  assert.equal(await signIn(id, before, 'password'), 'EDITED_MEANWHILE')
})

test('a renewal of the same secret is kept', async () => {
  await moved(id, { imap: 12, ...ofService })
  assert.equal((await back(await begun(id))).statusCode, 200)
  await register.setClock('2026-03-02T12:10:00+02:00')
  const renewed = await signIn(id, await revisionOf(id))
  assert.deepEqual(renewed, { user: 'saku', accessToken: `token-${count - 1}` })
  assert.deepEqual(await signIn(id, await revisionOf(id)), renewed, 'and used until it runs out')
})

test('of two who renew at once the second signs in too, with the token that was kept', async () => {
  await register.setClock('2026-03-02T12:15:00+02:00')
  const revision = await revisionOf(id)
  let first: unknown
  during(async () => {
    first = await signIn(id, revision)
  })
  const second = await signIn(id, revision)
  assert.ok(first && typeof first === 'object')
  assert.deepEqual(second, first)
})

test('a consent that was asked for other servers is over, also where they change as it comes back', async () => {
  const early = await begun(id)
  await moved(id, { imap: 13, ...ofService })
  assert.equal((await back(early)).json().code, 'MAIL_ERRAND_OVER')
  const late = await begun(id)
  during(() => moved(id, { imap: 14, ...ofService }))
  assert.equal((await back(late)).json().code, 'EDITED_MEANWHILE')
  assert.deepEqual(await rows(`select from register.mailbox_secret where mailbox_id = '${id}'`), [])
})
