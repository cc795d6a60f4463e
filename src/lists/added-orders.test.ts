import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import { publish, readStatement } from '#statement'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { rowsRead } from './rows-read.fixture.ts'

const added = [
  { id: 'org.visitCode', type: 'text' },
  { id: 'org.servedOn', type: 'date' },
  { id: 'org.score', type: 'number' },
  { id: 'org.story', type: 'long-text' },
  { id: 'org.paidInAdvance', type: 'boolean' },
] as const

const { statement } = readStatement(await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8'))
assert.ok(statement)
for (const field of added) {
  const label = { fi: field.id, sv: field.id, en: field.id }
  statement.dataCategories.push({
    label,
    saidIn: 'S5.30',
    personal: 'when-sole-trader',
    fromStage: 'prospect',
    ...field,
  })
  for (const { id, reads, writes } of statement.duties ?? [])
    if (id === 'sales') for (const list of [reads, writes]) list.push(field.id)
}
const { as, register } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
const tomas = { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }
await publish(register, tomas, stringify(statement, { version: '1.2' }))

const many = 12_000
await sql`insert into register.organisation (id, name, form, created_at, changed_at)
  select md5('firm' || n)::uuid, 'Rivi ' || n % 7, 'company', now(), now() from generate_series(1, ${many}::int) n`.execute(
  owner,
)
await sql`insert into declared.organisation (organisation_id, visit_code, served_on, score, story, paid_in_advance)
  select md5('firm' || n)::uuid, 'Käynti ' || n % 3000, date '2020-01-01' + n % 900, n % 500, 'Tarina numero ' || n, n % 2 = 0
  from generate_series(1, ${many}::int) n where n % 4 > 0`.execute(owner)
await sql`analyze register.organisation, declared.organisation`.execute(owner)

interface Page {
  items: { id: string; values: Record<string, unknown> }[]
  next: string | null
}
async function pageOf(wish: object): Promise<Page> {
  const answer = await sales('POST', '/lists/companies/rows', { payload: wish })
  assert.equal(answer.statusCode, 200, `${JSON.stringify(wish)} ${answer.body}`)
  return answer.json()
}
const reading = (wish: object) => rowsRead(register, { table: 'organisation', duty: 'sales' }, () => pageOf(wish))

for (const { id, type } of added.filter(({ type }) => type !== 'long-text'))
  test(`${id}, which the statement added, is an order that costs a page on every page, and gives each row once`, async () => {
    for (const sort of [[id], [`-${id}`]]) {
      const found = new Set<string>()
      let last: string | null = null
      for (let after: string | null = ''; after !== null; ) {
        const page: Page = await pageOf({ sort, columns: [id], limit: 200, ...(after ? { after } : {}) })
        for (const row of page.items) found.add(row.id)
        if (found.size <= 6000) last = page.next
        after = page.next
      }
      assert.equal(found.size, many)
      // Numbers compare by no leakproof operator, so their index is read from its beginning.
      for (const after of type === 'number' ? [null] : [null, last]) {
        const read = await reading({ sort, columns: [id], limit: 50, ...(after ? { after } : {}) })
        assert.ok(read < 1000, `${sort} ${after ? 'deep' : 'first'}: ${read} rows for 50`)
      }
    }
  })

test('a word in an added text, and a value of an added field, are found by an index', async () => {
  const [words, day] = [
    { column: 'org.visitCode', is: 'contains', value: 'ynti 2999' },
    { column: 'org.servedOn', is: 'is', value: '2020-03-01' },
  ]
  assert.equal((await pageOf({ filter: words, limit: 200 })).items.length, 4)
  assert.ok((await reading({ filter: words })) < 100, 'words')
  assert.ok((await reading({ filter: day })) < 1000, 'a day')
  const story = { column: 'org.story', is: 'contains', value: 'numero 11999' }
  assert.equal((await pageOf({ filter: story })).items.length, 1)
  assert.ok((await reading({ filter: story })) < 100, 'a long text')
})

test('a long text is searched and not sorted by: what it begins with is no order', async () => {
  const list = (await sales('GET', '/lists/companies')).json()
  const column = list.columns.find(({ id }: { id: string }) => id === 'org.story')
  assert.equal(column.sortable, false)
  assert.equal((await sales('POST', '/lists/companies/rows', { payload: { sort: ['org.story'] } })).statusCode, 422)
})
