import pg from 'pg'
import { type Pools, withLogin } from './pools.ts'

interface Listening {
  /** Something was said on the channel, or may have been while nobody listened. */
  heard(): void
  /** From now on nothing is heard, until `heard` is called again. */
  deaf?(): void
}

export interface Listener {
  /** Resolves when all that was committed before the call has been heard; at once while nothing is heard. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** The same under a role of the register. */
export function listenAs<T>(db: Pools<T>, { role, channel }: { role: string; channel: string }, listening: Listening) {
  return listenTo(withLogin(db.url, db.loginOf(role), db.secretOf(role)), channel, listening)
}

/** Listens to a channel of the database on a connection of its own, and listens anew half a second after it broke. */
export async function listenTo(url: string, channel: string, { heard, deaf }: Listening): Promise<Listener> {
  let hearing: pg.Client | null = null
  let stopped = false
  let again: NodeJS.Timeout | undefined

  const later = () => {
    clearTimeout(again)
    if (!stopped) again = setTimeout(() => void listen().catch(later), 500).unref()
  }
  const listen = async () => {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', () => undefined) // its end is what counts
    client.once('end', () => {
      if (hearing === client) hearing = null
      deaf?.()
      later()
    })
    client.on('notification', () => heard())
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    if (stopped) return client.end()
    hearing = client
    heard()
  }
  await listen()

  return {
    // PostgreSQL hands a connection what was said before it answers the connection's next question.
    settled: async () => void (await hearing?.query('select').catch(() => undefined)),
    stop: async () => {
      stopped = true
      clearTimeout(again)
      await hearing?.end()
    },
  }
}
