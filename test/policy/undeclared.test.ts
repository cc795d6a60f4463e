import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eraseRetiredFields } from '#statement'
import { anApp } from '#test/app'

async function aRegisterAtWork() {
  const { as, ask, register } = await anApp()
  const owner = register.db.owner()
  const values = { 'person.name': 'Aino Harju' }
  const person = (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
  const write = () =>
    as('saku')('PATCH', `/people/${person}`, {
      headers: { 'if-match': '"1"' },
      payload: { values: { 'person.phone': '040 123 4567' }, source: 'contact' },
    })
  return { as, ask, register, owner, person, write }
}

test('a column that the statement does not declare is dark while it is empty, and stops the writing once it holds something', async () => {
  const { as, ask, register, owner, person, write } = await aRegisterAtWork()
  await sql`alter table declared.person add column shoe_size numeric`.execute(owner)
  await register.reload()
  assert.equal(register.readOnly(), null)

  await sql`insert into declared.person (person_id, shoe_size) values (${person}, 43)
    on conflict (person_id) do update set shoe_size = 43`.execute(owner)
  await register.reload()
  assert.deepEqual(register.undeclared(), [{ column: 'declared.person.shoe_size', with: 'data' }])
  const refused = await write()
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.columns],
    [503, 'COLUMN_NOT_DECLARED', ['declared.person.shoe_size']],
  )
  assert.equal((await as('saku')('GET', `/people/${person}`)).statusCode, 200, 'reading goes on')
  const list = await as('saku')('POST', '/lists/people/rows', { limit: 10 })
  assert.equal(list.json().items?.[0]?.id, person, 'also where the wish comes in the body')
  assert.equal((await ask('GET', '/health')).json().readOnly, true)
  assert.equal((await as('tomas')('GET', '/me')).json().alarm.code, 'COLUMN_NOT_DECLARED')
  assert.equal(
    (await as('tomas')('POST', '/statement/drafts', { from: 'active' })).statusCode,
    201,
    'the mend can be drafted',
  )

  await sql`alter table declared.person drop column shoe_size`.execute(owner)
  await register.reload()
  assert.equal(register.readOnly(), null)
})

test('a column put into the code’s own tables by hand is found, and so is a grant to somebody outside', async () => {
  const { register, owner } = await aRegisterAtWork()
  await sql`alter table register.person add column nickname text not null default 'Ainu'`.execute(owner)
  await sql`alter table declared.person add column blood_type text`.execute(owner)
  await sql`grant select (blood_type) on declared.person to pg_monitor`.execute(owner)
  await register.reload()
  assert.deepEqual(register.undeclared(), [
    { column: 'declared.person.blood_type', with: 'grant' },
    { column: 'register.person.nickname', with: 'data' },
  ])
})

test('a dropped field keeps its values for its seven days without an alarm', async () => {
  const { register, owner, person } = await aRegisterAtWork()
  await sql`alter table declared.person add column shoe_size numeric`.execute(owner)
  await sql`insert into declared.person (person_id, shoe_size) values (${person}, 43)
    on conflict (person_id) do update set shoe_size = 43`.execute(owner)
  await sql`insert into register.retired_field (field, hidden_at, erase_at, version)
    values ('person.shoeSize', now(), now() + interval '7 days', 1)`.execute(owner)
  await register.reload()
  assert.deepEqual(register.undeclared(), [])
})

test('a version taken out of storage is missed: the one before it does not pass for the newest', async () => {
  const { register, owner, write, ask } = await aRegisterAtWork()
  await sql`alter table register.statement_version disable trigger all`.execute(owner)
  await sql`insert into register.statement_version
    select 2, repeat('a', 64), canonical, source, change_class, summary, approved_by, published_at, effective_from, 1
    from register.statement_version`.execute(owner)
  await sql`with leaf as (insert into register.ledger_leaf (hash, at) values (sha256('two'), now()) returning hash)
    insert into register.ledger_opening (hash, salt, payload)
    select hash, decode(repeat('00', 16), 'hex'), ${JSON.stringify({ what: 'statement.published', about: 'statement-2', detail: { hash: 'a'.repeat(64) } })}::jsonb
    from leaf`.execute(owner)
  await sql`delete from register.statement_version where version = 2`.execute(owner)
  await register.reload()
  assert.deepEqual(register.tampered(), [{ version: 2, with: 'ledger' }])
  assert.deepEqual((await write()).json().code, 'STATEMENT_TAMPERED')

  const sent = await ask('POST', '/en/contact/', { payload: { name: 'Aino', email: 'aino@company.example' } })
  assert.equal(sent.statusCode, 503, 'the public form takes nothing in either')
  await sql`alter table declared.person add column shoe_size numeric`.execute(owner)
  await sql`insert into register.retired_field (field, hidden_at, erase_at, version)
    values ('person.shoeSize', now(), now() - interval '1 day', 1)`.execute(owner)
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  assert.deepEqual(await eraseRetiredFields(register, occasion), [], 'and nothing is erased')
})
