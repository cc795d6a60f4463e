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

for (const [wrong, body, status, code, detail] of [
  ['without a source', { values: aino.values }, 422, 'SOURCE_MISSING', { clause: 'S6.1', field: 'source' }],
  [
    'from a source that the statement does not name',
    { ...aino, source: 'linkedin' },
    422,
    'SOURCE_NOT_DECLARED',
    { clause: 'S6.1', source: 'linkedin' },
  ],
  [
    'from other contact without saying which',
    { ...aino, source: 'other-contact' },
    422,
    'SOURCE_NOTE_MISSING',
    { clause: 'S6.5', field: 'sourceNote' },
  ],
  [
    'from our earlier register without its date',
    { ...aino, source: 'own-register' },
    422,
    'ORIGINAL_DATE_MISSING',
    { clause: 'S6.11', field: 'asOf' },
  ],
  [
    'without a name',
    { values: { 'person.email': 'a.b@kaari.example' }, source: 'contact' },
    422,
    'VALUE_REQUIRED',
    { clause: 'S5.5', field: 'person.name' },
  ],
  [
    'with a broken address',
    { ...aino, values: { ...aino.values, 'person.email': 'aino@' } },
    422,
    'EMAIL_NOT_VALID',
    { field: 'person.email' },
  ],
  [
    'with a broken number',
    { ...aino, values: { ...aino.values, 'person.phone': '12' } },
    422,
    'PHONE_NOT_VALID',
    { field: 'person.phone' },
  ],
  [
    'with a choice that is none',
    { ...aino, values: { ...aino.values, 'person.preferredLanguage': 'klingon' } },
    422,
    'VALUE_NOT_VALID',
    { field: 'person.preferredLanguage', clause: 'S5.18' },
  ],
  [
    'with ten thousand letters in a short text',
    { ...aino, company: nobody, values: { ...aino.values, 'person.jobRole': 'x'.repeat(10_000) } },
    422,
    'TEXT_TOO_LONG',
    { field: 'person.jobRole', limit: 200 },
  ],
  [
    'with a name that never ends',
    { ...aino, values: { 'person.name': 'Aino '.repeat(2_000) } },
    422,
    'VALUE_NOT_VALID',
    { field: 'person.name' },
  ],
  ['at a company that does not exist', { ...aino, company: nobody }, 404, 'NOT_FOUND', { field: 'organisation' }],
] as const) {
  test(`a person ${wrong} is refused, and nothing is stored`, async () => {
    const people = await countOf('register.person')
    const { ledger: lines } = await said(async () => {
      const answer = await sales('POST', '/people', body)
      assert.equal(answer.statusCode, status, answer.body)
      assert.equal(answer.json().code, code)
      for (const [key, value] of Object.entries(detail)) assert.equal(answer.json().detail[key], value, key)
    })
    assert.equal(await countOf('register.person'), people)
    assert.deepEqual(lines, [])
  })
}

for (const [where, body, field] of [
  ['among the values', { ...aino, values: { ...aino.values, birthday: '1952-10-13' } }, 'birthday'],
  ['beside the values', { ...aino, hetu: '131052-308T' }, 'hetu'],
  ['as a field of a company', { ...aino, values: { ...aino.values, 'org.name': 'Kaari Oy' } }, 'org.name'],
  ['under a name that is itself a value', { ...aino, '131052-308T': true }, '–'],
] as const) {
  test(`AS-05: an undeclared field ${where} is refused by name, its value stored and repeated nowhere`, async () => {
    const people = await countOf('register.person')
    const answer = await sales('POST', '/people', body)
    assert.equal(answer.statusCode, 422)
    assert.equal(answer.json().code, 'FIELD_NOT_DECLARED')
    assert.deepEqual(answer.json().detail, { clause: 'S5.1', field })
    assert.equal(answer.body.includes('131052') || answer.body.includes('1952'), false)
    assert.equal(await countOf('register.person'), people)
  })
}

test('a personal identity code is stopped in any text, with a hint, and is not repeated', async () => {
  for (const body of [
    { ...aino, values: { ...aino.values, 'person.name': 'Aino 131052-308T' } },
    { ...aino, source: 'other-contact', sourceNote: 'soitti, 131052-308T' },
  ]) {
    const answer = await sales('POST', '/people', body)
    assert.equal(answer.statusCode, 422)
    assert.equal(answer.json().code, 'PERSONAL_IDENTITY_CODE')
    assert.equal(answer.body.includes('308T'), false)
    assert.match(answer.json().title, /remove it/)
  }
})
