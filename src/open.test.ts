import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aRegister } from '../test/register.ts'
import { openRegister } from './open.ts'

const settings = (url: string) => ({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 2 })

test('an altered statement opens nothing at the next start: the rights stay what its publishing made them', async () => {
  const register = await aRegister()
  const owner = register.db.owner()
  await sql`alter table register.statement_version disable trigger all`.execute(owner)
  const { canonical } = await owner
    .selectFrom('register.statement_version')
    .select('canonical')
    .executeTakeFirstOrThrow()
  const wider = canonical.replace(/("id":"marketing".*?"reads":\[)/, '$1"com.paymentTerms",')
  assert.notEqual(wider, canonical)
  await sql`update register.statement_version set canonical = ${wider}`.execute(owner)

  const again = await openRegister(settings(register.db.url))
  assert.equal(again.tampered().length > 0, true)
  await assert.rejects(sql`select payment_terms from register.relationship`.execute(again.db.as('marketing')), {
    code: '42501',
  })
  await sql`select name from register.organisation`.execute(again.db.as('marketing'))
  await again.db.close()
})

test('a second process that opens the register takes no right away from the first, not for a moment', async () => {
  const register = await aRegister()
  let refused = 0
  let asked = 0
  let over = false
  const asking = (async () => {
    while (!over) {
      asked += 1
      await sql`select name from register.organisation limit 1`.execute(register.db.as('sales')).catch(() => {
        refused += 1
      })
    }
  })()
  for (let round = 0; round < 3; round++) await (await openRegister(settings(register.db.url))).db.close()
  over = true
  await asking
  assert.ok(asked > 20)
  assert.equal(refused, 0)
})
