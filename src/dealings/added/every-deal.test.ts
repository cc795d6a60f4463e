import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion } from '#ledger'
import { dealSubjects, deals, lint, publish, readStatement } from '#statement'
import { anApp } from '#test/app'
import { holdingsOf } from '../../holdings.ts'
import { ruleOf } from '../../statement/render/periods.ts'
import { beginningOf, dutyOf, fillIn, forms, tomas, valo, withFieldsOfAll } from './made-deals.fixture.ts'

const { as, ask, register, ledger } = await anApp()
const owner = register.db.owner()
const choices = [
  { id: 'a', label: { fi: 'Yksi', sv: 'Ett', en: 'One' } },
  { id: 'b', label: { fi: 'Kaksi', sv: 'Två', en: 'Two' } },
]
const fields = [
  { name: 'shelf', type: 'text' },
  { name: 'kind', type: 'choice', choices },
  { name: 'must', type: 'text', required: true },
]
await publish(register, tomas, withFieldsOfAll(fields))

const customer = async (name: string) => {
  const body = { values: { 'person.name': name }, source: 'order', kind: 'private-customer' }
  const answer = await as('saku')('POST', '/people', body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}
const rights: Occasion = { by: 'register', duty: 'rights', purpose: 'rights', at: register.now(), under: '1' }

test('lint takes a field of every kind of deal, each kept as long as what it is said of', () => {
  const { statement } = readStatement(withFieldsOfAll(fields))
  assert.ok(statement)
  const codes = lint(statement).map(({ code }) => code)
  assert.deepEqual(
    codes.filter((code) => code.startsWith('E-FIELD')),
    [],
  )
  const ruleFor = (id: string) => ruleOf({ id } as never, valo)?.class
  for (const subject of dealSubjects)
    assert.equal(ruleFor(`${beginningOf(subject)}.shelf`), ruleFor(deals[subject].field), subject)
})

for (const subject of dealSubjects) {
  const { who, path: form } = forms[subject]
  const { path, table } = deals[subject]
  const [shelf, kind, must] = fields.map(({ name }) => `${beginningOf(subject)}.${name}`) as [string, string, string]
  const desk = as(who)
  const isPart = subject === 'opportunity' // with the revision of the opportunity itself
  const said = async (id: string) =>
    (await desk('GET', isPart ? `/${path}/${id}` : `/${path}/${id}/values`)).json().values

  test(`a field of ${path} is said in the form, corrected beside, and told, found and listed by`, async () => {
    const person = await customer(`Aino ${subject}`)
    const before = (await ledger()).length
    const made = await fillIn(as, subject, { person, values: { [shelf]: 'A1', [kind]: 'a', [must]: 'x' } })
    assert.equal(made.statusCode, 201, made.body)
    const { id, revision } = made.json()
    assert.deepEqual(await said(id), { [shelf]: 'A1', [kind]: 'a', [must]: 'x' })
    const changed = isPart
      ? await desk('PATCH', `/${path}/${id}`, {
          payload: { values: { [shelf]: 'B2' } },
          headers: { 'if-match': `"${revision}"` },
        })
      : await desk('PATCH', `/${path}/${id}/values`, { values: { [shelf]: 'B2' }, read: { [shelf]: 'A1' } })
    assert.equal(changed.statusCode, 200, changed.body)
    assert.deepEqual(await said(id), { [shelf]: 'B2', [kind]: 'a', [must]: 'x' })
    const noted = (await ledger()).slice(before).filter((line) => line.includes(subject.replace('_', '-')))
    assert.ok(noted.length >= 2, noted.join())

    const wish = { columns: [shelf, kind], filter: { column: shelf, is: 'contains', value: 'B2' }, sort: [shelf] }
    const rows = async (more: object = {}) => {
      const answer = await desk('POST', `/lists/${path}/rows`, { ...wish, ...more })
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.json().items
    }
    assert.deepEqual(
      (await rows()).map(({ values }: { values: object }) => values),
      [{ [shelf]: 'B2', [kind]: 'a' }],
    )
    await rows({ group: { column: kind } })
    const out = await desk('POST', `/lists/${path}/export`, {
      payload: { wish, format: 'csv', reason: 'Hyllyjen tarkistus' },
      headers: { 'accept-language': 'fi' },
    })
    assert.match(out.body, new RegExp(`Oma ${shelf}`))
    assert.match(out.body, /B2;.*Yksi/)

    const edit = await desk('POST', `/lists/${path}/changes`, { rows: { ids: [id] }, column: shelf, value: 'C3' })
    assert.deepEqual([edit.statusCode, edit.json().counts], [201, { changed: 1 }], edit.body)
    assert.equal((await said(id))[shelf], 'C3')
    const undone = await desk('POST', `/bulk-edits/${edit.json().id}/undo`)
    assert.deepEqual(undone.json().counts, { restored: 1 }, undone.body)
    assert.equal((await said(id))[shelf], 'B2')

    const { kept } = (await look(register.db, rights, async (view) => {
      view.saw([], [])
      return holdingsOf(register)
        .find(({ name }) => name === 'dealings')
        ?.disclose(view, person)
    })) as { kept: { table: string; rows: unknown[] }[] }
    assert.deepEqual(kept.find((one) => one.table === `declared.${subject}`)?.rows, [
      { [shelf]: 'B2', [kind]: 'a', [must]: 'x' },
    ])

    const held = await as('ingrid')('POST', `/people/${person}/restrictions`, { reason: 'accuracy' })
    assert.equal(held.statusCode, 201, held.body)
    // Art. 18(2): what is owed stays in sight of whoever keeps it; everything else, and what is said beside it, of nobody.
    const { rows: seen } = await sql<{
      seen: boolean
    }>`select exists (select from ${sql.table(table)} one where one.id = ${id}) as seen
      from ${sql.table(`declared.${subject}`)} said where said.${sql.ref(`${subject}_id`)} = ${id}`.execute(
      register.db.as(dutyOf[who]),
    )
    assert.deepEqual(seen, subject === 'invoice' ? [{ seen: true }] : [])
    assert.equal((await rows()).length, seen.length)

    const { rows: keys } = await sql<{ deletes: string; of: string }>`
      select confdeltype as deletes, confrelid::regclass::text as of from pg_constraint
      where conrelid = ${`declared.${subject}`}::regclass and contype = 'f'`.execute(owner)
    assert.deepEqual(keys, [{ deletes: 'c', of: table }], 'Art. 17: what is said goes with its record')
  })

  test(`a field of ${path} stands in the API’s description, where it is said first and where it is corrected`, async () => {
    const { components, paths } = (await ask('GET', '/openapi.json')).json()
    const refOf = (at: string, method: string) =>
      paths[`/api/v1${at}`][method].requestBody.content['application/json'].schema.properties.values.$ref
        .split('/')
        .at(-1)
    const name = refOf(form.replace('from', '{id}'), 'post')
    assert.equal(refOf(isPart ? `/${path}/{id}` : `/${path}/{id}/values`, 'patch'), name)
    assert.deepEqual(Object.keys(components.schemas[name].properties), [shelf, kind, must])
  })
}

test('what must be said of a record is asked by every form that makes one, at its field, and nothing is made without it', async () => {
  const person = await customer('Veikko Vaadittu')
  for (const subject of dealSubjects) {
    const { table } = deals[subject]
    const count = async () => (await sql`select from ${sql.table(table)}`.execute(owner)).rows.length
    const before = await count()
    const { statusCode, code, detail } = {
      statusCode: 0,
      ...(await fillIn(as, subject, { person, values: {} })).json(),
    }
    assert.deepEqual(
      [code, detail?.field],
      ['VALUE_REQUIRED', `${beginningOf(subject)}.must`],
      `${subject} ${statusCode}`,
    )
    assert.equal(await count(), before)
  }
})

test('a file of bookkeeping brings the fields of invoices under their labels, and a row without what must be said is not taken', async () => {
  const email = 'kirjanpidon@asiakas.example'
  const values = { 'person.name': 'Kirsi Kirjattu', 'person.email': email }
  await as('saku')('POST', '/people', { values, source: 'order', kind: 'private-customer' })
  assert.equal((await as('bo')('PUT', '/invoicing', { issues: false })).statusCode, 200)
  const csv = [
    'Laji;Laskunumero;Sähköposti;Laskupäivä;Eräpäivä;Summa;Oma invoice.shelf;invoice.kind;Own invoice.must',
    `lasku;K-1;${email};1.2.2026;15.2.2026;12,00;Hylly 7;Kaksi;on`,
    `lasku;K-2;${email};1.2.2026;15.2.2026;12,00;Hylly 8;Kolme;on`,
    `lasku;K-3;${email};1.2.2026;15.2.2026;12,00;Hylly 9;Yksi;`,
  ].join('\r\n')
  const taken = (await as('bo')('POST', '/bookkeeping/intakes', { file: Buffer.from(csv).toString('base64') })).json()
  assert.deepEqual(
    [taken.taken, taken.failed],
    [
      1,
      [
        { line: 3, code: 'VALUE_NOT_VALID', field: 'invoice.kind' },
        { line: 4, code: 'VALUE_REQUIRED', field: 'invoice.must' },
      ],
    ],
  )
  const { rows } =
    await sql`select shelf, said.kind, must from declared.invoice said join register.invoice one on one.id = invoice_id
    where one.number like 'K-%'`.execute(owner)
  assert.deepEqual(rows, [{ shelf: 'Hylly 7', kind: 'b', must: 'on' }])
})
