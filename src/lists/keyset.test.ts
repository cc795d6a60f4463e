import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { rowsRead } from './rows-read.fixture.ts'

const { as, register } = await anApp()
const sales = as('saku')
const owner = register.db.owner()

// Half of each value is missing, and many rows are alike.
await sql`insert into register.organisation (id, name, form, business_id, email, created_at, changed_at)
  select md5('firm' || n)::uuid, 'Rivi ' || n % 7, 'company', case when n % 2 = 0 then lpad(n::text, 7, '0') || '-1' end,
    case when n % 3 <> 0 then 'a' || n % 4 || '@rivi.example' end, now() - n % 5 * interval '1 day', now()
  from generate_series(1, 60) n`.execute(owner)
await sql`insert into declared.organisation (organisation_id, heating_system)
  select md5('firm' || n)::uuid, (array['oil', 'heat-pump', null])[1 + n % 3] from generate_series(1, 50) n`.execute(
  owner,
)
await sql`insert into register.contract (id, group_company, organisation_id, number, state, title, starts_on, ends_on, renewal, owner, source, entered_by, entered_at)
  select md5('contract' || n)::uuid, 'valo-energia', md5('firm' || n)::uuid, case when n % 5 > 0 then 'S' || n % 6 || n end,
    'draft', 'Sopimus ' || n % 4, date '2026-01-01' + n % 9, case when n % 2 = 0 then date '2026-06-01' + n % 6 end, 'fixed',
    'x', 'order', 'x', now() from generate_series(1, 60) n`.execute(owner)

interface Page {
  items: { id: string; values: Record<string, unknown> }[]
  next: string | null
}
async function pageOf(list: string, wish: object): Promise<Page> {
  const answer = await sales('POST', `/lists/${list}/rows`, { payload: wish })
  assert.equal(answer.statusCode, 200, `${JSON.stringify(wish)} ${answer.body}`)
  return answer.json()
}

const sortOf = (columns: readonly string[]) =>
  fc
    .shuffledSubarray([...columns], { minLength: 1, maxLength: 3 })
    .chain((some) => fc.tuple(...some.map((id) => fc.boolean().map((down) => (down ? `-${id}` : id)))))
const orders = fc.oneof(
  fc.record({
    list: fc.constant('companies'),
    sort: sortOf([
      'org.businessId',
      'org.email',
      'org.heatingSystem',
      'org.name',
      'createdAt',
      'city',
      'com.paymentTerms',
    ]),
  }),
  fc.record({
    list: fc.constant('contracts'),
    sort: sortOf(['endsOn', 'number', 'title', 'startsOn', 'company', 'signedOn']),
  }),
)

test('pages by columns that may be missing show each row exactly once, what is missing last whichever way', async () => {
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 4, max: 17 }), async ({ list, sort }, limit) => {
      const shown = [...new Set(sort.map((one) => one.replace(/^-/, '')))]
      const whole = await pageOf(list, { sort, columns: shown, limit: 200 })
      assert.equal(whole.items.length, 60)
      const first = whole.items.map(({ values }) => values[shown[0] ?? ''] ?? null)
      assert.deepEqual(
        first.map((value) => value === null),
        first.map((value) => value === null).sort((a, b) => Number(a) - Number(b)),
        'missing ones last',
      )
      const paged: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: Page = await pageOf(list, { sort, limit, ...(after ? { after } : {}) })
        assert.ok(page.items.length <= limit && page.items.length > 0)
        paged.push(...page.items.map(({ id }) => id))
        after = page.next
      }
      assert.deepEqual(
        paged,
        whole.items.map(({ id }) => id),
        `${list} ${sort}`,
      )
      assert.equal(new Set(paged).size, 60)
    }),
    { numRuns: 25 },
  )
})

test('the order that a list begins with, whose query is written once, pages each row exactly once, whoever asks again', async () => {
  for (const list of ['companies', 'contracts', 'companies', 'contracts']) {
    const paged: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await pageOf(list, { limit: 7, ...(after ? { after } : {}) })
      paged.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    assert.deepEqual([paged.length, new Set(paged).size], [60, 60], list)
  }
})

test('a page deep in an order that may be missing reads a page, not what is before it', async () => {
  await sql`insert into register.contract (group_company, organisation_id, state, title, starts_on, ends_on, renewal, source, entered_by, entered_at)
    select 'valo-energia', md5('firm1')::uuid, 'draft', 'Paljon', date '2026-01-01', case when n % 3 > 0 then date '2026-02-01' + n end,
      'fixed', 'order', 'x', now() from generate_series(1, 20000) n`.execute(owner)
  await sql`insert into declared.organisation (organisation_id, heating_system) select id, 'oil' from register.organisation
    on conflict do nothing`.execute(owner)
  await sql`analyze register.contract`.execute(owner)
  for (const sort of [['endsOn'], ['-endsOn']]) {
    let after: string | null = null
    for (let turned = 0; turned < 40; turned += 1)
      after = (await pageOf('contracts', { sort, columns: ['endsOn'], limit: 200, ...(after ? { after } : {}) })).next
    const wish = { sort, columns: ['endsOn'], limit: 50, ...(after ? { after } : {}) }
    const read = await rowsRead(register, { table: 'contract', duty: 'sales' }, () => pageOf('contracts', wish))
    assert.ok(read < 200, `${sort}: ${read} rows were read for 50`)
  }
})
