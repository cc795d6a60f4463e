import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface RecordingServer {
  url: string
  /** Every message taken: to whom, and its raw text. */
  taken: { to: string; id: string; raw: string }[]
  count(): Map<string, number>
  stop(): Promise<void>
}

/** How a server answers: nothing said means it takes everything at once. */
export interface Manner {
  recipient?(address: string): Error | null
  message?(address: string): Error | null
  /** Breaks the line after the message came and before it is answered. */
  hangsUp?(address: string): boolean
  delay?(): number
  keepsRaw?: boolean
}

/** A mail server on loopback that writes down what it took. */
export async function recordingServer(manner: Manner = {}): Promise<RecordingServer> {
  const taken: RecordingServer['taken'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 10_000_000,
    onRcptTo: ({ address }, _session, done) => done(manner.recipient?.(address) ?? null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1')
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const refused = manner.message?.(to)
        if (refused) return done(refused)
        // What is written down is written before the answer, as a real server keeps a message before it says 250.
        taken.push({
          to,
          id: /^Message-ID: <([^@]+)@/im.exec(raw)?.[1] ?? '',
          raw: manner.keepsRaw === false ? '' : raw,
        })
        if (manner.hangsUp?.(to)) return connections.get(Number(session.remotePort))?.destroy()
        const delay = manner.delay?.() ?? 0
        if (delay > 0) setTimeout(done, delay)
        else done()
      })
    },
  })
  const connections = new Map<number, Socket>()
  server.server.on('connection', (socket: Socket) => connections.set(socket.remotePort ?? 0, socket))
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    count: () => {
      const counts = new Map<string, number>()
      for (const { to } of taken) counts.set(to, (counts.get(to) ?? 0) + 1)
      return counts
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

export function smtpError(responseCode: number, said: string) {
  return Object.assign(new Error(said), { responseCode })
}
