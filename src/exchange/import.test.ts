import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { bring, csv, imported, linesOf, tried } from './import.fixture.ts'

const { as, register, ids, ledger } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()
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
const count = async (table: 'register.person' | 'register.organisation' | 'register.notice' | 'register.import_line') =>
  Number(
    (
      await owner
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('the columns of a file are recognised in Finnish, Swedish and English, and a marketing permission has no place to go', async () => {
  const read = async (header: string) => (await bring(saku, csv(header, 'a;b;c;d;e;f;g'))).json()
  assert.deepEqual((await read(head)).columns, columns)
  assert.deepEqual((await read('Företag;FO-nummer;Förnamn;Efternamn;E-post;Telefon;Samtycke')).columns, columns)
  assert.deepEqual((await read('Company;Business ID;First name;Last name;E-mail;Phone;Opt-in')).columns, columns)
  const { targets } = await read(head)
  assert.ok(!targets.some(({ id }: { id: string }) => /consent|sys\.|marketing/.test(id)))
})

test('a column without a title is recognised by what stands in it', async () => {
  const { columns: found } = (
    await bring(saku, csv(';;;', 'Pihla Oy;0000033-4;aino@pihla.example;040 000 0001'))
  ).json()
  assert.deepEqual(found, ['org.name', 'org.businessId', 'person.email', 'person.phone'])
})

test('a trial says what would happen to each line and keeps nothing of anybody', async () => {
  const before = [await count('register.person'), await count('register.organisation'), await count('register.notice')]
  const { id, run } = await tried(
    saku,
    csv(head, 'Pihla Oy;;Aino;Koe;aino.koe@pihla.example;;kyllä', 'Pihla Oy;;Aino;;rikki@;;'),
  )
  assert.deepEqual([run.state, run.lines, run.takenLines], ['tried', 2, 0])
  assert.deepEqual(
    run.counts.map(({ state, outcome, lines }: Record<string, unknown>) => [state, outcome, lines]).sort(),
    [
      ['refused', null, 1],
      ['waiting', 'created', 1],
    ],
  )
  const shown = (await saku('GET', `/imports/${id}/lines?fate=created`)).json().items
  assert.deepEqual(
    shown.map(({ line, company, person }: Record<string, unknown>) => [line, company, person]),
    [[2, 'Pihla Oy', 'Aino Koe']],
  )
  assert.deepEqual(
    [await count('register.person'), await count('register.organisation'), await count('register.notice')],
    before,
  )
  await saku('POST', `/imports/${id}/cancel`)
  assert.equal(await count('register.import_line'), 0)
})

test('every line is taken or refused by itself, with its source and its notice', async () => {
  const file = csv(
    head,
    'Tammi Oy;0000033-4;Aino;Tammi;aino@tammi.example;040 000 0001;kyllä',
    'Tammi Oy;0000033-4;Eero;Tammi;eero@tammi.example;;kyllä',
    'Väärä Oy;0000033-6;Into;Väärä;into@vaara.example;;',
    'Tammi Oy;0000033-4;Aino;Tammi;AINO@tammi.example;;',
    'Tammi Oy;0000033-4;Iida;Tammi;iida@;;',
    ';;;;;;ei',
  )
  const { id, run } = await imported(saku, file)
  assert.deepEqual([run.state, run.people, run.companies, run.held, run.refused], ['finished', 2, 1, 1, 3])
  assert.deepEqual(await linesOf(saku, id, 'created'), ['2', '3'])
  assert.deepEqual(await linesOf(saku, id, 'unchanged'), ['5'])
  assert.deepEqual(await linesOf(saku, id, 'refused'), [
    '4 BUSINESS_ID_NOT_VALID org.businessId',
    '6 EMAIL_NOT_VALID person.email',
    '7 LINE_EMPTY',
  ])
  const people = await owner
    .selectFrom('register.person')
    .innerJoin('register.notice', 'register.notice.person_id', 'register.person.id')
    .select(['given_name as given', 'article', 'register.notice.state', 'due_on as due', 'kind'])
    .where('family_name', '=', 'Tammi')
    .orderBy('given_name')
    .execute()
  const told = { article: '14', state: 'queued', due: '2026-04-02', kind: 'representative' }
  assert.deepEqual(people, [
    { given: 'Aino', ...told },
    { given: 'Eero', ...told },
  ])
  const sources = await owner
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
  const again = (await bring(saku, file)).json()
  assert.deepEqual([again.isKnown, again.columns], [true, columns])
})

test('the refused lines come back as a file that a spreadsheet never reckons with', async () => {
  const { id } = await tried(saku, csv('Nimi;Sähköposti', '=1+1;rikki@', 'Aino Koe;aino.koe@kanto.example'))
  const answer = await saku('GET', `/imports/${id}/refused`)
  assert.match(String(answer.headers['content-type']), /text\/csv/)
  assert.deepEqual(answer.body.split('\r\n'), [
    '\uFEFF"Nimi";"Sähköposti";"!"',
    `"'=1+1";"rikki@";"2: ${(await saku('GET', `/imports/${id}/lines?fate=refused`)).json().items[0].said}"`,
    '',
  ])
})

test('a file of our own earlier register keeps its days and notices; whom it never told stands in a plan of so many a day', async () => {
  const { run, id } = await imported(
    saku,
    csv(
      'Nimi;Sähköposti;Lisätty;Informoitu',
      'Vanha Tuttu;vanha.tuttu@lehto.example;3.5.2021;4.5.2021',
      'Eka Kertomatta;eka@lehto.example;3.5.2021;',
      'Toka Kertomatta;toka@lehto.example;2021-05-03;',
      'Kolmas Kertomatta;kolmas@lehto.example;2021-05-03;',
      'Ilman Päivää;ilman@lehto.example;;',
      'Outo Päivä;outo@lehto.example;31.2.2021;',
    ),
    { source: 'own-register', noticesADay: 2 },
  )
  assert.deepEqual([run.people, run.refused, run.notices], [4, 2, 3])
  assert.deepEqual(await linesOf(saku, id, 'refused'), ['6 ORIGINAL_DATE_MISSING asOf', '7 DAY_NOT_READ asOf'])
  const notices = await owner
    .selectFrom('register.notice')
    .innerJoin('register.person', 'register.person.id', 'register.notice.person_id')
    .select(['given_name as given', 'register.notice.state', 'due_on as due', 'plan_on as plan'])
    .where('source', '=', 'own-register')
    .orderBy('given_name')
    .execute()
  assert.deepEqual(notices, [
    { given: 'Eka', state: 'queued', due: null, plan: '2026-03-03' },
    { given: 'Kolmas', state: 'queued', due: null, plan: '2026-03-04' },
    { given: 'Toka', state: 'queued', due: null, plan: '2026-03-03' },
    { given: 'Vanha', state: 'delivered', due: null, plan: null },
  ])
})

test('whoever is held already is completed, overwritten or left alone as was asked, field by field', async () => {
  const held = (
    await saku('POST', '/people', {
      values: { 'person.name': 'Helka Haapa', 'person.email': 'helka@haapa.example' },
      source: 'contact',
    })
  ).json()
  const file = csv('Etunimi;Sukunimi;Sähköposti;Puhelin', 'Hilkka;Haapa;helka@haapa.example;040 000 0003')
  const values = async () => (await saku('GET', `/people/${held.id}`)).json().values

  const first = await imported(saku, file)
  assert.deepEqual([first.run.people, first.run.updated], [0, 1])
  assert.deepEqual(
    [(await values())['person.name'].given, (await values())['person.phone'][0].number],
    ['Helka', '+358400000003'],
  )
  const second = await imported(saku, file)
  assert.deepEqual([second.run.updated, second.run.held], [0, 1])
  const third = await imported(saku, file, { overwrite: { 'person.name': 'always' } })
  assert.deepEqual([third.run.updated, (await values())['person.name'].given], [1, 'Hilkka'])
  assert.equal((await saku('GET', `/people/${held.id}`)).json().sources['person.name'].source, 'organisation')

  const undone = await saku('POST', `/imports/${third.id}/undo`)
  assert.equal(undone.json().state, 'undone', undone.body)
  assert.equal((await values())['person.name'].given, 'Helka')
  assert.equal((await saku('GET', `/people/${held.id}`)).json().sources['person.name'].source, 'contact')
})

test('a whole import is undone; what something hangs on stays, and is told', async () => {
  const { id } = await imported(
    saku,
    csv(
      head,
      'Kuusi Oy;0000041-4;Aila;Kuusi;aila@kuusi.example;;',
      'Kuusi Oy;0000041-4;Reko;Kuusi;reko@kuusi.example;;',
      'Mänty Oy;0000050-2;Onni;Mänty;onni@manty.example;;',
    ),
  )
  const reko = await owner
    .selectFrom('register.person')
    .select('id')
    .where('given_name', '=', 'Reko')
    .executeTakeFirstOrThrow()
  const enquiry = await saku('POST', '/enquiries', {
    channel: 'phone',
    message: 'Kysyn hintaa',
    person: reko.id,
    source: 'contact',
  })
  assert.equal(enquiry.statusCode, 201, enquiry.body)
  const { run } = { run: (await saku('POST', `/imports/${id}/undo`)).json() }
  assert.equal(run.state, 'undone')
  assert.deepEqual(await linesOf(saku, id, 'left'), ['2 HANGS_ON_IT', '3 HANGS_ON_IT'])
  const left = await owner
    .selectFrom('register.person')
    .select('given_name as given')
    .where('given_name', 'in', ['Aila', 'Reko', 'Onni'])
    .execute()
  assert.deepEqual(left, [{ given: 'Reko' }])
  const firms = await owner
    .selectFrom('register.organisation')
    .select('name')
    .where('name', 'in', ['Kuusi Oy', 'Mänty Oy'])
    .execute()
  assert.deepEqual(firms, [{ name: 'Kuusi Oy' }])
})
