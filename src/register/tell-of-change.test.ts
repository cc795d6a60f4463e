import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { approveStatement, planOf, publish, readStatement } from '#statement'
import { anApp } from '#test/app'

const { as, register, ids, ledger } = await anApp()
const owner = register.db.owner()
const valo = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const withSms = valo.replace('channels: [email, post]', 'channels: [email, post, sms]')
const saku = as('saku', 'sales')

const added = await saku('POST', '/people', {
  values: { 'person.name': 'Aino Kettunen', 'person.email': 'aino.kettunen@kettu.example' },
  source: 'order',
  noticeGiven: { way: 'phone', language: 'fi' },
})
const aino: string = added.json().id

const noticesOf = () =>
  owner
    .selectFrom('register.notice')
    .select(['article', 'state', 'holds', 'due_on as due', 'statement_version as version'])
    .where('person_id', '=', aino)
    .orderBy('obtained_at')
    .execute()

async function publishNext(source: string) {
  const { statement } = readStatement(source)
  assert.ok(statement)
  const occasion = { by: ids.tomas, duty: 'admin', purpose: 'statement', at: register.now(), under: '1' }
  const { hash } = await planOf(owner, register.ground, statement, register.db.loginOf)
  await perform(register.db, { ...occasion, by: ids.ingrid, duty: 'privacy' }, (act) =>
    approveStatement(act as never, hash),
  )
  await publish(register, occasion, source)
}

async function asked(channel: string) {
  const { rows } = await sql<{ code: string | null }>`
    select said.code
    from seloste.gate(${aino}::uuid, ${JSON.stringify({ ...wish, channel })}::jsonb, null, seloste.marketing_rules()) said
  `.execute(owner)
  return rows[0]?.code
}
const wish = { topics: ['news'], company: 'valo-energia', jobRoles: [], productGroups: [], profiled: false }

test('a new channel is told to everybody, and waits for each until they know of it', async () => {
  await publishNext(withSms)
  assert.deepEqual(await noticesOf(), [
    { article: '13', state: 'delivered', holds: [], due: '2026-03-02', version: 1 },
    { article: 'change', state: 'queued', holds: ['channel:sms'], due: '2026-04-01', version: 2 },
  ])
  assert.ok((await ledger()).includes('change.announced by tomas'))
})

test('what is new waits for each until they are told of it; what they knew goes on', async () => {
  assert.equal(await asked('sms'), 'NOT_TOLD_OF_CHANGE')
  assert.notEqual(await asked('email'), 'NOT_TOLD_OF_CHANGE')
  const answer = await saku('POST', `/people/${aino}/notice-deliveries`, { way: 'phone', language: 'fi' })
  assert.ok(answer.statusCode < 300, answer.body)
  assert.notEqual(await asked('sms'), 'NOT_TOLD_OF_CHANGE')
})

test('a change that only narrows is told to nobody', async () => {
  const before = (await noticesOf()).length
  await publishNext(withSms.replace('      - {id: events, label: {fi: tapahtumat, sv: evenemang, en: events}}\n', ''))
  assert.equal((await noticesOf()).length, before)
})
