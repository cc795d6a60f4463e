import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server is told from outside; everything else is in the database. */
export interface Config {
  /** Keys, checkpoints and an embedded database live here. */
  directory: string
  databaseUrl: string | null
  host: string
  port: number
  /** The address that people type; links in mails begin with it. */
  publicUrl: string
  rolePrefix: string
  secret: string
  smtpUrl: string | null
  /** Who carries the mail: an id that the configuration knows, or `own`. */
  mailProcessor: string | null
  /** Hosts in the servers' own network at which staff may have mailboxes. */
  mailHosts: string[]
  demo: boolean
}

/** Reads the environment; makes the register's secret at the first start, readable by its owner only. */
export async function readConfig(
  environment: NodeJS.ProcessEnv,
  { directory, demo }: { directory: string; demo: boolean },
): Promise<Config> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const port = Number(environment.PORT ?? 4000)
  const host = demo ? '127.0.0.1' : (environment.HOST ?? '127.0.0.1')

  return {
    directory,
    databaseUrl: environment.DATABASE_URL || null,
    host,
    port,
    publicUrl: environment.PUBLIC_URL ?? `http://127.0.0.1:${port}`,
    rolePrefix: environment.ROLE_PREFIX ?? 'seloste',
    secret: environment.SECRET || (await keptSecret(join(directory, 'secret'))),
    smtpUrl: environment.SMTP_URL || null,
    mailProcessor: environment.MAIL_PROCESSOR || null,
    mailHosts: (environment.MAIL_HOSTS ?? (demo ? '127.0.0.1,localhost' : '')).split(',').filter(Boolean),
    demo,
  }
}

async function keptSecret(file: string) {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const secret = randomBytes(32).toString('base64url')
  await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}
