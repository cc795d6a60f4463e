import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { bring, csv, imported, linesOf, tried } from '../import.fixture.ts'

const { as, register, ledger } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()
const holds = 'products'

const head = 'Tuotekoodi;Tuotenimi;Tuoteryhmä;Yks.;Veroton hinta;ALV %;Hinnasto;Voimassa alkaen'
const products = async () => {
  const { rows } = await sql<{ line: string }>`
    select concat_ws('|', sku, name_fi, unit, vat_category, vat_rate, list.name, price.from_on, price.unit_price) as line
    from register.product left join register.price on price.product_id = product.id left join register.price_list list on list.id = price.price_list_id
    where binned_at is null and sku like 'T-%' order by sku, list.name, price.from_on, price.id`.execute(owner)
  return rows.map(({ line }) => line)
}
const lists = async () =>
  (
    await owner.selectFrom('register.price_list').select('name').where('name', 'like', 'T %').orderBy('name').execute()
  ).map(({ name }) => name)

test('the columns of a price list are recognised in three languages', async () => {
  const columns = ['sku', 'names.fi', 'group', 'unit', 'price', 'vatRate', 'priceList', 'from']
  const read = async (header: string) => (await bring(saku, csv(header, 'a;b;c;d;e;f;g;h'), holds)).json()
  assert.deepEqual((await read(head)).columns, columns)
  assert.deepEqual(
    (await read('Artikelnr;Benämning;Produktgrupp;Enhet;Pris exkl. moms;Moms %;Prislista;Gäller från')).columns,
    columns,
  )
  assert.deepEqual(
    (await read('Item code;Product name;Group;Unit;Unit price;VAT rate;Price list;Valid from')).columns,
    columns,
  )
  const gross = (await bring(saku, csv('SKU;Nimi;Hinta sis. ALV 25,5 %', 'a;b;1'), holds)).json()
  assert.deepEqual(gross.columns, ['sku', 'names.fi', null], 'a price with VAT is not taken for one without')
})

test('a messy price list in Windows-1252 is tried without a trace, imported, and its failed lines come back with reasons', async () => {
  const file = Buffer.from(
    [
      head,
      'T-1;Äänenvaimennin;Talo;kpl;1 234,50;25,5 %;T Perus;1.3.2026',
      'T-2;Höyrysulku;Talo;rll;12,5;25,5;T Perus;2026-03-01',
      'T-3;Väärä kanta;;kpl;10,00;22;T Perus;',
      'T-4;Hyvitys;;kpl;-5,00;25,5;T Perus;',
      'T-1;Toinen nimi;;kpl;1,00;25,5;T Perus;1.3.2026',
      'T-5;Kirja;;kappale;1.234;13,5;T Perus;',
      ';Nimetön;;kpl;1,00;25,5;T Perus;',
      'T-6;;;kpl;1,00;25,5;T Perus;',
    ].join('\r\n'),
    'latin1',
  )
  const before = (await ledger()).length
  const { id, run } = await tried(saku, file, { holds })
  assert.equal(run.state, 'tried')
  const refused = [
    '4 VAT_RATE_UNKNOWN vatRate',
    '5 FIGURE_NEGATIVE price',
    '6 LINE_TWICE',
    '7 FIGURE_NOT_CLEAR price',
    '8 VALUE_REQUIRED sku',
    '9 VALUE_REQUIRED names.fi',
  ]
  assert.deepEqual(await linesOf(saku, id, 'refused'), refused)
  assert.deepEqual(await linesOf(saku, id, 'created'), ['2', '3'])
  assert.deepEqual(await products(), [])
  assert.deepEqual(
    (await ledger()).slice(before).filter((line) => /product|price/.test(line)),
    [],
  )

  await saku('POST', `/imports/${id}/run`)
  assert.deepEqual(await products(), [
    'T-1|Äänenvaimennin|pcs|S|2550|T Perus|2026-03-01|12345000',
    'T-2|Höyrysulku|rll|S|2550|T Perus|2026-03-01|125000',
  ])
  const done = (await saku('GET', `/imports/${id}`)).json()
  assert.deepEqual([done.state, done.holds, done.made, done.refused], ['finished', holds, 2, 6])
  const { body } = await saku('GET', `/imports/${id}/refused`, { headers: { 'accept-language': 'fi' } })
  assert.match(body, /^\uFEFF"Tuotekoodi";"Nimi";"Tuoteryhmä";"Yksikkö";"Veroton hinta"/)
  assert.match(body, /"T-3";"Väärä kanta".*"4: Tällaista arvonlisäverokantaa ei ole nyt voimassa\."/)
  assert.match(body, /"T-4".*"5: Luku ei voi olla negatiivinen kohdassa Veroton hinta\."/)
  const made = (await ledger()).slice(before).filter((line) => /product|price/.test(line))
  assert.equal(made.length, 5, made.join('\n')) // two products, one list, two prices
  const { rows } = await sql<{ import: string }>`select distinct payload -> 'detail' ->> 'import' as import
    from register.ledger_opening where payload ->> 'what' in ('product.entered', 'price.set', 'price-list.opened')
      and payload -> 'detail' ->> 'import' is not null`.execute(owner)
  assert.deepEqual(rows, [{ import: id }])

  const undone = (await saku('POST', `/imports/${id}/undo`)).json()
  assert.equal(undone.state, 'undone')
  assert.deepEqual([await products(), await lists()], [[], []])
})

test('a file brought again changes what it says otherwise, and undone puts back words and prices as they were', async () => {
  await imported(saku, csv(head, 'T-10;Lista;Talo;m;10,00;25,5;T Vanha;1.1.2026'), { holds })
  const before = await products()
  const again = csv(
    head,
    'T-10;Lista, leveä;Talo;m;11,00;25,5;T Vanha;1.3.2026',
    'T-10;Lista, leveä;Talo;m;9,00;25,5;T Uusi;1.3.2026',
    'T-11;Kulma;;kpl;;0;;',
  )
  const { id, run } = await imported(saku, again, { holds })
  assert.deepEqual([run.made, run.updated, run.refused], [1, 2, 0])
  assert.deepEqual(await products(), [
    'T-10|Lista, leveä|m|S|2550|T Uusi|2026-03-01|90000',
    'T-10|Lista, leveä|m|S|2550|T Vanha|2026-01-01|100000',
    'T-10|Lista, leveä|m|S|2550|T Vanha|2026-03-01|110000',
    'T-11|Kulma|pcs|Z|0',
  ])
  const same = await imported(saku, again, { holds })
  assert.deepEqual([same.run.made, same.run.updated, same.run.held], [0, 0, 3])
  const never = await tried(saku, csv(head, 'T-10;Muu;;kpl;99,00;25,5;T Vanha;1.3.2026'), {
    ...{ holds, overwrite: { record: 'never' } },
  })
  assert.deepEqual(await linesOf(saku, never.id, 'unchanged'), ['2'])

  await saku('POST', `/imports/${id}/undo`)
  assert.deepEqual(await products(), before)
  assert.deepEqual(await lists(), ['T Vanha'])
})

test('“change nothing” gives a known product no price either, and opens no list for it', async () => {
  await imported(saku, csv(head, 'T-15;Hinnaton;;kpl;;25,5;;'), { holds })
  const file = csv(
    head,
    'T-15;Hinnaton;;kpl;5,00;25,5;T Luotu;1.3.2026',
    'T-15;Hinnaton;;kpl;5,00;25,5;T Vanha;1.3.2026',
  )
  const { run } = await imported(saku, file, { holds, overwrite: { record: 'never' } })
  assert.deepEqual([run.made, run.updated, run.held, run.refused], [0, 0, 2, 0])
  const now = async () => (await products()).filter((line) => line.startsWith('T-15'))
  assert.deepEqual([await now(), await lists()], [['T-15|Hinnaton|pcs|S|2550'], ['T Vanha']])
  const { id } = await imported(saku, file, { holds, overwrite: { record: 'if-empty' } })
  assert.equal((await now()).length, 2)
  await saku('POST', `/imports/${id}/undo`)
})

test('no price goes into a list that is over: another is opened, without a name in the importer’s language', async () => {
  const over = async (name: string) =>
    saku('POST', '/price-lists', { name, startsOn: '2025-01-01', endsOn: '2026-02-28' })
  assert.equal((await over('T Talvi')).statusCode, 201)
  await owner
    .updateTable('register.price_list')
    .set({ retired_at: new Date() })
    .where('name', 'not like', 'T %')
    .execute()
  await owner.updateTable('register.price_list').set({ ends_on: '2026-02-28' }).where('name', '=', 'T Vanha').execute()
  const file = csv(head, 'T-16;Ovi;;kpl;5,00;25,5;T Talvi;1.2.2026', 'T-17;Ikkuna;;kpl;5,00;25,5;T Talvi;1.3.2026')
  const { id } = await imported(saku, file, { holds })
  const opened = async (name: string) => {
    const { rows } = await sql<{
      line: string
    }>`select concat_ws(' ', starts_on, ends_on, sku) as line from register.price_list list
      join register.price on price.price_list_id = list.id join register.product on product.id = price.product_id
      where list.name = ${name} order by starts_on`.execute(owner)
    return rows.map(({ line }) => line)
  }
  assert.deepEqual(await opened('T Talvi'), ['2025-01-01 2026-02-28 T-16', '2026-03-01 T-17'])
  await saku('POST', `/imports/${id}/undo`)
  const kept = (await bring(saku, csv(head, 'T-18;Karm;;kpl;5,00;25,5;;1.3.2026'), holds)).json()
  const asked = { payload: { columns: kept.columns, source: 'organisation' }, headers: { 'accept-language': 'sv' } }
  assert.equal((await saku('POST', `/imports/${kept.id}/trial`, asked)).statusCode, 202)
  await saku('POST', `/imports/${kept.id}/run`)
  assert.deepEqual(await opened('Prislista'), ['2026-03-01 T-18'])
  await saku('POST', `/imports/${kept.id}/undo`)
  await owner.updateTable('register.price_list').set({ ends_on: null }).where('name', '=', 'T Vanha').execute()
  await owner.deleteFrom('register.price_list').where('name', '=', 'T Talvi').execute()
})

test('a product in use, changed or priced since stays when the import is undone, with a word why', async () => {
  const rows = ['T-20;Käytössä', 'T-21;Muutettu', 'T-22;Hinnoiteltu', 'T-23;Vapaa']
  const { id } = await imported(saku, csv(head, ...rows.map((row) => `${row};;kpl;5,00;25,5;T Kesä;1.3.2026`)), {
    holds,
  })
  const product = async (sku: string) =>
    owner.selectFrom('register.product').selectAll().where('sku', '=', sku).executeTakeFirstOrThrow()
  const used = await product('T-20')
  const firm = (await saku('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()
  const line = { product: used.id, text: 'Käytössä', unit: 'pcs', quantity: 1000, unitPrice: 50_000, discount: 0 }
  const quote = await saku('POST', '/quotes', {
    ...{ company: firm.id, lines: [{ ...line, vatRate: 2550, vatCategory: 'S' }] },
  })
  assert.equal(quote.statusCode, 201, quote.body)
  const { id: changed, revision } = await product('T-21')
  const words = { sku: 'T-21', names: { fi: 'Uusi nimi' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
  const put = await saku('PUT', `/products/${changed}`, { headers: { 'if-match': `"${revision}"` }, payload: words })
  assert.equal(put.statusCode, 200, put.body)
  const list = await owner
    .selectFrom('register.price_list')
    .select('id')
    .where('name', '=', 'T Kesä')
    .executeTakeFirstOrThrow()
  await register.setClock('2026-03-02T10:05:00Z')
  const priced = { product: (await product('T-22')).id, unitPrice: 70_000, from: '2026-03-02' }
  assert.equal((await saku('POST', `/price-lists/${list.id}/prices`, priced)).statusCode, 201)

  const undone = (await saku('POST', `/imports/${id}/undo`)).json()
  assert.equal(undone.state, 'undone')
  assert.deepEqual(await linesOf(saku, id, 'left'), ['2 PRODUCT_IN_USE', '3 CHANGED_SINCE', '4 PRICE_SAID_SINCE price'])
  assert.deepEqual(
    (await products()).map((line) => line.split('|')[0]).filter((sku) => sku?.startsWith('T-2')),
    ['T-20', 'T-21', 'T-22', 'T-22'],
  )
  assert.deepEqual(await lists(), ['T Kesä', 'T Vanha'])
})

test('billing brings products and no opportunities, service neither, and nobody a kind that is not there', async () => {
  const kinds = async (ask: typeof saku) =>
    (await ask('GET', '/imports/kinds')).json().items.map(({ id }: { id: string }) => id)
  assert.deepEqual(await kinds(saku), ['people-and-companies', 'products', 'opportunities'])
  assert.deepEqual(await kinds(as('bo')), ['people-and-companies', 'products'])
  const refused = await bring(as('bo'), csv('Otsikko;Yritys', 'a;b'), 'opportunities')
  assert.deepEqual([refused.statusCode, refused.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  assert.equal((await bring(saku, csv(head, 'a'), 'voyages')).statusCode, 404)
  const lacking = await bring(saku, csv('Nimi;Hinta', 'a;1'), holds)
  const { id, columns } = lacking.json()
  const answer = await saku('POST', `/imports/${id}/trial`, { columns, source: '' })
  assert.deepEqual([answer.statusCode, answer.json().code, answer.json().detail.field], [422, 'COLUMN_MISSING', 'sku'])
})

test('a workbook of a price list is read as a sheet keeps its figures', async () => {
  const cell = (value: string, at: number, line: number) => {
    const place = `${String.fromCharCode(65 + at)}${line}`
    return /^[\d.]+$/.test(value)
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  }
  const rows = [head.split(';'), ['T-40', 'Levy', '', 'm2', '1.234', '0.255', 'T Levyt', '2026-03-01']]
  const sheet = rows
    .map((cells, n) => `<row r="${n + 1}">${cells.map((value, at) => cell(value, at, n + 1)).join('')}</row>`)
    .join('')
  const file = Buffer.from(
    zipSync({ 'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) }),
  )
  const { run } = await imported(saku, file, { holds })
  assert.deepEqual([run.kind, run.made, run.refused], ['xlsx', 1, 0])
  assert.deepEqual(
    (await products()).filter((line) => line.startsWith('T-40')),
    ['T-40|Levy|m2|S|2550|T Levyt|2026-03-01|12340'],
  )
})
