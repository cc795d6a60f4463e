import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { outsideOf } from '../../src/outside.ts'
import { aRegister } from '../register.ts'

const register = await aRegister()
const asBuilt = async () => (await outsideOf(register, { publicUrl: 'https://register.valo.example' })).rulesAsBuilt

test('the evidence sees a function replaced, a rule added, and a trigger switched off', async () => {
  const owner = register.db.owner()
  assert.equal(await asBuilt(), true)
  const changes = [
    ['alter table register.ledger_leaf disable trigger user', 'alter table register.ledger_leaf enable trigger user'],
    ['create function seloste.back_door() returns integer language sql return 1', 'drop function seloste.back_door()'],
    [
      "create or replace function seloste.acting() returns text language sql stable parallel safe return 'somebody'",
      "create or replace function seloste.acting() returns text language sql stable parallel safe return current_setting('seloste.by', true)",
    ],
  ] as const
  for (const [broken, mended] of changes) {
    await sql.raw(broken).execute(owner)
    assert.equal(await asBuilt(), false, broken)
    await sql.raw(mended).execute(owner)
    assert.equal(await asBuilt(), true, mended)
  }
})
