import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { anApp } from '#test/app'
import { dovecotHere, noDovecot, startDovecot } from './dovecot.fixture.ts'
import { mailboxWish, mailFrom, mailWorld } from './mail-world.fixture.ts'
import { newVerifier } from './oauth.ts'
import { type MailService, mailServices } from './services.ts'

const place = dovecotHere()
if (!place) console.error(`\n${noDovecot}\n`)

/** A mail service's token endpoint on loopback: it checks what it is told and keeps what it gave. */
async function startService() {
  const asked: Record<string, string>[] = []
  let refuses = false
  let count = 0
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const said = Object.fromEntries(new URLSearchParams(body))
      asked.push(said)
      count += 1
      reply.setHeader('content-type', 'application/json')
      if (refuses || said.client_secret !== 'palvelun salaisuus') reply.statusCode = 400
      const tokens = { access_token: `token-${count}`, refresh_token: 'uusija', expires_in: 3600 }
      reply.end(
        JSON.stringify(
          reply.statusCode === 400 ? { error: 'invalid_grant', error_description: 'saku@valo.example' } : tokens,
        ),
      )
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const refuse = () => {
    refuses = true
  }
  return { url, asked, refuse }
}

const real = mailServices.microsoft
const double = await startService()
const services: Record<string, MailService> = {
  microsoft: {
    ...real,
    authorize: `${double.url}/{tenant}/authorize`,
    token: `${double.url}/{tenant}/token`,
    keepsSent: false,
  },
}
const app = await anApp({}, { mailServices: services })
const { as, register, ledger } = app
const { mailbox, rows, person } = mailWorld(app)
const sales = as('saku')

test('a mail service is registered with by the administrator, and its secret is never said again', async () => {
  const kept = { clientId: 'ohjelma', clientSecret: 'palvelun salaisuus', tenant: 'valo' }
  assert.equal((await sales('PUT', '/mail-services/microsoft', kept)).statusCode, 403)
  assert.equal((await as('tomas')('PUT', '/mail-services/microsoft', kept)).statusCode, 204)
  const answer = await as('tomas')('GET', '/mail-services')
  assert.equal(answer.json().items[0].clientId, 'ohjelma')
  assert.doesNotMatch(answer.body, /salaisuus/)
  assert.deepEqual(await rows(`select from register.mail_service where sealed::text like '%salaisuus%'`), [])
})

test('a service that the statement does not name cannot be used: neither its servers nor its consent (S8.4, S9.6)', async () => {
  const bare = await anApp({}, {})
  const verdict = (await bare.as('tomas')('GET', '/mail-services')).json().items
  assert.deepEqual(
    verdict.map(({ id, isDeclared, code }: Record<string, unknown>) => [id, isDeclared, code]),
    [
      ['microsoft', false, 'RECIPIENT_NOT_DECLARED'],
      ['google', false, 'RECIPIENT_NOT_DECLARED'],
    ],
  )
  const kept = { clientId: 'ohjelma', clientSecret: 'x' }
  await bare.as('tomas')('PUT', '/mail-services/google', kept)
  const id = await mailWorld(bare).mailbox(
    'saku',
    mailboxWish('saku@valo.example', { signsIn: 'google', password: undefined }),
  )
  const refused = await bare.as('saku')('POST', `/mailboxes/${id}/errand`, { payload: {} })
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.clause],
    [403, 'RECIPIENT_NOT_DECLARED', 'S8.4'],
  )
})

test('consent goes out with a challenge and comes back once, to whoever set out (RFC 7636)', async () => {
  const id = await mailbox('saku', mailboxWish('saku@valo.example', { signsIn: 'microsoft', password: undefined }))
  const address = new URL((await sales('POST', `/mailboxes/${id}/errand`, { payload: {} })).json().address)
  const {
    state = '',
    code_challenge,
    code_challenge_method,
    redirect_uri,
    client_id,
  } = Object.fromEntries(address.searchParams)
  assert.match(address.pathname, /\/valo\/authorize$/)
  assert.deepEqual(
    [client_id, code_challenge_method, redirect_uri],
    ['ohjelma', 'S256', 'http://register.valo.example/desk/mailboxes/return'],
  )

  const back = (who: typeof sales) => who('POST', '/mail-errands', { code: 'koodi', state })
  assert.equal((await back(as('helmi'))).json().code, 'MAIL_ERRAND_OVER', 'another’s errand')
  const before = (await ledger()).length
  assert.deepEqual((await back(sales)).json(), { mailbox: id })
  assert.equal((await back(sales)).json().code, 'MAIL_ERRAND_OVER', 'works once')
  assert.deepEqual((await ledger()).slice(before), ['mailbox.consent-given by saku'])
  const [exchange] = double.asked
  assert.equal(
    createHash('sha256')
      .update(exchange?.code_verifier ?? '')
      .digest('base64url'),
    code_challenge,
  )
  assert.deepEqual(await rows(`select from register.mailbox_secret where sealed::text like '%token-%'`), [])
  assert.deepEqual(await rows('select state from register.mailbox'), [{ state: 'working' }])
})

test('with a token the real server lets us in; one that ran out is renewed; a consent that was taken back says so', {
  skip: place ? false : noDovecot,
}, async () => {
  const dovecot = await startDovecot(place as string)
  await person('Eero Salo', 'eero@kivela.example')
  const [box] = (await sales('GET', '/mailboxes')).json().items
  const { shared: _, ...wish } = mailboxWish('saku@valo.example', {
    signsIn: 'microsoft',
    password: undefined,
    imap: dovecot.port,
    login: 'saku',
  })
  const change = { payload: wish, headers: { 'if-match': String(box.revision) } }
  assert.equal((await sales('PUT', `/mailboxes/${box.id}`, change)).statusCode, 204)
  const consent = async () => {
    const { address } = (await sales('POST', `/mailboxes/${box.id}/errand`, { payload: {} })).json()
    await sales('POST', '/mail-errands', { code: 'koodi', state: new URL(address).searchParams.get('state') })
    return `token-${double.asked.length}`
  }
  const token = await consent()
  const trial = async () => (await sales('POST', `/mailboxes/${box.id}/trial`)).json().imap
  assert.equal(await trial(), 'MAIL_SIGN_IN_FAILED', 'the server does not know the token')
  dovecot.tokens.set(token, 'saku')
  assert.equal(await trial(), 'ok')
  await dovecot.deliver('saku', mailFrom('eero@kivela.example', '1'))
  assert.deepEqual((await sales('POST', `/mailboxes/${box.id}/reading`)).json(), { stored: 1 })

  await register.setClock('2026-03-02T13:30:00+02:00')
  const later = await anHourLater()
  dovecot.tokens.set(`token-${double.asked.length + 1}`, 'saku')
  assert.equal(await later(), 'ok')
  assert.deepEqual([double.asked.at(-1)?.grant_type, double.asked.at(-1)?.refresh_token], ['refresh_token', 'uusija'])
  double.refuse()
  await register.setClock('2026-03-02T15:30:00+02:00')
  assert.equal(await later(), 'MAIL_CONSENT_ENDED')

  /** The desk's session is over by then: the trial itself is asked. */
  async function anHourLater() {
    const { tryMailbox } = await import('./try-mailbox.ts')
    const { settings } = await import('./mail-world.fixture.ts')
    return async () => (await tryMailbox(register as never, { ...settings, services }, { id: box.id })).imap
  }
})

test('every verifier is long enough and new', () => {
  const all = Array.from({ length: 100 }, newVerifier)
  assert.equal(new Set(all.map(({ verifier }) => verifier)).size, 100)
  for (const { verifier } of all) assert.match(verifier, /^[\w-]{43,128}$/)
})
