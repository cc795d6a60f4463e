import { type Listener, listenAs } from '#platform/listener'
import type { Pools } from '#platform/pools'

/** Milliseconds after which a session is asked about again, should a notice of its end be lost on the way. */
export const rememberedFor = 1000

const most = 10_000

/** Whom sessions belong to, for as long as every change of it is heard of. */
class RememberedSessions<R> {
  #rows = new Map<string, { row: R; until: number }>()
  #hears = false
  #turn = 0

  /** Changes with every notice: what was asked about in an earlier turn is not kept. */
  get turn() {
    return this.#turn
  }

  of(digest: string): R | undefined {
    const held = this.#rows.get(digest)
    return held && performance.now() < held.until ? held.row : undefined
  }

  keep(digest: string, row: R, turn: number) {
    if (!this.#hears || turn !== this.#turn) return
    if (this.#rows.size >= most) this.#rows.clear()
    this.#rows.set(digest, { row, until: performance.now() + rememberedFor })
  }

  forget(digest: string) {
    this.#rows.delete(digest)
  }

  heard() {
    this.#turn += 1
    this.#hears = true
    this.#rows.clear()
  }

  deaf() {
    this.heard()
    this.#hears = false
  }
}

const memories = new WeakMap<object, { sessions: RememberedSessions<unknown>; listener: Listener }>()

/** What this server remembers of sessions; undefined where it does not listen for their ends, and so asks each time. */
export function rememberedSessions<R>(db: object) {
  return memories.get(db)?.sessions as RememberedSessions<R> | undefined
}

/**
 * Lets this server remember for a moment whom a session belongs to. Ends of sessions, withdrawn duties and closed accounts reach it from
 * any process as soon as they are committed, by `notify`; should that fail, within `rememberedFor`.
 */
export async function rememberSessions<T>(db: Pools<T>): Promise<{ stop(): Promise<void> }> {
  const sessions = new RememberedSessions<unknown>()
  const said = { role: 'auth', channel: 'standing_changed' }
  const listener = await listenAs(db, said, { heard: () => sessions.heard(), deaf: () => sessions.deaf() })
  memories.set(db, { sessions, listener })
  return {
    stop: async () => {
      memories.delete(db)
      await listener.stop()
    },
  }
}

/** Resolves when this server has heard of every change committed so far: an answer that says a session ended waits for it. */
export async function sessionsSettled(db: object): Promise<void> {
  await memories.get(db)?.listener.settled()
}
