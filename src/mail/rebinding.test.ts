import assert from 'node:assert/strict'
import { createServer as createHttp } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { Refusal } from '#platform/refusal'
import { anApp } from '#test/app'
import { refuseUnlessOurs, useMailHosts } from './connection.ts'
import { openImap } from './imap-line.ts'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'
import { tokensFor } from './oauth-tokens.ts'
import type { MailRunning } from './reach.ts'
import { mailServices } from './services.ts'
import { startSmtp } from './smtp.fixture.ts'
import { tryBySmtp } from './smtp-line.ts'

const app = await anApp()
const running = app.register as unknown as MailRunning
const { mailbox } = mailWorld(app)
const domain = app.register.current()?.statement.controller.email?.address.split('@')[1] ?? ''
const host = `posti.${domain}` // the controller's own name, which no server in the world answers for

/** A name server of somebody's own: each question has the next answer. */
function answering(...answers: string[][]) {
  const asked: string[] = []
  const resolve = async (name: string) => {
    asked.push(name)
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (!answer) throw Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' })
    return answer
  }
  return { asked, resolve }
}
const codeOf = (said: Promise<unknown>) =>
  said.then(
    () => 'ok',
    (fault) => (fault instanceof Refusal ? fault.code : String(fault)),
  )
const place = () => refuseUnlessOurs(running, host)

test('a name is looked up once, and what was looked at is what is called, whatever the name says a moment later', async () => {
  const names = answering(['203.0.113.5'], ['127.0.0.1'])
  useMailHosts(running, [], names.resolve)
  assert.equal((await place()).address, '203.0.113.5')
  assert.deepEqual(names.asked, [host])
  assert.equal(await codeOf(place()), 'MAIL_HOST_NEAR', 'the next look is judged by its own answer')
})

test('a name with one inner address among others is refused, and so is one that leads nowhere, in its own words', async () => {
  useMailHosts(running, [], answering(['203.0.113.5', '10.0.0.7']).resolve)
  assert.equal(await codeOf(place()), 'MAIL_HOST_NEAR')
  useMailHosts(running, [], answering().resolve)
  assert.equal(await codeOf(place()), 'MAIL_SERVER_NOT_FOUND')
  useMailHosts(running, [host], answering([]).resolve)
  assert.equal(await codeOf(place()), 'MAIL_SERVER_NOT_FOUND', 'also where the administrator named it')
})

test('a mailbox is tried at the address that was looked at: no other lookup comes between', async () => {
  const smtp = await startSmtp('salasana')
  const id = await mailbox('saku', {
    ...mailboxWish('saku@valo.example'),
    smtp: { host: 'posti.localhost', port: smtp.port, tls: 'none' },
  })
  const names = answering(['127.0.0.1'])
  useMailHosts(running, ['posti.localhost', '127.0.0.1'], names.resolve)
  const trial = await app.as('saku')('POST', `/mailboxes/${id}/trial`)
  assert.equal(trial.json().smtp, 'ok', trial.body)
  assert.ok(names.asked.includes('posti.localhost'))
  useMailHosts(running, ['posti.localhost', '127.0.0.1'], answering().resolve)
  const gone = (await app.as('saku')('POST', `/mailboxes/${id}/trial`)).json()
  assert.deepEqual([gone.imap, gone.smtp], ['MAIL_SERVER_NOT_FOUND', 'MAIL_SERVER_NOT_FOUND'])
})

test('the certificate is asked of the name, not of the address that is called', async () => {
  const hello = await firstBytes()
  const signIn = { user: 'x', password: 'x' }
  const server = { host, address: '127.0.0.1', port: hello.port, tls: 'tls' as const }
  await assert.rejects(tryBySmtp(server, signIn))
  await assert.rejects(openImap(server, signIn))
  assert.deepEqual(
    hello.heard.map((bytes) => bytes.includes(host)),
    [true, true],
    'the server name indication of both lines',
  )
})

test('tokens are asked for at the address that was looked at, by the name of the service, and no second lookup comes between', async () => {
  const service = await tokenService()
  const asking = (url: string) =>
    tokensFor(running, {
      ...{ service: { ...mailServices.google, token: url }, grant: { refreshToken: 'uusija' } },
      registration: { clientId: 'ohjelma', clientSecret: 'salaisuus', tenant: null },
    })
  const names = answering(['127.0.0.1'], ['203.0.113.5'])
  useMailHosts(running, ['posti.localhost'], names.resolve)
  const url = `http://posti.localhost:${service.port}/token`
  assert.equal((await asking(url)).accessToken, 'avain')
  assert.deepEqual(names.asked, ['posti.localhost'])
  assert.deepEqual(service.heard, [`posti.localhost:${service.port}`], 'the service hears its own name')
  useMailHosts(running, [], answering(['10.0.0.7']).resolve)
  assert.equal(await codeOf(asking(`https://${host}/token`)), 'MAIL_HOST_NEAR')

  const hello = await firstBytes()
  useMailHosts(running, [host], answering(['127.0.0.1']).resolve)
  assert.equal(await codeOf(asking(`https://${host}:${hello.port}/token`)), 'MAIL_SERVER_SILENT')
  assert.ok(hello.heard[0]?.includes(host), 'the certificate is asked of the name')
})

test('a service that is busy, leads elsewhere or says too much is silent; only what it refuses ends a consent', async () => {
  const service = await tokenService()
  useMailHosts(running, ['posti.localhost'], answering(['127.0.0.1']).resolve)
  const code = (as: string) =>
    codeOf(
      tokensFor(running, {
        ...{ service: { ...mailServices.google, token: `http://posti.localhost:${service.port}/${as}` } },
        ...{
          grant: { refreshToken: 'uusija' },
          registration: { clientId: 'a', clientSecret: 'b', tenant: null },
        },
      }),
    )
  for (const silent of ['503', '429', '302', 'endless']) assert.equal(await code(silent), 'MAIL_SERVER_SILENT', silent)
  for (const over of ['400', '401', 'null']) assert.equal(await code(over), 'MAIL_CONSENT_ENDED', over)
  assert.equal(service.heard.length, 7, 'no redirect is followed')
})

/** A service's token endpoint: what its path asks for it does, and keeps by which name it was called. */
async function tokenService() {
  const heard: string[] = []
  const server = createHttp((request, reply) => {
    heard.push(request.headers.host ?? '')
    const as = request.url?.slice(1) ?? ''
    reply.on('error', () => undefined)
    if (as === 'endless') return void reply.end('x'.repeat(100_000))
    if (as === 'null') return void reply.end('null')
    reply.statusCode = Number(as) || 200
    if (as === '302') reply.setHeader('location', '/token')
    reply.end(JSON.stringify({ access_token: 'avain', refresh_token: 'uusija', expires_in: 3600 }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  return { heard, port: (server.address() as AddressInfo).port }
}

/** A server that hears how a TLS line begins, and hangs up. */
async function firstBytes() {
  const heard: string[] = []
  const server = createServer((line: Socket) => {
    line.on('error', () => undefined)
    line.once('data', (bytes) => {
      heard.push(bytes.toString('latin1'))
      line.destroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  return { heard, port: (server.address() as AddressInfo).port }
}
