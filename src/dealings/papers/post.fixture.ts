import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that writes down what it took, before it says yes, and takes its time. */
export async function aPost({ delay = () => 0 }: { delay?: () => number } = {}) {
  const taken: { to: string; id: string; raw: string }[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'] },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1')
        taken.push({
          to: session.envelope.rcptTo[0]?.address ?? '',
          id: /^Message-ID:\s+<paper-([^@]+)@/im.exec(raw)?.[1] ?? '',
          raw,
        })
        setTimeout(done, delay())
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  }
}
