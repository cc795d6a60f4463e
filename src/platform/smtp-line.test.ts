import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openSmtpLine } from './smtp-line.ts'

/** A real SMTP server on loopback that lets in one user with one token. */
async function startServer(user: string, token: string) {
  const taken: string[] = []
  const server = new SMTPServer({
    ...{ authMethods: ['XOAUTH2'], hideSTARTTLS: true, allowInsecureAuth: true },
    onAuth: ({ method, username, accessToken }, _, done) =>
      method === 'XOAUTH2' && username === user && accessToken === token
        ? done(null, { user })
        : done(null, { data: { status: '401', schemes: 'bearer' } } as never),
    onData: (stream, _, done) => {
      let raw = ''
      stream.on('data', (part: Buffer) => {
        raw += part
      })
      stream.on('end', () => {
        taken.push(raw)
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  return { port: (server.server.address() as AddressInfo).port, taken }
}

test('a line is opened with a token instead of a password, and with another token it is not', async () => {
  const { port, taken } = await startServer('saku@valo.example', 'pääsy-1')
  const open = (accessToken: string) =>
    openSmtpLine({ host: '127.0.0.1', port, tls: 'none', signIn: { user: 'saku@valo.example', accessToken } })

  const line = await open('pääsy-1')
  const raw = Buffer.from('Subject: Kirje\r\n\r\nHei\r\n')
  assert.deepEqual(await line.send({ from: 'saku@valo.example', to: 'aino@koe.example', raw }), { how: 'taken' })
  line.close()
  assert.match(taken[0] ?? '', /^Subject: Kirje/)
  await assert.rejects(open('pääsy-2'))
})
