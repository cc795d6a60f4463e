import { availableParallelism } from 'node:os'
import pg from 'pg'

/** Quick queries of one login role, many on one connection. */
export interface Lanes {
  /** The rows of one query, planned once for each connection under its name. It is a transaction of its own. */
  ask(query: { name?: string | undefined; text: string; values: unknown[] }): Promise<unknown[]>
  close(): Promise<void>
}

interface Lane {
  client: pg.Client & { ref(): void; unref(): void }
  /** Null once connected. */
  connecting: Promise<unknown> | null
  asked: number
  idle: NodeJS.Timeout
}

const idleFor = 30_000

/**
 * A few connections on which a query is sent at once, behind those that are not answered yet. PostgreSQL goes from one to the next
 * without being waked for each: a third less of both processes' time to open a person. Whoever stands behind a slow one waits for it, so
 * only what an index answers is asked here. `size` is the most connections; more than the processors keep busy would wake each other.
 */
export function openLanes(config: pg.ClientConfig, size: number): Lanes {
  const most = Math.min(size, availableParallelism() + 1)
  const lanes = new Set<Lane>()

  const open = () => {
    const client = new pg.Client({ ...config, pipeline: true }) as Lane['client'] // its types know no ref
    const idle = setTimeout(() => lane.asked === 0 && end(lane), idleFor).unref()
    const lane: Lane = { client, connecting: null, asked: 0, idle }
    const over = () => {
      lanes.delete(lane)
      clearTimeout(idle)
    }
    client.on('error', over) // whoever waits on it is told; the next query opens another
    client.once('end', over)
    lane.connecting = client.connect().then(
      () => {
        lane.connecting = null
      },
      (fault: Error) => {
        over()
        throw fault
      },
    )
    lanes.add(lane)
    return lane
  }
  const end = (lane: Lane) => {
    lanes.delete(lane)
    clearTimeout(lane.idle)
    lane.client.ref() // whoever closes waits until it is closed
    return lane.client.end()
  }
  const freest = () => {
    let best: Lane | undefined
    for (const lane of lanes) if (!best || lane.asked < best.asked) best = lane
    return best && (best.asked === 0 || lanes.size >= most) ? best : open()
  }

  return {
    async ask(query) {
      const lane = freest()
      lane.asked += 1
      try {
        if (lane.connecting) await lane.connecting
        if (lane.asked === 1) lane.client.ref()
        return (await lane.client.query(query)).rows
      } catch (fault) {
        if ((fault as { severity?: string }).severity !== 'ERROR') void end(lane) // the connection's, not the query's
        throw fault
      } finally {
        lane.asked -= 1
        if (lane.asked === 0 && lanes.has(lane)) {
          lane.client.unref() // a process may end while nobody asks
          lane.idle.refresh()
        }
      }
    },
    close: async () => {
      await Promise.all([...lanes].map(end))
    },
  }
}
