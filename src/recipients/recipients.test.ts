import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { anApp } from '#test/app'
import { noon } from '../../test/register.ts'
import { mayGoTo, noteDisclosure, noteGroupLooks, refuseUnlessTo } from './index.ts'

const { as, register, ledger, ids } = await anApp()
const privacy = as('ingrid', 'privacy')

async function person(name: string, as_ = 'saku' as 'saku' | 'ellen') {
  const values = { 'person.name': name, 'person.email': `${name.split(' ')[0]?.toLowerCase()}@asiakas.example` }
  const answer = await as(as_, 'sales')('POST', '/people', { values, source: 'contact' })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}

test('switching a transfer tool off stops at once what has only that tool, and says beforehand what that is', async () => {
  const before = (await privacy('GET', '/recipients')).json()
  assert.deepEqual(before.tools, [
    {
      tool: 'adequacy-2023-1795',
      stop: null,
      depends: [{ processor: 'brightpost', provider: 'Brightpost Inc.', goesOn: false }],
    },
  ])
  assert.equal((await mayGoTo(register, { processor: 'brightpost' })).allowed, true)

  const stopped = await as('tomas')('POST', '/transfer-stops', {
    kind: 'tool',
    subject: 'adequacy-2023-1795',
    reason: 'Tuomioistuin kumosi päätöksen',
  })
  assert.equal(stopped.statusCode, 201, stopped.body)
  await assert.rejects(refuseUnlessTo(register, { processor: 'brightpost' }), {
    code: 'TRANSFER_STOPPED',
    detail: { clause: 'S9.1', to: 'brightpost' },
  })
  const again = await privacy('POST', '/transfer-stops', { kind: 'tool', subject: 'adequacy-2023-1795', reason: 'x' })
  assert.deepEqual([again.statusCode, again.json().code], [409, 'ALREADY_STOPPED'])

  const { id } = stopped.json()
  assert.equal((await privacy('POST', `/transfer-stops/${id}/lifting`)).statusCode, 201)
  assert.equal((await mayGoTo(register, { processor: 'brightpost' })).allowed, true)
  assert.deepEqual(await ledger(), ['transfer.stopped by tomas', 'transfer.opened by ingrid'])
})

test('a processor has a switch too; what the statement does not name has none', async () => {
  const { id } = (
    await privacy('POST', '/transfer-stops', { kind: 'processor', subject: 'kirjurit', reason: 'Tietomurto' })
  ).json()
  assert.deepEqual(await mayGoTo(register, { processor: 'kirjurit' }), {
    allowed: false,
    code: 'PROCESSOR_STOPPED',
    clause: 'S9.8',
    to: 'kirjurit',
  })
  await privacy('POST', `/transfer-stops/${id}/lifting`)
  const unknown = await privacy('POST', '/transfer-stops', { kind: 'processor', subject: 'naapuri', reason: 'x' })
  assert.deepEqual([unknown.statusCode, unknown.json().code], [422, 'STOP_SUBJECT_NOT_KNOWN'])
  const sales = await as('saku')('POST', '/transfer-stops', { kind: 'processor', subject: 'kirjurit', reason: 'x' })
  assert.deepEqual([sales.statusCode, sales.json().code], [403, 'NOT_OF_DUTY'])
})

test('a disclosure is noted with its people, and shown to the privacy contact alone', async () => {
  const [aino, otto] = [await person('Aino Harju'), await person('Otto Lahti')]
  const before = (await ledger()).length
  const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: noon, under: '1' }
  await perform(register.db as never, occasion, (act) =>
    noteDisclosure(act as never, {
      processor: 'kirjurit',
      people: [aino, otto],
      fields: ['person.name'],
      purpose: 'bookkeeping',
      ground: 'eu-gdpr:A28',
    }),
  )
  assert.deepEqual((await ledger()).slice(before), ['disclosure.noted by saku'])

  const looksBefore = (await register.looks()).length
  const { items } = (await privacy('GET', `/people/${aino}/disclosures`)).json()
  assert.deepEqual(
    items.map(({ receiver, people, byName, way }: Record<string, unknown>) => ({ receiver, people, byName, way })),
    [{ receiver: 'kirjurit', people: 2, byName: 'Saku Koskela', way: 'sent' }],
  )
  assert.deepEqual((await register.looks()).slice(looksBefore), [
    { by: ids.ingrid, duty: 'privacy', purpose: 'customer-relationship', people: [aino], fields: ['sys.audit'] },
  ])
  assert.equal((await as('saku')('GET', '/disclosures')).statusCode, 403)
})

test('nobody notes a disclosure in another’s name', async () => {
  const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: noon, under: '1' }
  const disclosed = { processor: 'kirjurit', people: [], fields: [], purpose: 'x', ground: 'y' }
  const id = await perform(register.db as never, occasion, (act) =>
    noteDisclosure({ ...act, by: ids.ellen } as never, disclosed),
  )
  const { by } = await register.db
    .owner()
    .selectFrom('register.disclosure')
    .select('by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(by, ids.saku)
  await assert.rejects(
    sql`insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, statement_version)
      values (uuidv7(), now(), 'x', 'processor', 'y', '{}', '{}', 'p', 'g', 1)`.execute(register.db.as('sales')),
    { code: '42501' },
  )
})

test('a look of one group company at a customer of the other alone is a disclosure to that company', async () => {
  const [hers, shared] = [await person('Venla Virta'), await person('Yhteinen Asiakas')]
  const owner = register.db.owner()
  await owner.updateTable('register.staff').set({ group_company: 'valo-huolto' }).where('id', '=', ids.helmi).execute()
  await owner
    .insertInto('register.relationship')
    .values({
      ...{
        id: crypto.randomUUID(),
        person_id: shared,
        organisation_id: null,
        group_company: 'valo-huolto',
        state: 'customer',
      },
      ...{ owner: null, team: null, started_at: noon, last_activity_at: noon },
    } as never)
    .execute()
  for (const id of [hers, hers, shared]) assert.equal((await as('helmi')('GET', `/people/${id}`)).statusCode, 200)

  assert.equal(await noteGroupLooks(register), 0, 'a day counts when it is over')
  await register.setClock('2026-03-03T12:00:00+02:00')
  assert.equal(await noteGroupLooks(register), 1)
  assert.equal(await noteGroupLooks(register), 0, 'and once')
  await register.setClock(noon)

  const of = async (id: string) => (await privacy('GET', `/people/${id}/disclosures`)).json().items
  const [noted] = await of(hers)
  assert.deepEqual(
    [noted.kind, noted.receiver, noted.way, noted.purpose, noted.fields.includes('person.name')],
    ['group-company', 'valo-huolto', 'looked-at', 'service-delivery', true],
  )
  assert.deepEqual(await of(shared), [])
})
