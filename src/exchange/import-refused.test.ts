import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { addressKey, choicesKeyIn } from '#choices'
import { anApp } from '#test/app'
import { bring, csv, imported, linesOf, tried } from './import.fixture.ts'

const { as, register } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()

test('a column that the statement does not name, or that the duty may not fill, is refused whole', async () => {
  const file = csv('Nimi;Hetu', 'Aino Koe;x')
  const { id } = (await bring(saku, file)).json()
  for (const [wish, code] of [
    [['person.name', 'person.hetu'], 'FIELD_NOT_DECLARED'],
    [['person.name', 'person.name'], 'COLUMN_TWICE'],
    [[null, 'person.email'], 'COLUMN_OF_NAME_MISSING'],
  ] as const) {
    const answer = await saku('POST', `/imports/${id}/trial`, { columns: wish, source: 'organisation' })
    assert.deepEqual([answer.statusCode, answer.json().code], [422, code])
  }
  const marketing = await bring(as('maija'), file)
  assert.deepEqual([marketing.statusCode, marketing.json().code], [403, 'NOTHING_TO_IMPORT'])
})

test('three hundred columns are read and one more is refused with the limit, of text and of a workbook alike', async () => {
  const titles = Array.from({ length: 301 }, (_, n) => (n === 0 ? 'Nimi' : `Sarake ${n}`))
  const cellsOf = (row: number, texts: string[]) =>
    `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  const workbook = (width: number) => {
    const rows = [titles.slice(0, width), ['Aino Koe', ...Array(width - 1).fill('x')]]
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((texts, n) => cellsOf(n + 1, texts)).join('')}</sheetData></worksheet>`
    return Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }))
  }
  const text = (width: number) => csv(titles.slice(0, width).join(';'), `Aino Koe${';x'.repeat(width - 1)}`)
  for (const file of [text, workbook]) {
    assert.equal((await bring(saku, file(300))).statusCode, 201)
    const refused = await bring(saku, file(301))
    assert.deepEqual([refused.statusCode, refused.json().code, refused.json().detail.limit], [422, 'CSV_TOO_WIDE', 300])
  }
})

test('nobody sees the file or the lines of another', async () => {
  const { id } = await tried(saku, csv('Nimi', 'Aino Oma'))
  const ellen = as('ellen', 'sales')
  assert.equal((await ellen('GET', `/imports/${id}`)).statusCode, 404)
  assert.equal((await ellen('GET', `/imports/${id}/lines?fate=created`)).statusCode, 404)
})

test('a personal identity code anywhere in a line keeps that line out and is not repeated', async () => {
  const { id } = await tried(saku, csv('Nimi;Tehtävä;Yritys', 'Aino Koe;131052-308T;Koe Oy'))
  assert.match((await linesOf(saku, id, 'refused'))[0] ?? '', /PERSONAL_IDENTITY_CODE/)
  assert.ok(!(await saku('GET', `/imports/${id}/lines?fate=refused`)).body.includes('131052'))
})

test('whoever asked to be erased is not taken back with an old list; a suppressed address comes in and stays suppressed', async () => {
  const digest = (address: string) => addressKey(choicesKeyIn(register), 'email', address)
  const gone = { person_id: '018f0000-0003-7000-8000-0000000000ff', erased_at: register.now(), statement_version: 1 }
  await owner
    .insertInto('register.tombstone')
    .values({ ...gone, digests: [digest('poistettu@haapa.example')] })
    .execute()
  await owner
    .insertInto('register.suppression')
    .values({
      digest: digest('kielto@haapa.example'),
      scope: 'all',
      channel: null,
      topic: null,
      at: register.now(),
      via: 'letter',
    } as never)
    .execute()
  const { id, run } = await imported(
    saku,
    csv('Nimi;Sähköposti', 'Poistettu Henkilö;Poistettu@haapa.example', 'Kielto Haapa;kielto@haapa.example'),
  )
  assert.deepEqual(await linesOf(saku, id, 'erased'), ['2 PERSON_ERASED person.email'])
  assert.deepEqual(await linesOf(saku, id, 'suppressed'), ['3'])
  assert.equal(run.people, 1)
  const held = await owner
    .selectFrom('register.suppression')
    .select('scope')
    .where('digest', '=', digest('kielto@haapa.example'))
    .execute()
  assert.equal(held.length, 1)
})
