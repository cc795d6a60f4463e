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

test('a person comes into the register with a source for every value and a notice in the queue', async () => {
  let person: Awaited<ReturnType<typeof created>> | undefined
  const { ledger: lines, looks } = await said(async () => {
    person = await created()
  })
  assert.deepEqual(person?.values['person.name'], { given: 'Aino', family: 'Välimäki' })
  assert.deepEqual(
    person?.values['person.email'].map(({ address, kind, primary }: Record<string, unknown>) => ({
      address,
      kind,
      primary,
    })),
    [{ address: 'aino.valimaki@kaari.example', kind: 'personal-work', primary: true }],
  )
  assert.deepEqual(
    Object.keys(person?.sources)
      .map((key) => key.split(':')[0])
      .sort(),
    ['person.email', 'person.name', 'person.phone'],
  )
  assert.equal(person?.sources['person.name'].source, 'contact')
  assert.equal(person?.sources['person.name'].asOf, '2026-03-02')
  assert.deepEqual(lines, ['person.created by saku', 'notice.queued by saku'])
  assert.deepEqual(
    looks.map(({ duty, purpose, people, fields }) => ({ duty, purpose, people, fields })),
    [
      {
        duty: 'sales',
        purpose: 'customer-relationship',
        people: [person?.id],
        fields: ['person.email', 'person.jobRole', 'person.name', 'person.phone', 'person.preferredLanguage'],
      },
    ],
  )
})

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

test('a duty writes only its own fields, and the refusal names the clause', async () => {
  const answer = await as('maija')('POST', '/people', aino)
  assert.equal(answer.statusCode, 403)
  assert.deepEqual(
    [answer.json().code, answer.json().detail.clause, answer.json().detail.field],
    ['FIELD_NOT_OF_DUTY', 'S5.5', 'person.name'],
  )
})

test('a duty reads only its own fields; the others are told with a reason', async () => {
  const { id } = await created()
  const { looks } = await said(async () => {
    const { values, sources, may } = (await as('maija')('GET', `/people/${id}`)).json()
    assert.deepEqual(Object.keys(values).sort(), ['person.email', 'person.name'])
    assert.equal(
      Object.keys(sources).some((key) => key.startsWith('person.phone')),
      false,
    )
    assert.deepEqual(may.edit.allowed, false)
    assert.equal(may.fields['person.phone'].read.code, 'FIELD_NOT_OF_DUTY')
    assert.match(may.fields['person.phone'].read.reason, /Marketing.*S5\.6/)
  })
  assert.deepEqual(
    looks.map(({ duty, purpose, fields }) => [duty, purpose, fields.join()]),
    [['marketing', 'direct-marketing', 'person.email,person.jobRole,person.name,person.preferredLanguage']],
  )
})

test('a correction says what changed, counts the revision and gives the new value its own source', async () => {
  const { id, revision } = await created()
  const { ledger: lines } = await said(async () => {
    const answer = await sales('PATCH', `/people/${id}`, {
      payload: {
        values: { 'person.name': { given: 'Aino', family: 'Saari' }, 'person.preferredLanguage': 'sv' },
        source: 'order',
        verified: true,
      },
      headers: { 'if-match': `"${revision}"` },
    })
    const person = answer.json()
    assert.equal(answer.statusCode, 200, answer.body)
    assert.equal(person.revision, revision + 1)
    assert.deepEqual(person.values['person.name'], { given: 'Aino', family: 'Saari' })
    assert.equal(person.values['person.preferredLanguage'], 'sv')
    assert.equal(person.sources['person.name'].source, 'order')
    assert.ok(person.sources['person.name'].verifiedAt)
    const email = Object.keys(person.sources).find((key) => key.startsWith('person.email:')) ?? ''
    assert.equal(person.sources[email].source, 'contact')
  })
  assert.deepEqual(lines, ['person.corrected by saku'])
})

test('of two people who edit one record, the second is told, and no edit is lost', async () => {
  const { id, revision } = await created()
  const edit = (name: string) =>
    sales('PATCH', `/people/${id}`, {
      payload: { values: { 'person.name': name }, source: 'contact' },
      headers: { 'if-match': `"${revision}"` },
    })
  const answers = await Promise.all([edit('Aino Ensimmäinen'), edit('Aino Toinen')])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const late = answers.find(({ statusCode }) => statusCode === 409)?.json()
  assert.deepEqual([late.code, late.detail.revision], ['EDITED_MEANWHILE', revision + 1])
})

test('an edit that does not say which revision it changes is refused', async () => {
  const { id } = await created()
  const answer = await sales('PATCH', `/people/${id}`, { values: {}, source: 'contact' })
  assert.deepEqual([answer.statusCode, answer.json().code], [428, 'REVISION_MISSING'])
})

test('a person has several numbers, one of them first; taking the first away makes another first', async () => {
  const { id, values } = await created()
  const { ledger: lines } = await said(async () => {
    const added = (
      await sales('POST', `/people/${id}/phones`, { number: '0207 495 400', primary: true, source: 'contact' })
    ).json()
    assert.deepEqual(
      added.values['person.phone'].map(({ number, primary }: Record<string, unknown>) => [number, primary]),
      [
        ['+358207495400', true],
        ['+358401234567', false],
      ],
    )
    const again = await sales('POST', `/people/${id}/phones`, { number: '+358 207 495 400', source: 'contact' })
    assert.deepEqual([again.statusCode, again.json().code], [409, 'ALREADY_THERE'])
    assert.equal((await sales('DELETE', `/people/${id}/phones/${added.added}`)).statusCode, 204)
  })
  const left = (await sales('GET', `/people/${id}`)).json()
  assert.deepEqual(
    left.values['person.phone'].map(({ id: phone, primary }: Record<string, unknown>) => [phone, primary]),
    [[values['person.phone'][0].id, true]],
  )
  assert.equal(Object.keys(left.sources).filter((key) => key.startsWith('person.phone')).length, 1)
  assert.deepEqual(lines, ['phone.added by saku', 'phone.removed by saku'])
})

test('a list of addresses replaces the one held, and what stays keeps its id', async () => {
  const { id, revision, values } = await created()
  const answer = await sales('PATCH', `/people/${id}`, {
    payload: {
      values: { 'person.email': ['uusi@kaari.example', { address: 'aino.valimaki@kaari.example', primary: true }] },
      source: 'contact',
    },
    headers: { 'if-match': String(revision) },
  })
  const [first, second] = answer.json().values['person.email']
  assert.deepEqual(
    [first.id, first.primary, second.address],
    [values['person.email'][0].id, true, 'uusi@kaari.example'],
  )
})

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
  assert.equal((await sales('GET', `/people?q=${encodeURIComponent("%' or 1=1 --")}`)).json().items.length, 0)
  assert.equal((await sales('GET', '/people?limit=100000')).statusCode, 422)
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
