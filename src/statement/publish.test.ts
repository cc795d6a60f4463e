import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { parse, stringify } from 'yaml'
import { type Occasion, perform } from '#ledger'
import { aRegister, noon, type TestRegister } from '../../test/register.ts'
import { employCast } from '../demo/employ-cast.ts'
import { approveStatement } from './approval.ts'
import { eraseRetiredFields } from './erase-retired-fields.ts'
import type { Statement } from './format.ts'
import { planOf } from './plan.ts'
import { publish } from './publish.ts'
import { readStatement } from './read.ts'

const valo = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const old = await readFile(new URL('../../examples/rekisteriseloste-2022-12-12.yaml', import.meta.url), 'utf8')
const tomas: Occasion = { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }
const days = (count: number) => new Date(noon.getTime() + count * 24 * 60 * 60 * 1000)

/** The demo group's statement with something changed in it. */
function valoWith(change: (statement: Statement) => void): string {
  const statement = parse(valo, { schema: 'failsafe' }) && (readStatement(valo).statement as Statement)
  change(statement)
  return stringify(statement, { version: '1.2' })
}

const withShoeSize = valoWith((statement) => {
  statement.dataCategories.push({
    id: 'person.shoeSize',
    label: { fi: 'Kengännumero', sv: 'Skostorlek', en: 'Shoe size' },
    saidIn: 'S5.30',
    type: 'number',
    personal: true,
    fromStage: 'prospect',
  })
  for (const duty of statement.duties ?? []) {
    if (duty.id === 'sales' || duty.id === 'privacy') duty.reads.push('person.shoeSize')
    if (duty.id === 'sales') duty.writes.push('person.shoeSize')
  }
})

async function aPerson(register: TestRegister) {
  const { rows } = await sql<{ id: string }>`
    insert into register.person (kind, given_name, family_name, created_at, changed_at)
    values ('representative', 'Aino', 'Mäki', ${noon}, ${noon}) returning id
  `.execute(register.db.owner())
  return rows[0]?.id as string
}

test('a statement with errors is refused with its clauses, and nothing changes (AS-02)', async () => {
  const register = await aRegister({ statement: null })
  await assert.rejects(publish(register, tomas, old), (refusal: { code: string; detail: { findings: string[] } }) => {
    assert.equal(refusal.code, 'STATEMENT_HAS_ERRORS')
    assert.equal(refusal.detail.findings.length, 14)
    return true
  })
  assert.equal(register.current(), null)
  assert.deepEqual(await register.ledger(), [])
  assert.throws(() => register.policy(), { code: 'NO_ACTIVE_STATEMENT' })
})

test('a mended statement is published with a version and a hash, and the ledger says so (AS-02)', async () => {
  const register = await aRegister({ statement: null })
  const published = await publish(register, tomas, valo)
  assert.equal(published.version, 1)
  assert.match(published.hash, /^[0-9a-f]{64}$/)
  assert.deepEqual(await register.ledger(), ['statement.published by tomas'])
})

test('broken YAML is refused and names the line', async () => {
  const register = await aRegister({ statement: null })
  await assert.rejects(publish(register, tomas, 'register: [\n'), { code: 'STATEMENT_UNREADABLE' })
})

test('publishing the statement in force again is refused: there is nothing to publish', async () => {
  const register = await aRegister()
  await assert.rejects(publish(register, tomas, valo), { code: 'STATEMENT_UNCHANGED' })
  assert.deepEqual(await register.ledger(), [])
})

test('one byte changed in a published version is found, with or without its hash; a mend opens the register, the alarm stays (AS-03)', async () => {
  const register = await aRegister()
  const owner = register.db.owner()
  await assert.rejects(sql`update register.statement_version set source = ''`.execute(owner), /VERSION_IS_IMMUTABLE/)

  await sql`alter table register.statement_version disable trigger all`.execute(owner)
  await sql`update register.statement_version set canonical = replace(canonical, 'Valo', 'Vale')`.execute(owner)
  await register.reload()
  assert.deepEqual(register.tampered(), [{ version: 1, with: 'hash' }])

  await sql`update register.statement_version set hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')`.execute(
    owner,
  )
  await register.reload()
  assert.deepEqual(register.tampered(), [{ version: 1, with: 'ledger' }])

  await sql`alter table register.statement_version enable trigger all`.execute(owner)
  await publish(register, tomas, withShoeSize)
  assert.deepEqual(register.tampered(), [])
  assert.deepEqual(register.altered(), [{ version: 1, with: 'ledger' }])
})

test('a field the statement adds becomes a column that its duties alone reach', async () => {
  const register = await aRegister()
  await publish(register, tomas, withShoeSize)
  const person = await aPerson(register)

  await sql`insert into declared.person (person_id, shoe_size) values (${person}, 43)`.execute(register.db.as('sales'))
  const { rows } = await sql<{ size: string }>`select shoe_size as size from declared.person`.execute(
    register.db.as('privacy'),
  )
  assert.deepEqual(rows, [{ size: '43' }])
  await assert.rejects(sql`select shoe_size from declared.person`.execute(register.db.as('marketing')), {
    code: '42501',
  })
  assert.deepEqual(await register.ledger(), ['statement.published by tomas'])
})

test('a duty that has nothing but an added field reaches it with its person and its source', async () => {
  const register = await aRegister()
  const only = valoWith((statement) => {
    statement.dataCategories.push({
      id: 'person.shoeSize',
      label: { fi: 'Kengännumero', sv: 'Skostorlek', en: 'Shoe size' },
      saidIn: 'S5.30',
      type: 'number',
      personal: true,
      fromStage: 'prospect',
    })
    for (const duty of statement.duties ?? []) {
      const every = statement.dataCategories.map(({ id }) => id)
      if (duty.id === 'service') duty.reads = duty.writes = ['person.shoeSize']
      if (duty.id === 'sales') duty.reads = duty.writes = every
    }
  })
  await publish(register, tomas, only)
  const person = await aPerson(register)
  const service = register.db.as('service')
  await sql`insert into declared.person (person_id, shoe_size) values (${person}, 43)`.execute(service)
  await sql`insert into register.person_source (person_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
    values (${person}, 'person.shoeSize', ${person}, 'contact', 'helmi', ${noon}, ${noon}, '2026-03-02')`.execute(
    service,
  )
  const { rows } = await sql<{ field: string }>`select field from register.person_source`.execute(service)
  assert.deepEqual(rows, [{ field: 'person.shoeSize' }])
  await assert.rejects(sql`select family_name from register.person`.execute(service), { code: '42501' })
})

test('a dropped field is hidden at once, comes back within seven days, and is erased after them', async () => {
  const register = await aRegister()
  await publish(register, tomas, withShoeSize)
  const person = await aPerson(register)
  await sql`insert into declared.person (person_id, shoe_size) values (${person}, 43)`.execute(register.db.as('sales'))

  const { effects } = await planOf(
    register.db.owner(),
    register.ground,
    readStatement(valo).statement as Statement,
    register.db.loginOf,
  )
  assert.deepEqual(
    effects.map(({ kind, field, count }) => ({ kind, field, count })),
    [{ kind: 'erase', field: 'person.shoeSize', count: 1 }],
  )

  await publish(register, tomas, valo)
  await assert.rejects(sql`select shoe_size from declared.person`.execute(register.db.as('sales')), { code: '42501' })
  assert.deepEqual(await eraseRetiredFields(register, { ...tomas, at: days(6) }), [])

  await perform(register.db, { ...tomas, by: 'ingrid', duty: 'privacy' }, async (act) => {
    const { hash } = await planOf(
      register.db.owner(),
      register.ground,
      readStatement(withShoeSize).statement as Statement,
      register.db.loginOf,
    )
    await approveStatement(act as never, hash)
  })
  await publish(register, tomas, withShoeSize)
  const kept = await sql<{ size: string }>`select shoe_size as size from declared.person`.execute(
    register.db.as('sales'),
  )
  assert.deepEqual(kept.rows, [{ size: '43' }])
  assert.deepEqual(await eraseRetiredFields(register, { ...tomas, at: days(8) }), [])

  await publish(register, tomas, valo)
  assert.deepEqual(await eraseRetiredFields(register, { ...tomas, at: days(8) }), ['person.shoeSize'])
  await assert.rejects(sql`select shoe_size from declared.person`.execute(register.db.owner()), { code: '42703' })
  assert.deepEqual(await register.ledger(), [
    'statement.published by tomas',
    'statement.published by tomas',
    'statement.approved by ingrid',
    'change.announced by tomas',
    'statement.published by tomas',
    'statement.published by tomas',
    'field.erased by tomas',
  ])
})

test('a material version waits for a second person, or a day after the first approval, once there are people to be told', async () => {
  const register = await aRegister()
  await aPerson(register)
  await assert.rejects(publish(register, tomas, withShoeSize), { code: 'SECOND_APPROVAL_NEEDED' })

  const { hash } = await planOf(
    register.db.owner(),
    register.ground,
    readStatement(withShoeSize).statement as Statement,
    register.db.loginOf,
  )
  await perform(register.db, tomas, (act) => approveStatement(act as never, hash))
  await assert.rejects(publish(register, { ...tomas, at: new Date(days(1).getTime() - 1) }, withShoeSize), {
    code: 'SECOND_APPROVAL_NEEDED',
  })
  const published = await publish(register, { ...tomas, at: days(1) }, withShoeSize)
  assert.equal(published.version, 2)
  assert.equal(published.changeClass, 'material')
})

test('where there are several administrators, waiting does not stand in for the second person', async () => {
  const register = await aRegister()
  await aPerson(register)
  await employCast(register, noon)
  const owner = register.db.owner()
  await sql`update register.staff_duty set duty = 'admin' where duty = 'marketing'`.execute(owner)

  const plan = await planOf(
    owner,
    register.ground,
    readStatement(withShoeSize).statement as Statement,
    register.db.loginOf,
  )
  await perform(register.db, tomas, (act) => approveStatement(act as never, plan.hash))
  await assert.rejects(publish(register, { ...tomas, at: days(3) }, withShoeSize), { code: 'SECOND_APPROVAL_NEEDED' })
  await publish(register, { ...tomas, by: 'maija', at: days(3) }, withShoeSize)
})

test('of two publishes at the same time one wins and the other is told, and nothing is half done', async () => {
  const register = await aRegister()
  const other = valoWith((statement) => {
    statement.metadata.subtitle = { fi: 'Toinen', sv: 'En annan', en: 'Another' }
  })
  const outcomes = await Promise.allSettled([publish(register, tomas, withShoeSize), publish(register, tomas, other)])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const lost = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult
  assert.equal(lost.reason.code, 'EDITED_MEANWHILE')
  assert.equal(register.current()?.version, 2)
})
