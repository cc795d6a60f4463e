import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import pg from 'pg'
import { rememberSessions } from '#access'
import { buildApp } from '../src/app.ts'
import { openRegister } from '../src/open.ts'

export interface Statement {
  text: string
  values: unknown[]
}

/** What a server is started with. */
export type Order =
  | { kind: 'register'; settings: { url: string; prefix: string; secret: string; size: number } }
  | { kind: 'bare'; url: string; routes: { path: string; statements: Statement[] }[] }

/** Starts a server in a process of its own and answers its address and which process it is. */
export function startServer(order: Order): Promise<{ url: string; pid: number; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(order)
  return new Promise((started, failed) => {
    child.once('message', (url) => started({ url: String(url), pid: child.pid ?? 0, stop: () => child.kill() }))
    child.once('exit', (code) => failed(new Error(`a server ended with ${code}`)))
  })
}

if (process.send) process.once('message', (order: Order) => void begin(order))

async function begin(order: Order) {
  const app = order.kind === 'register' ? await registerServer(order) : bareServer(order)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  process.send?.(url)
}

async function registerServer({ settings }: Extract<Order, { kind: 'register' }>) {
  const register = await openRegister(settings)
  await rememberSessions(register.db)
  return buildApp(register, { secret: settings.secret, publicUrl: 'http://127.0.0.1', postsAMinute: 1_000_000 })
}

/**
 * The bare minimum: the same SQL that the register sends for a page, Fastify and pg; no session, no policy, no log. It logs in as the
 * same duty, so that both read the same rows by the same plan.
 */
function bareServer({ url, routes }: Extract<Order, { kind: 'bare' }>) {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const app = Fastify()
  for (const [n, { path, statements }] of routes.entries()) {
    app.all(path, async (request) => {
      const asked = (request.params as { id?: string }).id ?? (request.body as { q?: string } | undefined)?.q
      const answers: unknown[] = []
      for (const [m, { text, values }] of statements.entries()) {
        const filled = values.map((value) => (value === '\u0000asked' ? asked : value))
        answers.push((await pool.query({ name: `b${n}_${m}`, text, values: filled })).rows)
      }
      return answers
    })
  }
  return app
}
