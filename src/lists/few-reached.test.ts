import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { applyGrants } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../ground.ts'
import { rowsRead } from './rows-read.fixture.ts'

const { as, register, ids } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
const policy = register.policy()
const duty = policy.duties.get('sales')

// 20 000 companies with a person each: 5 are Saku's, 6 000 are Ellen's, 200 are of Saku's team.
const many = 20_000
await sql`insert into register.organisation (id, name, form, created_at, changed_at)
  select md5('firm' || n)::uuid, 'Rivi ' || n, 'company', now(), now() from generate_series(1, ${many}::int) n`.execute(
  owner,
)
await sql`insert into register.person (id, kind, given_name, family_name, created_at, changed_at)
  select md5('one' || n)::uuid, 'representative', 'Aino', 'Rivinen ' || n, now(), now() from generate_series(1, ${many}::int) n`.execute(
  owner,
)
await sql`insert into register.affiliation (id, person_id, organisation_id, since)
  select uuidv7(), md5('one' || n)::uuid, md5('firm' || n)::uuid, current_date from generate_series(1, ${many}::int) n`.execute(
  owner,
)
await sql`insert into register.relationship (id, organisation_id, group_company, state, owner, team, started_at, last_activity_at)
  select uuidv7(), md5('firm' || n)::uuid, 'valo-energia', 'prospect',
    case when n % 4000 = 0 then ${ids.saku} when n % 10 < 3 then ${ids.ellen} end, case when n % 100 = 50 then 'north' end, now(), now()
  from generate_series(1, ${many}::int) n`.execute(owner)
await sql`update register.staff set team = 'north' where id = ${ids.saku}::uuid`.execute(owner)
await sql`analyze register.organisation, register.person, register.affiliation, register.relationship`.execute(owner)

async function reaching(reach: 'all' | 'own' | 'team') {
  assert.ok(duty)
  const narrow = { ...policy, duties: new Map(policy.duties).set('sales', { ...duty, reach }) }
  await owner.transaction().execute((db) => applyGrants(register.db, db, ground, narrow))
  Object.assign(duty, { reach }) // the policy in memory says the same, so that the occasion is told of it
}

const idOf = async (n: number, kind: string) =>
  (await sql<{ id: string }>`select md5(${kind + n})::uuid as id`.execute(owner)).rows[0]?.id ?? ''
const rows = async (path: string, payload?: object, who = sales) => {
  const answer = payload ? await who('POST', path, { payload }) : await who('GET', path)
  assert.equal(answer.statusCode, 200, path + answer.body)
  return answer.json()
}

for (const [reach, companies] of [
  ['own', 5],
  ['team', 205],
] as const)
  test(`reach ${reach}: a page and a person cost what is reached, not what the register holds`, async () => {
    await reaching(reach)
    const reading = (table: string, work: () => Promise<unknown>) =>
      rowsRead(register, { table, duty: 'sales', by: ids.saku }, work)

    const listed = await rows('/lists/people/rows', { limit: 200, count: 'exact' })
    assert.deepEqual([listed.items.length, listed.count.rows], [Math.min(200, companies), companies])
    const pages: [string, string, object | undefined][] = [
      ['person', '/lists/people/rows', { limit: 50 }],
      ['person', '/lists/people/rows', { limit: 50, sort: ['-changedAt'], count: 'exact' }],
      ['person', '/people?limit=50&sort=name', undefined],
      ['organisation', '/lists/companies/rows', { limit: 50 }],
      ['organisation', '/companies?limit=50&sort=name', undefined],
    ]
    for (const [table, path, payload] of pages) {
      const read = await reading(table, () => rows(path, payload))
      assert.ok(read < 1500, `${path} ${JSON.stringify(payload)}: ${read} rows of ${table}`)
    }
    const person = `/people/${await idOf(4000, 'one')}`
    for (const table of ['relationship', 'person', 'affiliation']) {
      const read = await reading(table, () => rows(person))
      assert.ok(read < 100, `${person}: ${read} rows of ${table}`)
    }
  })

test('whoever looks after thousands opens one of them by one of them', async () => {
  await reaching('own')
  const ellen = as('ellen', 'sales')
  const person = `/people/${await idOf(11, 'one')}`
  const read = await rowsRead(register, { table: 'relationship', duty: 'sales', by: ids.ellen }, () =>
    rows(person, undefined, ellen),
  )
  assert.ok(read < 100, `${read} rows of relationship`)
  assert.equal((await rows('/lists/people/rows', { limit: 50 }, ellen)).items.length, 50)
})

const searched = (q: string, by: string) =>
  register.db
    .as('sales')
    .transaction()
    .execute(async (transaction) => {
      await sql`select set_config('seloste.by', ${by}, true)`.execute(transaction)
      const peopleRead = async () =>
        (
          await sql<{ rows: number }>`select idx_tup_fetch as rows from pg_stat_xact_user_tables
            where relid = 'register.person'::regclass`.execute(transaction)
        ).rows[0]?.rows ?? 0
      const before = await peopleRead()
      const { rows } = await sql<{ id: string; field: string }>`
        select id, field from seloste.search(${q}, 50)`.execute(transaction)
      return { hits: rows.map(({ id, field }) => `${field} ${id}`), people: (await peopleRead()) - before }
    })

test('the search goes through a narrow reach where it is short, and through the names where it is not', async () => {
  for (const reach of ['own', 'team'] as const) {
    await reaching(reach)
    const [saku, ellen] = [await searched('aino', ids.saku), await searched('aino', ids.ellen)]
    assert.equal(saku.hits.length, reach === 'own' ? 5 : 50)
    assert.equal(ellen.hits.length, 50)
    assert.ok(saku.people < 500, `${saku.people} people read of a short reach`)
    assert.ok(ellen.people < 2000, `${ellen.people} people read where 6 000 are reached`)
  }
})

test('a narrow reach is searched as a wide one is: the same is found of what it holds', async () => {
  const [one, two] = [await idOf(4000, 'one'), await idOf(8000, 'one')]
  await sql`update register.person set family_name = 'Öhman', given_name = 'Åke Ÿrjö' where id = ${one}`.execute(owner)
  await sql`update register.person set family_name = 'von Ørsted', given_name = 'ßilja' where id = ${two}`.execute(
    owner,
  )
  await sql`update register.organisation set name = 'Ääni & Øljy Oy', business_id = '1234567-1' where id = ${await idOf(8000, 'firm')}`.execute(
    owner,
  )
  await sql`insert into register.person_email (id, person_id, address, kind, is_primary, added_at)
    values (uuidv7(), ${one}, 'Åke.öhman@Örebro.example', 'personal-work', true, now())`.execute(owner)
  await sql`insert into register.person_phone (id, person_id, number, typed, kind, is_primary, added_at)
    values (uuidv7(), ${two}, '+358401234567', '040 1234567', 'mobile', true, now())`.execute(owner)
  const words = [
    'öhman',
    'OHM',
    'ake',
    'åke ÿ',
    'silja',
    'von o',
    'aani',
    'oljy',
    '& ol',
    'ake.oh',
    'örebro',
    '@orebro',
  ]
  const found = new Map<string, Set<string>[]>()
  for (const reach of ['all', 'own'] as const) {
    await reaching(reach)
    for (const q of [...words, '040 12', '+35840', '1234567', 'ma', 'x'])
      found.set(q, [...(found.get(q) ?? []), new Set((await searched(q, ids.saku)).hits)])
  }
  for (const [q, [all, own]] of found) {
    assert.deepEqual(own, all, q)
    assert.equal(own?.size === 0, ['ma', 'x'].includes(q), q)
  }
})
