import { readConfig } from '#platform/config'
import { startPostgres } from '#platform/postgres'
import type { Running } from '#statement'
import type { Database } from '../database.ts'
import { openIn } from '../open-in.ts'

/** Opens the register of a directory for one command, beside a server that may be running on it, and closes it again. */
export async function withRegister<T>(
  directory: string,
  deed: (register: Running<Database>) => Promise<T>,
): Promise<T> {
  const { rolePrefix, secret } = await readConfig(process.env, { directory, demo: false })
  const postgres = await startPostgres({ directory, durable: true })

  try {
    const register = await openIn({ url: postgres.url, prefix: rolePrefix, secret, directory })
    return await deed(register).finally(() => register.db.close())
  } finally {
    await postgres.stop()
  }
}
