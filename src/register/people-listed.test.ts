import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
const nobody = '019cadfd-8900-7000-8000-000000000000'

const aino = {
  values: {
    'person.name': 'Aino Välimäki',
    'person.email': 'aino.valimaki@kaari.example',
    'person.phone': '040 123 4567',
  },
  source: 'contact',
}

async function created(more: object = {}) {
  const answer = await sales('POST', '/people', { ...aino, ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

/** What the ledger and the access log say of this deed alone. */
async function said(deed: () => Promise<unknown>) {
  const [before, looksBefore] = [(await ledger()).length, (await register.looks()).length]
  await deed()
  return { ledger: (await ledger()).slice(before), looks: (await register.looks()).slice(looksBefore) }
}

async function countOf(table: string) {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(owner)
  return rows[0]?.count
}

test('an identifier that does not exist, or is none, gets a clear answer', async () => {
  assert.equal((await sales('GET', `/people/${nobody}`)).statusCode, 404)
  assert.deepEqual((await sales('GET', "/people/1';drop table person")).json().code, 'INVALID_REQUEST')
  const answer = await sales('PATCH', `/people/${nobody}`, {
    payload: { values: { 'person.name': 'A B' }, source: 'contact' },
    headers: { 'if-match': '1' },
  })
  assert.equal(answer.statusCode, 404)
})

test('a list is paged by name in Finnish order, forwards and backwards, each person once', async () => {
  for (const name of ['Åke Öhman', 'Ölle Ärling', 'Zea Zetterberg', 'Öyvind Åberg'])
    await created({ values: { 'person.name': name } })
  for (const sort of ['name', '-name']) {
    const names: string[] = []
    let after: string | null = ''
    do {
      const page: { items: { values: { 'person.name': { family: string } } }[]; next: string | null } = (
        await sales('GET', `/people?limit=3&sort=${sort}${after ? `&after=${after}` : ''}`)
      ).json()
      names.push(...page.items.map(({ values }) => values['person.name'].family))
      after = page.next
    } while (after)
    assert.equal(names.length, await countOf('register.person'))
    const swedish = names.filter((name) => ['Zetterberg', 'Åberg', 'Ärling', 'Öhman'].includes(name))
    const order = ['Zetterberg', 'Åberg', 'Ärling', 'Öhman']
    assert.deepEqual(swedish, sort === 'name' ? order : order.toReversed())
  }
})

test('a list is sorted only by what it offers, and a broken cursor is told', async () => {
  for (const sort of ['name;drop table register.person', 'constructor', 'family_name', '--name']) {
    assert.equal((await sales('GET', `/people?sort=${encodeURIComponent(sort)}`)).json().code, 'INVALID_REQUEST', sort)
  }
  assert.equal((await sales('GET', '/people?after=nonsense')).json().code, 'CURSOR_NOT_VALID')
  assert.equal((await sales('POST', '/search', { q: "%' or 1=1 --" })).json().items.length, 0)
  assert.equal((await sales('GET', '/people?limit=100000')).statusCode, 422)
})

test('words that name people are looked for in a body, and refused in an address, which ends up in logs', async () => {
  for (const path of ['/search?q=aino', '/search', '/people?q=aino', '/companies?q=kaari']) {
    const { statusCode } = await sales('GET', path)
    assert.ok([404, 405, 422].includes(statusCode), `${path}: ${statusCode}`)
  }
  for (const body of [{}, { q: 'a'.repeat(201) }, { q: 'aino', name: 'x' }, { q: 'aino', limit: 51 }])
    assert.equal((await sales('POST', '/search', body)).statusCode, 422, JSON.stringify(body))
})

test('a text with an empty sign in it is refused, wherever it is typed', async () => {
  for (const answer of [
    await sales('POST', '/search', { q: 'ma\u0000ki' }),
    await sales('POST', '/people', { ...aino, values: { ...aino.values, 'person.email': 'ai\u0000no@kaari.example' } }),
    await sales('POST', '/people', { ...aino, sourceNote: 'soi\u0000tti' }),
  ]) {
    assert.equal(answer.statusCode >= 400 && answer.statusCode < 500, true, answer.body)
  }
})

test('a representative who leaves a company is no longer its, and stays in the register', async () => {
  const company = (await sales('POST', '/companies', { values: { 'org.name': 'Kaari Oy' }, source: 'contact' })).json()
    .id
  const { id } = await created({ company, values: { ...aino.values, 'person.jobRole': 'Ostaja' } })
  const { ledger: lines } = await said(async () => {
    const answer = await sales('POST', `/people/${id}/departure`, { company, leftOn: '2026-03-02', source: 'contact' })
    assert.equal(answer.statusCode, 201, answer.body)
    assert.deepEqual([answer.json().state, answer.json().affiliations[0].leftOn], ['left-org', '2026-03-02'])
  })
  assert.equal((await sales('GET', `/companies/${company}/people`)).json().items.length, 0)
  assert.deepEqual(lines, ['affiliation.ended by saku'])
})

test('a value from our own earlier register keeps its original day', async () => {
  const person = await created({ source: 'own-register', asOf: '2019-05-06' })
  assert.deepEqual(
    [person.sources['person.name'].asOf, person.sources['person.name'].at.slice(0, 10)],
    ['2019-05-06', '2019-05-06'],
  )
  assert.deepEqual(
    person.notices.map(({ state, dueOn }: Record<string, unknown>) => [state, dueOn]),
    [['not-needed', null]],
  )
})

test('nobody comes into a register that has no published statement', async () => {
  const bare = await anApp({ statement: null })
  const answer = await bare.as('saku')('POST', '/people', aino)
  assert.equal(answer.statusCode >= 400, true)
  assert.equal(answer.json().code, 'NO_ACTIVE_STATEMENT')
})
