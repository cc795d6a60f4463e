import assert from 'node:assert/strict'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { newSecret } from '#access'
import { anApp } from '#test/app'
import { csvLine } from './csv-rows.ts'

const { app, as, register, ledger, ids } = await anApp()
const saku = as('saku')
const owner = register.db.owner()

for (const [n, name] of ['=HYPERLINK("http://x.example")', 'Ärling; "Kala" Oy', 'Kaari Oy'].entries()) {
  const values = {
    'org.name': name,
    'org.heatingSystem': n === 2 ? 'heat-pump' : 'oil',
    'org.phone': '+358 10 000 1000',
  }
  const made = await saku('POST', '/companies', { source: 'order', values })
  assert.equal(made.statusCode, 201, made.body)
}
const person = { 'person.name': { given: 'Aino', family: 'Harju' }, 'person.email': 'aino@harju.example' }
await saku('POST', '/people', { source: 'order', values: person })

const companies = {
  wish: { columns: ['org.name', 'org.phone', 'org.heatingSystem', 'openEnquiries', 'createdAt'] },
  reason: 'Soittokierros',
}
const exported = (list: string, body: object, ask = saku) =>
  ask('POST', `/lists/${list}/export`, { payload: body, headers: { 'accept-language': 'fi' } })

test('a Finnish Excel opens the file as it is: mark of order, semicolons, labels, and no cell that runs', async () => {
  const answer = await exported('companies', { ...companies, format: 'csv' })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.rawPayload.subarray(0, 3).toString('hex'), 'efbbbf')
  const [mark, head, ...rows] = answer.body.replace('\ufeff', '').trimEnd().split('\r\n')
  assert.match(mark ?? '', /^Viety rekisteristä: Saku Korhonen|^"?Viety rekisteristä: /)
  assert.match(mark ?? '', /Käyttö: Soittokierros · Rekisteriseloste v1 \([0-9a-f]{12}\)/)
  assert.match(head ?? '', /^Yrityksen nimi;.*;Avoimia yhteydenottoja;Lisätty$/)
  assert.deepEqual(
    rows.map((row) => row.split(';2026')[0]),
    [
      `"'=HYPERLINK(""http://x.example"")";0100 001000;öljy;`,
      'Kaari Oy;0100 001000;lämpöpumppu;',
      '"Ärling; ""Kala"" Oy";0100 001000;öljy;',
    ],
  )
  assert.ok(
    rows.every((row) => !/(^|;)"?[=+@]/.test(row)),
    rows.join('\n'),
  )
})

test('an Excel file holds numbers and days as such, and its texts are texts', async () => {
  const answer = await exported('companies', { ...companies, format: 'xlsx' })
  const files = unzipSync(new Uint8Array(answer.rawPayload))
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
  assert.equal([...sheet.matchAll(/<row>/g)].length, 5)
  assert.match(sheet, /s="5"><is><t xml:space="preserve">=HYPERLINK\("http:\/\/x.example"\)/)
  assert.match(sheet, /<c s="3"><v>46083\.5<\/v><\/c>/)
  assert.doesNotMatch(sheet, /<f>/)
  assert.ok(files['[Content_Types].xml'] && files['xl/styles.xml'] && files['xl/workbook.xml'])
})

test('people leave the register in a file only with a reason, and the ledger and the access log say it', async () => {
  const people = { wish: { columns: ['person.name', 'person.email'] }, format: 'csv' }
  const none = await exported('people', people)
  assert.deepEqual([none.statusCode, none.json().code], [422, 'EXPORT_REASON_MISSING'])
  const before = [(await ledger()).length, (await register.looks()).length] as const
  const answer = await exported('people', { ...people, reason: 'Kutsu' })
  assert.match(answer.body, /Harju Aino;aino@harju.example/)
  const said = (await ledger()).slice(before[0])
  assert.deepEqual(
    said.map((line) => /list\.\S+/.exec(line)?.[0]),
    ['list.exported', 'list.export-ended'],
  )
  assert.doesNotMatch(said.join(), /Kutsu|Harju/)
  const looks = (await register.looks()).slice(before[1])
  assert.ok(looks.length > 0)
  assert.match(JSON.stringify(looks), /person\.email/)
})

test('a file holds no field that the duty does not read, and goes to no recipient that the statement does not name', async () => {
  const unseen = await exported(
    'companies',
    { wish: { columns: ['com.paymentTerms'] }, format: 'csv', reason: 'x' },
    as('helmi'),
  )
  assert.deepEqual([unseen.statusCode, unseen.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  const nobody = await exported('companies', { ...companies, format: 'csv', recipient: 'nobody' })
  assert.deepEqual([nobody.statusCode, nobody.json().code], [403, 'RECIPIENT_NOT_DECLARED'])
  assert.equal(
    (await as('tomas')('POST', '/lists/companies/export', { payload: { ...companies, format: 'csv' } })).statusCode,
    403,
  )
})

test('thousands of rows come out each once, in the order asked', async () => {
  await sql`insert into register.organisation (name, form, created_at, changed_at)
    select 'Rivi ' || lpad(n::text, 5, '0'), 'company', now(), now() from generate_series(1, 5000) n`.execute(owner)
  const wish = {
    columns: ['org.name'],
    filter: { column: 'org.name', is: 'starts', value: 'rivi' },
    sort: ['-org.name'],
  }
  const answer = await exported('companies', { wish, format: 'csv-comma', reason: 'Koe' })
  const rows = answer.body.trimEnd().split('\r\n').slice(2)
  assert.equal(rows.length, 5000)
  assert.deepEqual(rows, [...rows].sort().reverse())
  assert.equal(new Set(rows).size, 5000)
  assert.ok(ids.saku)
})

test('whoever stops reading stops the export, and the ledger says how many rows they had', async () => {
  await sql`insert into register.organisation (name, form, created_at, changed_at)
    select 'Katko ' || n || repeat(' pitkä', 3), 'company', now(), now() from generate_series(1, 8000) n`.execute(owner)
  const { secret, digest } = newSecret()
  const at = register.now()
  await owner
    .insertInto('auth.session')
    .values({
      digest,
      staff_id: ids.saku,
      proof: 'two-factor',
      device: 'Test',
      opened_at: at,
      seen_at: at,
      ended_at: null,
    })
    .execute()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const before = (await ledger()).length
  const asked = new AbortController()
  const answer = await fetch(`${address}/api/v1/lists/companies/export`, {
    method: 'POST',
    signal: asked.signal,
    headers: { cookie: `seloste=${secret}`, 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ wish: { columns: ['org.name'] }, format: 'csv', reason: 'Koe' }),
  })
  assert.equal(answer.status, 200)
  const reader = answer.body?.getReader()
  await reader?.read()
  asked.abort()
  const ended = async () => {
    const { rows } = await sql<{ detail: { rows: number; whole: boolean } }>`select payload -> 'detail' as detail
      from register.ledger_opening where payload ->> 'what' = 'list.export-ended' and (payload -> 'detail' ->> 'whole') = 'false'`.execute(
      owner,
    )
    return rows[0]?.detail
  }
  for (let turn = 0; turn < 100 && !(await ended()); turn += 1) await new Promise((done) => setTimeout(done, 50))
  const said = await ended()
  assert.ok(said && said.rows > 0 && said.rows < 8000, JSON.stringify(said))
  assert.equal((await ledger()).length, before + 2, 'its beginning and its end')
})

test('whatever a text holds, its line is one line of that many cells, and none of them begins as a formula does', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ' '),
            fc.constantFrom('ä', 'a', '1'),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (texts) => {
        const line = csvLine(
          texts.map((text) => ({ is: 'text', text })),
          { delimiter: ';', comma: true },
        )
        const [cells = []] = parse(line, {
          delimiter: ';',
          relax_column_count: true,
          record_delimiter: '\r\n',
        }) as string[][]
        assert.equal(cells.length, texts.length, line)
        assert.ok(
          cells.every((cell) => !/^[=+\-@\t\r]/.test(cell)),
          line,
        )
      },
    ),
  )
})

test('a file may be for a recipient that the statement names: the desk offers them, and one that needs two people stays closed', async () => {
  const { items } = (await as('saku')('GET', '/export-recipients')).json()
  const ids = new Map(items.map(({ id, mayGo }: { id: string; mayGo: boolean }) => [id, mayGo]))
  assert.ok(ids.size > 0)
  for (const [id, mayGo] of ids) {
    const answer = await as('saku')('POST', '/lists/companies/export', {
      ...{ wish: { columns: ['org.name'] }, format: 'csv', reason: 'Kokeilu', recipient: id },
    })
    assert.equal(answer.statusCode, mayGo ? 200 : 403, `${id}: ${answer.body.slice(0, 200)}`)
  }
})
