import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { applyGrants, type Policy } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../ground.ts'
import { listsOf, referencesOf } from '../lists-of.ts'
import type { Words } from './list-definition.ts'
import { most } from './list-wish.ts'
import { newestWith } from './newest-with.ts'

const { as, register, ids } = await anApp()
const { db } = register
const [sales, owner] = [as('saku'), db.owner()]

const families = ['Mäkinen', 'Makinen', 'Österberg', 'Virtanen', 'Virta', 'O_Hara%', 'Åkerblom']
const people = new Map<string, { name: string; email: string }>()
for (let n = 0; n < 28; n += 1) {
  const family = families[n % families.length] ?? ''
  const said = { name: `${family} Aino${n}`, email: `posti${n}.${n % 3 ? 'myynti' : 'huolto'}@yritys${n % 5}.example` }
  const values = { 'person.name': { given: `Aino${n}`, family }, 'person.email': said.email }
  const answer = await sales('POST', '/people', { source: 'order', values })
  assert.equal(answer.statusCode, 201, answer.body)
  people.set(answer.json().id, said)
}

interface Page {
  items: { id: string }[]
  next: string | null
  count?: { rows: number }
}
async function rowsOf(wish: object, { list = 'people', ask = sales } = {}): Promise<Page> {
  const answer = await ask('POST', `/lists/${list}/rows`, { payload: { limit: 200, ...wish } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const idsOf = ({ items }: Page) => items.map(({ id }) => id).sort()

const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
const operators: Record<string, (value: string, word: string) => boolean> = {
  contains: (value, word) => value.includes(word),
  'contains-not': (value, word) => !value.includes(word),
  starts: (value, word) => value.startsWith(word),
  is: (value, word) => value === word,
  'is-not': (value, word) => value !== word,
}

const [person, operator, part] = [
  fc.constantFrom(...people.values()),
  fc.constantFrom(...Object.keys(operators)),
  fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })),
]

for (const [how, at] of [
  ['by the index', most.found],
  ['row by row where more hold it than the index is asked for', 3],
] as const)
  test(`a word is found ${how}: the rows are those that hold it, whatever their case and marks`, async () => {
    const [before, asked] = [most.found, { some: 0 }]
    most.found = at
    await fc.assert(
      fc.asyncProperty(person, operator, part, async (one, is, [from, length]) => {
        for (const [column, key] of [
          ['person.name', 'name'],
          ['person.email', 'email'],
        ] as const) {
          const word = is.startsWith('is') ? one[key] : one[key].slice(from, from + length).toUpperCase()
          if (word === '' || word !== word.trim()) continue
          const fits = [...people].filter(([, said]) => operators[is]?.(folded(said[key]), folded(word)))
          const expected = fits.map(([id]) => id).sort()
          assert.deepEqual(
            idsOf(await rowsOf({ filter: { column, is, value: word } })),
            expected,
            `${column} ${is} ${word}`,
          )
          asked.some += expected.length
        }
      }),
      { numRuns: 30 },
    )
    most.found = before
    assert.ok(asked.some > 0)
  })

test('the search of a list finds every word anywhere, in names and addresses alike, past the fiftieth row', async () => {
  await sql`insert into register.person (kind, given_name, family_name, created_at, changed_at)
    select 'representative', 'Monta' || n, 'Samanniminen', now(), now() from generate_series(1, 70) n`.execute(owner)
  const found = await rowsOf({ q: 'samanni', limit: 30, count: 'exact' })
  assert.equal(found.count?.rows, 70)
  const [id = '', said = { name: '', email: '' }] = [...people][3] ?? []
  const [family = '', given = ''] = said.name.split(' ')
  assert.deepEqual(idsOf(await rowsOf({ q: `${given} ${family.slice(1)} ${said.email.slice(3)}` })), [id])
  assert.deepEqual(idsOf(await rowsOf({ q: `${given} eikukaan` })), [])
  most.found = 2
  assert.deepEqual(idsOf(await rowsOf({ q: `${given} ${family.slice(1)} ${said.email.slice(3)}` })), [id])
  most.found = 5000
  await sql`delete from register.person where family_name = 'Samanniminen'`.execute(owner)
})

test('every index of words that a list names is there, and answers a reader of its columns', async () => {
  const named = listsOf.flatMap(({ columns, search }) => [
    ...columns.flatMap(({ words }) => (words ? [words] : [])),
    ...(search?.in ?? []).map(({ words }) => words),
  ])
  const references: Words[] = Object.values(referencesOf).flatMap(({ words }) => (words ? [words] : []))
  assert.ok(named.length > 20)
  for (const { index, row = 'id' } of [...named, ...references])
    await sql`select seloste.rows_with(${new URL(db.url).username}, ${index}, ${row}, array['%abc%'], 10)`.execute(
      db.as('finder'),
    )
})

test('no duty asks the index of words itself, and the index answers nobody about a column that they do not read', async () => {
  const ask = (login: string, index = 'register.invoice_words') =>
    sql`select seloste.rows_with(${login}, ${index}, 'id', array['%abc%'], 10)`
  const askNewest = (login: string, index = 'register.invoice_words') =>
    sql`select ${sql.ref(`seloste.${newestWith(index)}`)}(${login}, array['%abc%', '%abc%', '%abc%'], 10)`
  for (const way of [ask, askNewest]) {
    for (const duty of register.policy().duties.keys())
      await assert.rejects(way(db.loginOf(duty)).execute(db.as(duty)), { code: '42501' }, duty)
    await assert.rejects(way(db.loginOf('marketing')).execute(db.as('finder')), { code: '42501' }, way.name)
    await way(db.loginOf('billing')).execute(db.as('finder'))
  }
  await assert.rejects(sql`select id from register.person`.execute(db.as('finder')), { code: '42501' })
  for (const index of ['register.person_by_name', 'pg_catalog.pg_class_oid_index', 'x; drop table register.person'])
    await assert.rejects(ask(db.loginOf('privacy'), index).execute(db.as('finder')), /no index of words|syntax|invalid/)
})

test('somebody outside the reach is no different from nobody, in rows, counts, pages, reports and searches', async () => {
  const values = { 'person.name': { given: 'Salainen', family: 'Kätkö' }, 'person.email': 'salainen@katko.example' }
  await as('ellen', 'sales')('POST', '/people', { source: 'contact', values })
  const company = { 'org.name': 'Kätkö Oy' }
  await as('ellen', 'sales')('POST', '/companies', { source: 'contact', values: company })
  assert.equal((await rowsOf({ q: 'salainen' })).items.length, 1, 'whoever reaches all finds them')
  await reaching('own')
  const looks = (await register.looks()).length
  const asked = async (word: string) => {
    const answers = []
    for (const filter of [
      { column: 'person.email', is: 'contains', value: word },
      { column: 'person.email', is: 'contains-not', value: word },
      { column: 'person.name', is: 'starts', value: word },
      { column: 'company', is: 'contains', value: word },
      {
        any: [
          { column: 'person.name', is: 'contains', value: word },
          { column: 'person.email', is: 'is', value: word },
        ],
      },
    ]) {
      answers.push(await rowsOf({ filter, count: 'exact' }))
    }
    const filter = { column: 'person.email', is: 'contains-not', value: word }
    const report = { filter, groups: [{ column: 'kind' }], measures: [{ of: 'count' }] }
    answers.push((await sales('POST', '/lists/people/report', { payload: report })).json())
    answers.push(await rowsOf({ q: word, count: 'exact' }), await rowsOf({ q: word }, { list: 'companies' }))
    return answers
  }
  for (const [there, nowhere] of [
    ['salainen', 'zzzolemat'],
    ['katko', 'zzzol'],
  ] as const)
    assert.deepEqual(await asked(there), await asked(nowhere))
  assert.doesNotMatch(JSON.stringify((await register.looks()).slice(looks)), /salainen/i)
  assert.ok(ids.saku)
  await reaching('all')
})

test('what no index answers is given up in time, and said', async () => {
  await sql`insert into register.person (kind, given_name, family_name, created_at, changed_at)
    select 'representative', 'Monta' || n, 'Samanniminen' || n, now(), now() from generate_series(1, 20000) n`.execute(
    owner,
  )
  most.seconds = 0.01
  const wish = { sort: ['person.email'], limit: 50 }
  const answer = await sales('POST', '/lists/people/rows', { payload: wish })
  most.seconds = 15
  assert.deepEqual([answer.statusCode, answer.json().code], [422, 'LIST_TOO_WIDE'], answer.body)
  assert.equal((await rowsOf(wish)).items.length, 50, 'the connection serves the next')
})

/** Publishes nothing: lets the grants and the policy in memory say that sales reaches this far. */
async function reaching(reach: 'own' | 'all') {
  const policy = register.policy()
  const duty = policy.duties.get('sales')
  assert.ok(duty)
  const narrow: Policy = { ...policy, duties: new Map(policy.duties).set('sales', { ...duty, reach }) }
  await owner.transaction().execute((transaction) => applyGrants(db, transaction, ground, narrow))
  Object.assign(duty, { reach })
}

test('a search that no text can hold is refused, and the server goes on', async () => {
  for (const list of ['people', 'companies'])
    assert.equal((await sales('POST', `/lists/${list}/rows`, { q: 'abc\u0000' })).statusCode, 422)
  assert.equal((await sales('POST', '/lists/people/rows', { q: 'abc' })).statusCode, 200)
})
