import type { AddressInfo, Socket } from 'node:net'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export interface Caught {
  to: string[]
  raw: string
}

/**
 * A real SMTP server on loopback that asks for this password, refuses whoever is called `poissa` and hangs up on mail to `katkeaa` once it
 * has it; ends with the test file.
 */
export async function startSmtp(secret: string): Promise<{ port: number; caught: Caught[] }> {
  const caught: Caught[] = []
  const server = new SMTPServer({
    ...{ authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'], hideSTARTTLS: true, allowInsecureAuth: true },
    onAuth: ({ password, accessToken }, _, done) =>
      (password ?? accessToken) === secret ? done(null, { user: 'x' }) : done(new Error('no')),
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('poissa') ? Object.assign(new Error('gone'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        caught.push({ to, raw: Buffer.concat(parts).toString('utf8') })
        if (to.some((address) => address.startsWith('katkeaa'))) lines.get(session.remotePort)?.destroy()
        else done()
      })
    },
  })
  const lines = new Map<number | undefined, Socket>()
  server.server.on('connection', (line: Socket) => lines.set(line.remotePort, line))
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => server.close())
  return { port: (server.server.address() as AddressInfo).port, caught }
}
