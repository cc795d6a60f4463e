import { fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { choicesKeyOf, useChoicesKey } from '#choices'
import { sendCampaign, sendingOf } from '#marketing'
import { publish } from '#statement'
import { openRegister } from '../src/open.ts'
import { dropDatabase, ensureDatabase } from '../src/platform/databases.ts'
import { startPostgres } from '../src/platform/postgres.ts'

// One campaign through gate, rendering, DKIM (RSA-2048), outbox and SMTP to a sink on loopback: mails a second, and memory.
const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } })
const people = Number(values.people)
const root = fileURLToPath(new URL('..', import.meta.url))
const postgres = await startPostgres({ directory: `${root}/.seloste/bench`, durable: true })
await dropDatabase(postgres.url, 'bench_sending')
const { url } = await ensureDatabase(postgres.url, 'bench_sending')
const register = await openRegister({ url, prefix: 'seloste_bench', secret: 'a secret for benchmarks only', size: 8 })
useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for benchmarks')))
const statement = await readFile(`${root}/examples/valo-group.yaml`, 'utf8')
await publish(register, { by: 'bench', duty: 'admin', purpose: 'statement', at: new Date(), under: '0' }, statement)
const campaign = await queued()

const sink = fork(`${root}/bench/sink.ts`)
const [port] = (await once(sink, 'message')) as [number]
const file = `${root}/.seloste/bench/dkim.pem`
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
const sending = await sendingOf(register, {
  smtpUrl: `smtp://127.0.0.1:${port}`,
  relay: { processor: 'postivirta', host: '127.0.0.1' },
  publicUrl: 'https://register.valo.example',
  dkim: { file, selector: 's1', domain: 'valo.example' },
  rate: null,
})

let most = 0
const watching = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 50)
const begun = performance.now()
const round = await sendCampaign(
  register,
  { ...sending, mayGo: async () => ({ allowed: true, through: { processor: 'postivirta', tool: null } }) },
  campaign,
)
const seconds = (performance.now() - begun) / 1000
clearInterval(watching)
sink.send('how many')
const [taken] = (await once(sink, 'message')) as [number]
console.log(
  `${round}: ${taken} of ${people} mails in ${seconds.toFixed(1)} s, ${Math.round(taken / seconds)} a second, RSS at most ${Math.round(most / 1e6)} MB`,
)
sink.kill()
await register.db.close()
await postgres.stop()

/** Buyers at one company, and a tested newsletter that is frozen for all of them. */
async function queued(): Promise<string> {
  const owner = register.db.owner()
  const content = {
    fi: {
      subject: 'Kevään lämpöillat, {name}',
      blocks: [
        { kind: 'heading', text: 'Hei {name}!' },
        { kind: 'paragraph', text: 'Tule kuuntelemaan. '.repeat(30) },
      ],
    },
  }
  const { rows } = await sql<{ id: string }>`
    with firm as (insert into register.organisation (form, name, created_at, changed_at) values ('company', 'Ostaja Oy', now(), now()) returning id),
      who as (insert into register.person (kind, given_name, family_name, created_at, changed_at)
        select 'representative', 'Äijö', 'Ostaja ' || n, now(), now() from generate_series(1, ${people}::integer) n returning id, family_name),
      mail as (insert into register.person_email (person_id, address, kind, is_primary, added_at)
        select id, lower(replace(family_name, ' ', '.')) || '@ostaja.example', 'personal-work', true, now() from who returning id, person_id),
      told as (insert into register.person_source (person_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
        select person_id, 'person.email', id, 'order', 'bench', now(), now(), current_date from mail),
      works as (insert into register.affiliation (person_id, organisation_id, job_role, since) select who.id, firm.id, 'Ostopäällikkö', '2020-01-01' from who, firm),
      whole as (insert into register.campaign (name, channel, topics, group_company, job_roles, audience, content, state, statement_version,
          created_by, created_at, changed_at, tested_at, queued_at)
        values ('Mittaus', 'email', '{events}', 'valo-energia', '{ostopäällikkö}', '{}', ${JSON.stringify(content)}::jsonb, 'queued', 1, 'bench', now(), now(), now(), now()) returning id),
      outbox as (insert into register.campaign_recipient (campaign_id, person_id, channel, language, state, ground, queued_at)
        select whole.id, who.id, 'email', 'fi', 'queued', 'role-relevance', now() from whole, who)
    select id from whole`.execute(owner)
  await sql`analyze`.execute(owner)
  return rows[0]?.id ?? ''
}
