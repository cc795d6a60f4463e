import { join } from 'node:path'
import { demoSignIn, rememberSessions, setupLink } from '#access'
import { useMailHosts } from '#mail'
import { mailSettingsFrom, type Sending, sendingOf } from '#marketing'
import { readConfig } from '#platform/config'
import { dropDatabase, ensureDatabase } from '#platform/databases'
import { freePort } from '#platform/free-port'
import { prepareJobs, runJobs } from '#platform/jobs'
import { listenAs } from '#platform/listener'
import { type MailOut, mailOut } from '#platform/mail'
import { isMarked, mark } from '#platform/marks'
import { withLogin } from '#platform/pools'
import { startPostgres } from '#platform/postgres'
import { mailThrough } from '#recipients'
import type { Running } from '#statement'
import { buildApp } from './app.ts'
import type { Database } from './database.ts'
import { fromTheController } from './from-the-controller.ts'
import { jobsOf } from './jobs.ts'
import { backUpIfMissed, keepingJobs } from './keeping-jobs.ts'
import { openIn } from './open-in.ts'
import type { Place } from './restore-in.ts'

export interface Serving {
  /** Where everything of this register lies. */
  directory: string
  demo: boolean
  said(line: string): void
}

/** Starts a register with all it needs, says where it is, and answers how to stop it. */
export async function serve({ directory, demo, said }: Serving): Promise<{ url: string; stop(): Promise<void> }> {
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const read = await readConfig(process.env, { directory, demo })
    const postgres = await startPostgres({ directory, durable: !demo })
    stops.push(() => postgres.stop())

    const port = demo ? await freePort(read.port) : read.port
    const publicUrl = process.env.PUBLIC_URL ?? `http://${demo ? 'localhost' : '127.0.0.1'}:${port}`
    const config = { ...read, port, publicUrl }
    const mailbox = demo ? await demoMailbox(stops) : undefined
    const smtpUrl = mailbox?.smtpUrl ?? config.smtpUrl
    const register = await registerIn(postgres.url, config, said)
    stops.push(() => register.db.close())
    useMailHosts(register, config.mailHosts)
    if (mailbox) {
      const { sendIntoMailbox } = await import('./demo/write-mail.ts')
      await sendIntoMailbox(register, config.secret, mailbox.smtpUrl).catch(() => undefined) // a statement without enquiries has no mail
    }

    const relay = { processor: mailbox ? null : config.mailProcessor, host: smtpUrl && new URL(smtpUrl).hostname }
    const mail = mailThrough(register, mailOut(smtpUrl, new URL(publicUrl).hostname), relay)
    stops.push(() => mail.close())
    const domain = register.current()?.statement.controller.email?.address?.split('@')[1]
    const letters = { smtpUrl, relay, publicUrl, ...mailSettingsFrom(process.env, domain) }
    const sending = await sendingOf(register, letters)
    const website = demo ? await demoWebsite(publicUrl, stops) : undefined
    const app = await buildApp(register, {
      ...config,
      logger: true,
      mailbox,
      websites: website && [website.url],
      relay,
      sending,
      ports: { mail: fromTheController(register, mail) },
    })
    await app.listen({ port, host: config.host })
    stops.push(() => app.close())
    stops.push(await hearPublishing(register))
    const remembering = await rememberSessions(register.db)
    stops.push(() => remembering.stop())
    const place = {
      url: register.db.url,
      prefix: register.db.loginOf('').slice(0, -1),
      secret: config.secret,
      directory,
    }
    stops.push(await workBehind(register, { place, publicUrl, mail, sending, said }))
    await sayWhere(register, { ...config, website }, said)
    return { url: publicUrl, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

type Config = Awaited<ReturnType<typeof readConfig>>

/** The demo lives in a database of its own; one whose story broke off is told anew. */
async function registerIn(
  server: string,
  { demo, directory, rolePrefix, secret }: Config,
  said: Serving['said'],
): Promise<Running<Database>> {
  const settings = { prefix: demo ? `${rolePrefix}_demo` : rolePrefix, secret, directory, demo }
  if (!demo) return withJobs(await openIn({ ...settings, url: server }))

  const name = 'seloste_demo'
  if (!(await isMarked(server, name, 'demo loaded'))) await dropDatabase(server, name)
  const { url, made } = await ensureDatabase(server, name)
  const register = await withJobs(await openIn({ ...settings, url }))
  if (!made) return register

  const { loadDemo } = await import('./demo/load.ts')
  await loadDemo(register, (line) => said(`  ${line}`))
  await mark(server, name, 'demo loaded')
  return register
}

async function withJobs(register: Running<Database>) {
  await prepareJobs(register.db.url, workerUrl(register))
  return register
}

// Another process may publish: each server reads the version in force anew at its word.
async function hearPublishing(register: Running<Database>) {
  const heard = () =>
    register.reload().catch((fault: Error) => console.error(`the version in force was not read anew: ${fault.message}`))
  const said = { role: 'site', channel: 'statement_published' }
  const listener = await listenAs(register.db, said, { heard: () => void heard() })
  return () => listener.stop()
}

function workerUrl({ db }: Running<Database>) {
  return withLogin(db.url, db.loginOf('worker'), db.secretOf('worker'))
}

async function demoMailbox(stops: (() => unknown)[]) {
  const { startMailbox } = await import('./demo/mailbox.ts')
  const mailbox = await startMailbox()
  stops.push(() => mailbox.stop())
  return mailbox
}

async function demoWebsite(publicUrl: string, stops: (() => unknown)[]) {
  const { startDemoWebsite } = await import('./demo/website/demo-website.ts')
  const website = await startDemoWebsite(publicUrl)
  stops.push(() => website.stop())
  return website
}

async function workBehind(
  register: Running<Database>,
  settings: { place: Place; publicUrl: string; mail: MailOut; sending: Sending; said: Serving['said'] },
) {
  const { place, publicUrl, mail, sending, said } = settings
  const alarm = (fault: string) => said(`ALARM: ${fault}`)
  const jobs = jobsOf(register, { directory: place.directory, secret: place.secret, publicUrl, mail, sending, alarm })
  const worker = await runJobs(workerUrl(register), [...jobs, ...keepingJobs(register, place, alarm)])
  backUpIfMissed(register, place).catch((fault: Error) => alarm(`no backup: ${fault.message}`))
  return () => worker.stop()
}

async function sayWhere(
  register: Running<Database>,
  config: Config & { website?: { url: string; servicesUrl: string } },
  said: Serving['said'],
) {
  const { publicUrl, demo, website } = config
  for (const { column } of register.undeclared())
    said(`ALARM: ${column} is not declared in the statement. The register is read-only until it is declared or erased.`)
  for (const { version } of register.altered())
    said(
      `ALARM: version ${version} of the statement was altered in storage.${register.tampered().length > 0 ? ' The register is read-only.' : ''}`,
    )
  said('')
  said(`  statement   ${publicUrl}/`)
  said(`  desk        ${publicUrl}/desk/`)
  said(`  HTTP API    ${publicUrl}/api/docs`)
  if (demo) said(`  mailbox     ${publicUrl}/demo/mail`)
  if (website) {
    said(`  website     ${website.url}/  (the company's own, with the cookie banner)`)
    said(`  services    ${website.servicesUrl}/  (what its services got to hear)`)
  }
  said('')
  if (demo) {
    said('  Sign in (each link works once, for twelve hours):')
    for (const { name, duties, link } of await demoSignIn(register, config))
      said(`  ${name.padEnd(18)} ${duties.join(', ').padEnd(16)} ${link}`)
    return
  }
  const link = await setupLink(register, publicUrl)
  if (link) said(`  Set up this register (works once, for 24 hours):\n  ${link}`)
}

/** Where a register lies when nobody says otherwise. */
export function usualDirectory() {
  return join(process.cwd(), '.seloste')
}
