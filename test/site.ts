import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { demoSignIn } from '#access'
import { useMailHosts } from '#mail'
import { type Sending, sendingOf } from '#marketing'
import { prepareJobs, runJobs } from '#platform/jobs'
import { mailOut } from '#platform/mail'
import { withLogin } from '#platform/pools'
import { mailThrough } from '#recipients'
import { type CaughtMail, type Mailbox, startMailbox } from '../src/demo/mailbox.ts'
import { jobsOf } from '../src/jobs.ts'
import { anApp, type TestApp } from './app.ts'
import { type CastName, cast } from './people.ts'
import { aPort } from './port.ts'
import type { Wish } from './register.ts'

export interface TestSite extends TestApp {
  url: string
  mailbox: Mailbox
  /** A link that signs one of the cast in, once. */
  linkFor(who: CastName): Promise<string>
  /** Moves the clock on, as when somebody takes their time. */
  pass(seconds: number): Promise<void>
  /** The next mail to an address, when it has come. */
  mailTo(address: string): Promise<CaughtMail>
}

interface SiteWish extends Omit<Wish, 'staff'> {
  /** `cast`: employed in an empty register. `demo`: the demo's two years are told. `none`: nobody works here yet. */
  staff?: 'cast' | 'demo' | 'none'
  postsAMinute?: number
  /** Origins of company websites whose pages may use the embed. */
  websites?: readonly string[]
}

/** The application as it is served: it listens, its jobs run, and its mail leaves by SMTP into a mailbox. */
export async function aSite({
  staff = 'cast',
  postsAMinute = 1000,
  statement,
  websites,
}: SiteWish = {}): Promise<TestSite> {
  const stops: (() => unknown)[] = []
  // The first to be asked: the site stops before its database goes.
  after(async () => {
    for (const stop of stops.reverse()) await stop()
  })
  const port = await aPort()
  const url = `http://localhost:${port}`
  const mailbox = await startMailbox()
  stops.push(() => mailbox.stop())
  const mail = mailOut(mailbox.smtpUrl, 'localhost')
  stops.push(() => mail.close())

  const wish: Wish = staff === 'demo' ? { staff } : { statement }
  const sending = {} as Sending // filled below: it needs the register's key
  const site = await anApp(
    wish,
    {
      publicUrl: url,
      mailbox,
      sending,
      postsAMinute,
      websites,
      demo: true,
      ports: {
        mail: { send: (letter) => mail.send({ ...letter, from: 'info@valo.example', id: `letter-${randomUUID()}` }) },
      },
      ...(process.env.DESK_FOLDER ? { deskFolder: process.env.DESK_FOLDER } : {}),
    },
    { staff: staff === 'cast' },
  )
  const { app, register } = site
  useMailHosts(register, ['127.0.0.1'])
  stops.push(() => app.close())
  const relay = { processor: null, host: '127.0.0.1' }
  const out = { smtpUrl: mailbox.smtpUrl, relay, publicUrl: url, dkim: null, rate: null }
  Object.assign(sending, await sendingOf(register, out))
  const directory = await mkdtemp(join(tmpdir(), 'seloste-'))
  stops.push(() => rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const worker = withLogin(register.db.url, register.db.loginOf('worker'), register.db.secretOf('worker'))
  await prepareJobs(register.db.url, worker)

  const door = mailThrough(register, mail, { processor: null, host: '127.0.0.1' })
  const jobs = jobsOf(register, {
    directory,
    publicUrl: url,
    mail: door,
    sending,
    alarm: (said) => console.error(said),
  })
  const runner = await runJobs(worker, jobs)
  stops.push(() => runner.stop())
  await app.listen({ port, host: '127.0.0.1' })

  return {
    ...site,
    url,
    mailbox,
    linkFor: async (who) => {
      const links = await demoSignIn(register, { publicUrl: url, demo: true, host: 'localhost' })
      return links.find(({ name }) => name === cast[who].name)?.link ?? ''
    },
    pass: (seconds) => register.setClock(new Date(register.now().getTime() + seconds * 1000)),
    mailTo: (address) => soon(`a mail to ${address}`, () => mailbox.mails().find(({ to }) => to === address)),
  }
}

async function soon<T>(what: string, look: () => T | undefined, patience = 15_000): Promise<T> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${what} did not come in ${patience} ms`)
}
