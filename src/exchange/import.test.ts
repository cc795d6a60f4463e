import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressKey, choicesKeyIn } from '#choices'
import { anApp } from '#test/app'

const { as, register, ids, ledger } = await anApp()
const saku = as('saku', 'sales')
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const file = (...lines: string[]) => base64(lines.join('\r\n'))

const head = 'Yritys;Y-tunnus;Etunimi;Sukunimi;Sähköposti;Puhelin;Markkinointilupa'
const columns = [
  'org.name',
  'org.businessId',
  'person.name/given',
  'person.name/family',
  'person.email',
  'person.phone',
  null,
]
const wish = (text: string) => ({ file: text, columns, source: 'organisation' })
const count = async (table: 'register.person' | 'register.organisation' | 'register.notice') =>
  Number(
    (
      await register.db
        .owner()
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the columns of a file are recognised in Finnish, Swedish and English, and a marketing permission has no place to go', async () => {
  const read = async (header: string) => {
    const answer = await saku('POST', '/imports/columns', { file: file(header, 'a;b;c;d;e;f;g') })
    return answer.json()
  }
  assert.deepEqual((await read(head)).columns, columns)
  assert.deepEqual((await read('Företag;FO-nummer;Förnamn;Efternamn;E-post;Telefon;Samtycke')).columns, columns)
  assert.deepEqual((await read('Company;Business ID;First name;Last name;E-mail;Phone;Opt-in')).columns, columns)
  const { targets } = await read(head)
  assert.ok(!targets.some(({ id }: { id: string }) => /consent|sys\.|marketing/.test(id)))
})

test('a trial says what would happen and keeps nothing', async () => {
  const before = [await count('register.person'), await count('register.organisation'), (await ledger()).length]
  const answer = await saku(
    'POST',
    '/imports/trial',
    wish(file(head, 'Pihla Oy;;Aino;Koe;aino.koe@pihla.example;;kyllä')),
  )
  assert.equal(answer.statusCode, 200, answer.body)
  assert.deepEqual(
    answer
      .json()
      .outcomes.map(({ line, result, person, company }: Record<string, string>) => [line, result, person, company]),
    [[2, 'added', 'added', 'added']],
  )
  assert.deepEqual(
    [await count('register.person'), await count('register.organisation'), (await ledger()).length],
    before,
  )
})

test('every line is taken or refused by itself, with its source and its notice', async () => {
  const answer = await saku(
    'POST',
    '/imports',
    wish(
      file(
        head,
        'Tammi Oy;0000033-4;Aino;Tammi;aino@tammi.example;040 000 0001;kyllä',
        'Tammi Oy;0000033-4;Eero;Tammi;eero@tammi.example;;kyllä',
        'Väärä Oy;0000033-6;Into;Väärä;into@vaara.example;;',
        'Tammi Oy;0000033-4;Aino;Tammi;AINO@tammi.example;;',
        'Tammi Oy;0000033-4;Iida;Tammi;iida@;;',
        ';;;;;;ei',
      ),
    ),
  )
  assert.equal(answer.statusCode, 200, answer.body)
  const said = answer
    .json()
    .outcomes.map(({ line, result, code, field }: Record<string, string>) =>
      [line, result, code, field].filter(Boolean).join(' '),
    )
  assert.deepEqual(said, [
    '2 added',
    '3 added',
    '4 refused BUSINESS_ID_NOT_VALID org.businessId',
    '5 held',
    '6 refused EMAIL_NOT_VALID person.email',
    '7 refused LINE_EMPTY',
  ])
  const people = await register.db
    .owner()
    .selectFrom('register.person')
    .innerJoin('register.notice', 'register.notice.person_id', 'register.person.id')
    .select(['given_name as given', 'article', 'register.notice.state', 'due_on as due'])
    .where('family_name', '=', 'Tammi')
    .orderBy('given_name')
    .execute()
  assert.deepEqual(people, [
    { given: 'Aino', article: '14', state: 'queued', due: '2026-04-02' },
    { given: 'Eero', article: '14', state: 'queued', due: '2026-04-02' },
  ])
  const sources = await register.db
    .owner()
    .selectFrom('register.person_source')
    .select(['field', 'source', 'by'])
    .where('source', '=', 'organisation')
    .distinct()
    .orderBy('field')
    .execute()
  assert.deepEqual(
    sources,
    ['person.email', 'person.name', 'person.phone'].map((field) => ({ field, source: 'organisation', by: ids.saku })),
  )
  assert.equal((await ledger()).at(-1), 'import.finished by saku')
  const { items } = (await saku('GET', '/imports')).json()
  assert.deepEqual(
    items.map(({ lines, people: n, companies, held, refused }: Record<string, number>) => [
      lines,
      n,
      companies,
      held,
      refused,
    ]),
    [[6, 2, 1, 1, 3]],
  )
})

test('a file of our own earlier register keeps its days, and starts no new clock', async () => {
  const text = file(
    'Nimi;Sähköposti;Lisätty',
    'Vanha Tuttu;vanha.tuttu@lehto.example;3.5.2021',
    'Ilman Päivää;ilman@lehto.example;',
  )
  const answer = await saku('POST', '/imports', {
    file: text,
    columns: ['person.name', 'person.email', 'asOf'],
    source: 'own-register',
  })
  assert.deepEqual(
    answer.json().outcomes.map(({ result, code }: Record<string, string>) => [result, code]),
    [
      ['added', undefined],
      ['refused', 'ORIGINAL_DATE_MISSING'],
    ],
  )
  const notice = await register.db
    .owner()
    .selectFrom('register.notice')
    .innerJoin('register.person', 'register.person.id', 'register.notice.person_id')
    .select(['register.notice.state', 'register.notice.due_on as due'])
    .where('family_name', '=', 'Tuttu')
    .executeTakeFirst()
  assert.deepEqual(notice, { state: 'not-needed', due: null })
})

test('a column that the statement does not name, or that the duty may not fill, is refused whole', async () => {
  const text = file('Nimi;Hetu', 'Aino Koe;x')
  for (const [columns, code] of [
    [['person.name', 'person.hetu'], 'FIELD_NOT_DECLARED'],
    [['person.name', 'person.name'], 'COLUMN_TWICE'],
    [[null, 'person.email'], 'COLUMN_OF_NAME_MISSING'],
  ] as const) {
    const answer = await saku('POST', '/imports', { file: text, columns, source: 'organisation' })
    assert.deepEqual([answer.statusCode, answer.json().code], [422, code])
  }
  const marketing = await as('maija')('POST', '/imports/columns', { file: text })
  assert.deepEqual([marketing.statusCode, marketing.json().code], [403, 'NOTHING_TO_IMPORT'])
})

test('a personal identity code anywhere in a line keeps that line out and is not repeated', async () => {
  const answer = await saku('POST', '/imports', {
    file: file('Nimi;Tehtävä;Yritys', 'Aino Koe;131052-308T;Koe Oy'),
    columns: ['person.name', 'person.jobRole', 'org.name'],
    source: 'organisation',
  })
  assert.deepEqual(answer.json().outcomes[0].code, 'PERSONAL_IDENTITY_CODE')
  assert.ok(!answer.body.includes('131052'))
})

test('whoever asked to be erased is not taken back with an old list', async () => {
  await register.db
    .owner()
    .insertInto('register.tombstone')
    .values({
      person_id: '018f0000-0003-7000-8000-0000000000ff',
      erased_at: register.now(),
      statement_version: 1,
      digests: [addressKey(choicesKeyIn(register), 'email', 'poistettu@haapa.example')],
    })
    .execute()
  const answer = await saku('POST', '/imports', {
    file: file('Nimi;Sähköposti', 'Poistettu Henkilö;Poistettu@haapa.example'),
    columns: ['person.name', 'person.email'],
    source: 'organisation',
  })
  const [{ result, code, clause }] = answer.json().outcomes
  assert.deepEqual([result, code, clause], ['refused', 'PERSON_ERASED', 'S12.11'])
})
