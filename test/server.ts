import { fileURLToPath } from 'node:url'
import { startPostgres } from '../src/platform/postgres.ts'

let url: Promise<string> | null = null

/** The test server: the one the runner started, or one of this process's own under `.seloste/test`. */
export function testServer(): Promise<string> {
  url ??= process.env.TEST_SERVER_URL ? Promise.resolve(process.env.TEST_SERVER_URL) : started()
  return url
}

async function started() {
  const directory = fileURLToPath(new URL('../.seloste/test', import.meta.url))
  return (await startPostgres({ directory, durable: false })).url
}
