import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const sales = as('saku')

interface Row {
  id: string
  values: Record<string, unknown>
}

const towns = ['Helsinki', 'Espoo', 'Turku', 'Å%bo_\\']
const names = ['Äyri', 'ayri', 'Öljy', 'Oljy', 'Zeta', 'Ällä', "O'Hara; drop table", 'Åke']
const ids: string[] = []

async function company(n: number) {
  const heating = ['district-heating', 'oil', undefined][n % 3]
  const answer = await sales('POST', '/companies', {
    source: n % 2 ? 'order' : 'contact',
    ...(n % 2 ? {} : { sourceNote: 'Puhelu' }),
    values: {
      'org.name': `${names[n % names.length]} ${n % 5}`,
      ...(n % 4 ? { 'org.email': `info${n}@yritys.example` } : {}),
      'org.addresses': [{ kind: 'postal', street: 'Katu', postcode: '00100', city: towns[n % towns.length] }],
      ...(heating ? { 'org.heatingSystem': heating } : {}),
    },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  ids.push(answer.json().id)
}

for (let n = 0; n < 26; n += 1) await company(n)

async function rowsOf(list: string, wish: object, ask = sales) {
  const answer = await ask('POST', `/lists/${list}/rows`, { payload: wish })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as { items: Row[]; next: string | null; count?: { rows: number; more: boolean } }
}

async function allOf(list: string, wish: object, limit: number) {
  const found: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page: Awaited<ReturnType<typeof rowsOf>> = await rowsOf(list, { ...wish, limit, ...(after ? { after } : {}) })
    found.push(...page.items.map(({ id }) => id))
    after = page.next
  }
  return found
}

test('a list says what it may show, and its statement-added fields are columns like the others', async () => {
  const list = (await sales('GET', '/lists/companies')).json()
  const heating = list.columns.find(({ id }: { id: string }) => id === 'org.heatingSystem')
  assert.equal(heating.label, register.policy().fields.get('org.heatingSystem')?.label.en)
  assert.ok(heating.operators.includes('contains') || heating.operators.includes('is'))
  assert.deepEqual(heating.edit, { source: true })
  const page = await rowsOf('companies', { columns: ['org.name', 'org.heatingSystem'], limit: 3 })
  assert.deepEqual(Object.keys(page.items[0]?.values ?? {}), ['org.name', 'org.heatingSystem'])
})

test('a field that the duty does not read is refused as a column, a filter, an order and a group, with its clause', async () => {
  const service = as('helmi')
  const duty = [...register.policy().duties.values()].find(
    ({ reads }) => reads.has('org.name') && !reads.has('com.paymentTerms'),
  )
  assert.ok(duty, 'a duty that does not read payment terms')
  const unseen = 'com.paymentTerms'
  const clause = register.policy().fields.get(unseen)?.clause
  const wishes = [
    { columns: [unseen] },
    { filter: { column: unseen, is: 'contains', value: '14' } },
    { filter: { any: [{ all: [{ column: unseen, is: 'empty' }] }] } },
    { sort: [unseen] },
    { group: { column: unseen } },
  ]
  for (const wish of wishes) {
    const answer = await service('POST', '/lists/companies/rows', { payload: wish })
    assert.equal(answer.statusCode, 403, `${JSON.stringify(wish)} ${answer.body}`)
    assert.deepEqual([answer.json().code, answer.json().detail.clause], ['FIELD_NOT_OF_DUTY', clause])
  }
  const report = { groups: [{ column: unseen }], measures: [{ of: 'count' }] }
  assert.equal((await service('POST', '/lists/companies/report', { payload: report })).statusCode, 403)
})

const leaf = fc.oneof(
  fc.record({
    column: fc.constantFrom('org.name', 'city', 'org.email', 'org.phone'),
    is: fc.constantFrom('contains', 'starts', 'contains-not'),
    value: fc.constantFrom('a', 'ä', 'å%', '_', "'", '1', '\\'),
  }),
  fc.record({
    column: fc.constantFrom('org.email', 'org.heatingSystem', 'city'),
    is: fc.constantFrom('empty', 'filled'),
  }),
  fc.record({
    column: fc.constant('state'),
    is: fc.constantFrom('is', 'is-not'),
    value: fc.subarray(['prospect', 'customer', 'dormant']),
  }),
  fc.record({
    column: fc.constant('changedAt'),
    is: fc.constantFrom('last-days', 'next-days'),
    value: fc.nat(30).map((n) => n + 1),
  }),
)
const filter = fc.option(
  fc.oneof(
    leaf,
    fc.record({ any: fc.array(leaf, { maxLength: 3 }) }),
    fc.record({ all: fc.array(leaf, { maxLength: 3 }) }),
  ),
  { nil: undefined },
)
const sortable = ['org.name', 'org.email', 'city', 'org.heatingSystem', 'form', 'changedAt', 'createdAt', 'org.phone']
const sort = fc
  .subarray(sortable, { maxLength: 3 })
  .chain((some) => fc.tuple(...some.map((id) => fc.boolean().map((down) => (down ? `-${id}` : id)))))

test('paging gives each row exactly once and in the order of the whole, for any filter, order and size of page', async () => {
  await fc.assert(
    fc.asyncProperty(filter, sort, fc.integer({ min: 1, max: 9 }), async (one, by, limit) => {
      const wish = { ...(one ? { filter: one } : {}), sort: by }
      const whole = (await rowsOf('companies', { ...wish, limit: 200, count: 'exact' })) as Awaited<
        ReturnType<typeof rowsOf>
      >
      const paged = await allOf('companies', wish, limit)
      assert.deepEqual(
        paged,
        whole.items.map(({ id }) => id),
      )
      assert.equal(new Set(paged).size, paged.length)
      assert.equal(whole.count?.rows, paged.length)
    }),
    { numRuns: 40 },
  )
})

test('a filter and its opposite share out all rows between them', async () => {
  const pairs = [
    ['contains', 'contains-not', 'a'],
    ['is', 'is-not', 'Helsinki'],
    ['empty', 'filled', undefined],
  ] as const
  for (const column of ['city', 'org.email', 'org.heatingSystem', 'org.name'])
    for (const [one, other, value] of pairs) {
      const [yes, no] = await Promise.all(
        [one, other].map((is) => {
          const said = column === 'org.heatingSystem' && value !== undefined ? 'oil' : value
          if (column === 'org.heatingSystem' && is.startsWith('contains')) return { items: [] as Row[] }
          return rowsOf('companies', {
            limit: 200,
            filter: { column, is, ...(said === undefined ? {} : { value: said }) },
          })
        }),
      )
      const both = [...(yes?.items ?? []), ...(no?.items ?? [])].map(({ id }) => id)
      if (both.length > 0) assert.deepEqual(both.sort(), [...ids].sort(), `${column} ${one}`)
    }
})

test('no wish, whatever it says, becomes SQL: it is answered, or refused', async () => {
  const evil = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "' or 1=1 --",
      '"; drop table register.person; --',
      'c0',
      'id',
      '$1',
      '\u0000',
      'organisation.name',
      '__proto__',
      'constructor',
    ),
  )
  const wish = fc.record(
    {
      columns: fc.array(evil, { maxLength: 3 }),
      sort: fc.array(evil, { maxLength: 2 }),
      q: evil,
      group: fc.record({ column: evil }),
      filter: fc.record({
        column: fc.oneof(evil, fc.constantFrom(...sortable, 'state', 'owner')),
        is: fc.constantFrom('is', 'contains', 'starts', 'between', 'before', 'last-days', 'at-least'),
        value: fc.oneof(evil, fc.array(evil, { maxLength: 3 }), fc.double(), fc.boolean(), fc.constant(null)),
      }),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(wish, async (said) => {
      const answer = await sales('POST', '/lists/companies/rows', { payload: said })
      assert.ok([200, 400, 403, 422].includes(answer.statusCode), `${JSON.stringify(said)} ${answer.body}`)
      if (answer.statusCode !== 200) assert.ok(answer.json().code, answer.body)
    }),
    { numRuns: 150 },
  )
  assert.equal((await allOf('companies', {}, 50)).length, ids.length)
})

test('nothing is counted unless asked, and names stand in no address', async () => {
  assert.equal((await rowsOf('companies', {})).count, undefined)
  assert.deepEqual((await rowsOf('companies', { count: 'capped' })).count, { rows: ids.length, more: false })
  assert.doesNotMatch((await rowsOf('companies', { limit: 2 })).next ?? '', /[^\w-]/)
})

test('a report counts by two groups, and months are months in Helsinki', async () => {
  const wish = {
    groups: [{ column: 'org.heatingSystem' }, { column: 'createdAt', by: 'month' }],
    measures: [{ of: 'count' }],
  }
  const { rows, more } = (await sales('POST', '/lists/companies/report', { payload: wish })).json()
  assert.equal(more, false)
  assert.equal(
    rows.reduce((sum: number, { measures: [count] }: { measures: [number] }) => sum + count, 0),
    ids.length,
  )
  assert.ok(
    rows.every(({ groups }: { groups: [string, string] }) => groups[1] === '2026-03-01'),
    JSON.stringify(rows),
  )
})

test('whoever is shown is in the access log with the fields that were shown, and a report by a choice shows nobody', async () => {
  const person = (
    await sales('POST', '/people', {
      source: 'order',
      values: { 'person.name': 'Aino Harju', 'person.email': 'aino@harju.example' },
    })
  ).json()
  const before = (await register.looks()).length
  await rowsOf('people', { columns: ['person.name'] })
  await sales('POST', '/lists/people/report', {
    payload: { groups: [{ column: 'kind' }], measures: [{ of: 'count' }] },
  })
  const looks = (await register.looks()).slice(before)
  assert.equal(looks.length, 1)
  assert.match(JSON.stringify(looks[0]), /person\.name/)
  assert.doesNotMatch(JSON.stringify(looks[0]), /person\.email/)
  assert.ok(person.id)
})
