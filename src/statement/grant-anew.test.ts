import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aRegister, type TestRegister } from '../../test/register.ts'
import { ground } from '../ground.ts'
import { applyGrants } from './apply-grants.ts'
import { grantAnew } from './grant-anew.ts'
import type { Policy } from './policy.ts'

const register = await aRegister()
const owner = register.db.owner()
const valo = register.policy()
const apply = (policy: Policy | null, to: TestRegister = register) =>
  to.db
    .owner()
    .transaction()
    .execute((transaction) => applyGrants(to.db, transaction, ground, policy))

/** Every right and every row policy, however it came about. */
async function rightsOf({ db }: TestRegister): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    select format('%s.%s %s of %s', schemaname, tablename, to_jsonb(own) - '{schemaname,tablename}'::text[], cmd) as said from pg_policies own
    union all
    select format('%s %s may %s', own.oid::regclass, own.relrowsecurity, given) from pg_class own
      left join lateral aclexplode(own.relacl) given on true
      where own.relnamespace::regnamespace::text in ('register', 'declared', 'seloste', 'auth') and own.relkind in ('r', 'p', 'v')
    union all
    select format('%s of %s may %s', part.attname, part.attrelid::regclass, given) from pg_attribute part, aclexplode(part.attacl) given
    union all
    select format('%s may %s', own.oid::regprocedure, given) from pg_proc own, aclexplode(own.proacl) given
      where own.pronamespace = 'seloste'::regnamespace
    union all
    select format('%s may %s', nspname, given) from pg_namespace, aclexplode(nspacl) given
    order by 1`.execute(db.owner())
  return rows.map(({ said }) => said)
}
const rights = () => rightsOf(register)
const written = async () => {
  const { rows } = await sql<{ place: string }>`
    select polrelid::regclass::text || ' ' || polname || ' ' || oid as place from pg_policy order by 1`.execute(owner)
  return rows.map(({ place }) => place)
}

test('rights that stand as they were given are not given again', async () => {
  const before = await written()
  assert.ok(before.length > 1000)
  await apply(valo)
  assert.deepEqual(await written(), before)
})

test('whatever somebody gave, took or changed by hand is as the statement says after the next start', async () => {
  const login = (role: string) => sql.ref(register.db.loginOf(role))
  const before = await rights()
  for (const deed of [
    sql`grant select on register.relationship to ${login('marketing')}`,
    sql`grant update (name) on register.organisation to ${login('marketing')}`,
    sql`revoke select (name) on register.organisation from ${login('sales')}`,
    sql`create policy "mine too" on register.person for select to ${login('marketing')} using (true)`,
    sql`drop policy "sales select" on register.person`,
    sql`alter policy "sales select" on register.person using (true)`,
    sql`alter table register.person disable row level security`,
    sql`grant select on seloste.people_reached_own to ${login('sales')}`,
    sql`grant insert on register.ledger_checkpoint to ${login('sales')}`,
    sql`drop policy "erased by right or age" on register.ledger_opening`,
    sql`revoke select (name) on register.staff from ${login('sales')}`,
    sql`grant execute on function seloste.people_with_email(text) to ${login('sales')}`,
    sql`revoke execute on function seloste.at from ${login('sales')}`,
    sql`revoke usage on schema register from ${login('sales')}`,
    sql`grant usage on schema auth to ${login('sales')}`,
    sql`grant select on auth.password to ${login('sales')}`,
    sql`revoke delete on auth.link from ${login('auth')}`,
    sql`grant select on register.person to public`,
    sql`grant select (name) on register.organisation to public`,
    sql`grant select on register.person to pg_monitor`,
    sql`grant execute on function seloste.people_with_email(text) to public`,
    sql`grant execute on function seloste.people_with_email(text) to pg_monitor`,
    sql`grant select on auth.password to public`,
    sql`grant usage on schema register to public`,
  ]) {
    await deed.execute(owner)
    assert.notDeepEqual(await rights(), before)
    await apply(valo)
    assert.deepEqual(await rights(), before)
  }
})

test('a sentence about the rows of a table that is not there is refused, not passed over', async () => {
  for (const sentence of [
    'alter table register.nowhere enable row level security',
    'create policy "all" on register.nowhere for select to public using (true)',
  ])
    await assert.rejects(
      owner.transaction().execute((transaction) => grantAnew(transaction, [], [sentence])),
      /no such table to give rights of/,
    )
})

test('from whatever rights there were, those of a statement come to be the same', async () => {
  const bare = await aRegister({ statement: null })
  const before = { valo: await rights(), bare: await rightsOf(bare) }
  const sales = valo.duties.get('sales')
  assert.ok(sales)
  const reads = new Set([...sales.reads].filter((field) => field !== 'org.name'))
  for (const duties of [
    new Map(valo.duties).set('sales', { ...sales, reach: 'own' as const }),
    new Map(valo.duties).set('sales', { ...sales, reads }),
    new Map([...valo.duties].filter(([id]) => id !== 'marketing')),
  ]) {
    await apply({ ...valo, duties })
    assert.notDeepEqual(await rights(), before.valo)
    await apply(valo)
    assert.deepEqual(await rights(), before.valo)
  }
  await apply(null)
  assert.deepEqual(await rights(), before.bare)
  await apply(valo)
  assert.deepEqual(await rights(), before.valo)
})
