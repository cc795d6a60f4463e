import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { columnsOf, type Deed, type Duty, may, type TableMap } from '#statement'
import { ground } from '../../src/ground.ts'
import { declaredMaps } from '../../src/statement/declared.ts'
import { aRegister } from '../register.ts'

const register = await aRegister()
const policy = register.policy()
const maps = [...ground.maps, ...declaredMaps(policy, ground.maps)]
const carried = maps.flatMap((map) =>
  Object.entries(map.carries).flatMap(([field, columns]) => columns.map((column) => ({ map, field, column }))),
)

test('the matrix covers every duty and every field that has a column', () => {
  assert.ok(policy.duties.size >= 5)
  assert.ok(new Set(carried.map(({ field }) => field)).size >= 8)
})

for (const duty of policy.duties.values()) {
  test(`what ${duty.id} may do by the statement, PostgreSQL lets it do, and nothing else`, async () => {
    for (const { map, field, column } of carried) {
      for (const deed of ['read', 'write'] as const) {
        const verdict = may(policy, duty.id, duty.purposes[0] ?? '', field, deed)
        const answer = await granted(duty, map, column, deed)
        assert.equal(answer, verdict.allowed, `${duty.id} ${deed} ${field} (${map.table}.${column})`)
      }
    }
  })

  test(`${duty.id}'s grants name no column that carries an undeclared field`, async () => {
    const { rows } = await sql<{ place: string; column: string }>`
      select table_schema || '.' || table_name as place, column_name as column
      from information_schema.column_privileges
      where grantee = ${register.db.loginOf(duty.id)} and table_schema in ('register', 'declared')
    `.execute(register.db.owner())
    const known = new Set(maps.flatMap((map) => columnsOf(map).map((column) => `${map.table}.${column}`)))
    const ledger = /^register\.(ledger_leaf|ledger_opening)\./
    const strange = rows
      .map(({ place, column }) => `${place}.${column}`)
      .filter((path) => !known.has(path) && !ledger.test(path))
    assert.deepEqual(strange, [])
  })
}

test('a refused column is refused by PostgreSQL itself, also from SQL that no code of ours wrote', async () => {
  const refused = carried.filter(({ field }) => !policy.duties.get('marketing')?.reads.has(field))
  assert.ok(refused.length > 0)
  for (const { map, column } of refused) {
    await assert.rejects(sql.raw(`select "${column}" from ${map.table} limit 1`).execute(register.db.as('marketing')), {
      code: '42501',
    })
  }
})

test('no duty may look behind a grant: none is owner, superuser or member of another role', async () => {
  const logins = [...policy.duties.keys(), ...ground.machines].map(register.db.loginOf)
  const { rows } = await sql<{ login: string }>`
    select rolname as login from pg_roles where rolname = any(${logins}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
    union all
    select member.rolname from pg_auth_members join pg_roles member on member.oid = pg_auth_members.member where member.rolname = any(${logins})
  `.execute(register.db.owner())
  assert.deepEqual(rows, [])
})

async function granted(duty: Duty, map: TableMap, column: string, deed: Deed): Promise<boolean> {
  const login = register.db.loginOf(duty.id)
  const rights = deed === 'read' ? ['select'] : ['insert', 'update']
  const { rows } = await sql<{ all: boolean; any: boolean }>`
    select bool_and(has_column_privilege(${login}, ${map.table}, ${column}, kind)) as all,
           bool_or(has_column_privilege(${login}, ${map.table}, ${column}, kind)) as any
    from unnest(${rights}::text[]) kind
  `.execute(register.db.owner())
  assert.equal(rows[0]?.all, rows[0]?.any, `${login} half-granted ${map.table}.${column}`)
  return rows[0]?.all ?? false
}
