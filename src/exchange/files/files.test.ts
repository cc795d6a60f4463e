import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { dayInCell } from '#register'
import { keepFile, rowsIn } from './keep-file.ts'
import { limits, type RowRead } from './row-read.ts'
import { dayOfSerial } from './sheet-xml.ts'

const folder = await mkdtemp(join(tmpdir(), 'seloste-files-'))
after(() => rm(folder, { recursive: true }))
const key = Buffer.alloc(32, 7)

async function read(file: Buffer | string, piece = 7): Promise<RowRead[]> {
  const bytes = Buffer.from(file)
  const path = join(folder, 'file')
  const pieces = (async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  })()
  const kept = await keepFile(path, key, pieces)
  const rows: RowRead[] = []
  for await (const row of rowsIn(path, key, kept)) rows.push(row)
  return rows
}
const cells = async (file: Buffer | string) => (await read(file, 4096)).map((row) => row.cells)

const text = 'Nimi;Yritys\r\nÄijälä Åke;Öljy Oy\r\n'
const expected = [
  ['Nimi', 'Yritys'],
  ['Äijälä Åke', 'Öljy Oy'],
]

test('a file is read whatever the program that wrote it', async () => {
  const utf16 = Buffer.from(text, 'utf16le')
  const written: Record<string, Buffer> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with its mark': Buffer.from(`\uFEFF${text}`),
    'Windows-1252': Buffer.from(text, 'latin1'),
    'UTF-16 with its mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    'UTF-16 without': utf16,
    'UTF-16, the other end first': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    tabs: Buffer.from(text.replaceAll(';', '\t')),
    commas: Buffer.from(text.replaceAll(';', ',')),
    'line feeds alone': Buffer.from(text.replaceAll('\r', '')),
  }
  for (const [how, file] of Object.entries(written)) assert.deepEqual(await cells(file), expected, how)
})

test('a title over the table does not say by what its cells are separated', async () => {
  const table = [
    ['Nimi', 'Yritys', 'Osoite'],
    ['Äijälä Åke', 'Öljy Oy', 'Satamakatu 1'],
  ]
  for (const sign of [';', ',', '\t', '|'])
    for (const title of [
      'Viety rekisteristä: Saku Koskela, 2.3.2026 klo 12.00, käyttö: omat yhteystiedot',
      '"Ote ""kaikki, paitsi"" entiset; 2.3.2026"',
    ]) {
      const file = [title, ...table.map((row) => row.join(sign))].join('\r\n')
      assert.deepEqual((await cells(`${file}\r\n`)).slice(-2), table, `${title} over ${sign}`)
    }
  assert.deepEqual((await cells('"Viety, 2.3.2026"\nNimi,Osoite\nÅke,Kotka'))[0], ['Nimi', 'Osoite'])
  const prices = 'Tuote;Hinta, euroa\nLamppu, sininen, pieni;1,50\nKaapeli;12,00\n'
  assert.deepEqual((await cells(prices))[1], ['Lamppu, sininen, pieni', '1,50'])
})

test('a Š of ISO-8859-15 and a € of Windows-1252 are told apart', async () => {
  assert.deepEqual((await cells(Buffer.from('Nimi\n\xa6koda\n', 'latin1')))[1], ['Škoda'])
  assert.deepEqual((await cells(Buffer.from('Hinta\n10 \x80\n\xe4\n', 'latin1')))[1], ['10 €'])
})

test('quotes keep separators and line breaks together, and lines are counted as a spreadsheet counts them', async () => {
  const rows = await read('a;b\n"x;y";"1\n2"\n\nz;3\n', 1)
  assert.deepEqual(rows.slice(1), [
    { line: 3, cells: ['x;y', '1\n2'] },
    { line: 5, cells: ['z', '3'] },
  ])
})

test('a line with NUL is at fault by itself, and the others are read', async () => {
  assert.deepEqual((await read(`a;b\n${'ok;ok\n'.repeat(20)}x\0;y\n`, 4096)).at(-1), {
    line: 22,
    cells: [],
    wrong: 'LINE_HOLDS_NUL',
  })
})

test('what is no such file is refused with its reason, and leaves nothing on the disk', async () => {
  const refused = (file: Buffer | string, code: string) => assert.rejects(read(file, 4096), { code })
  await refused('', 'CSV_EMPTY')
  await refused('%PDF-1.7', 'FILE_KIND_UNKNOWN')
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_KIND_UNKNOWN')
  await refused('a;b\n"c;d\n', 'CSV_NOT_READ')
  await refused(Buffer.from('PK\x03\x04 and no more of it', 'latin1'), 'FILE_DAMAGED')
  await refused(Buffer.from(zipSync({ 'readme.txt': strToU8('no sheet') })), 'SHEET_NOT_FOUND')
})

test('a file longer than two gigabytes is refused where it passes them, and nothing of it stays', async () => {
  assert.equal(limits.bytes, 2_000_000_000)
  const path = join(folder, 'long')
  let given = 0
  async function* endless() {
    for (; ; given += 1000) yield Buffer.alloc(1000, 'a;b\r\n')
  }
  await assert.rejects(keepFile(path, key, endless(), 5_000_000), {
    ...{ code: 'FILE_TOO_LARGE', status: 413 },
    detail: { limit: 5 },
  })
  assert.ok(given < 6_000_000, 'what comes after is not read')
  await assert.rejects(readFile(path), { code: 'ENOENT' })
})

test('nothing of the file can be read on the disk', async () => {
  await read(text.repeat(50), 4096)
  assert.ok(!(await readFile(join(folder, 'file'), 'latin1')).includes('Oy'))
})

const sheet = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
function xlsx(rows: string) {
  return Buffer.from(
    zipSync({
      // The sheet stands before its words, as Excel writes it.
      'xl/worksheets/sheet1.xml': strToU8(sheet(rows)),
      'xl/styles.xml': strToU8(
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\\.m\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      ),
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><t>Yritys</t></si><si><t>Päivä</t></si><si><r><t>Öljy </t></r><r><t>&amp; Kaasu Oy</t></r></si></sst>',
      ),
    }),
  )
}

test('a workbook is read: words, rich words, numbers as they are typed, days by their style, empty cells between', async () => {
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Postinumero</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46022</v></c><c r="C3" s="2"><v>46022.5</v></c><c r="D3"><v>520</v></c></row>`
  assert.deepEqual(await read(xlsx(rows), 64), [
    { line: 1, cells: ['Yritys', 'Päivä', '', 'Postinumero'] },
    { line: 3, cells: ['Öljy & Kaasu Oy', '2025-12-31', '2025-12-31', '520'] },
  ])
})

test('a workbook that is cut or lies is refused, and never read on for ever', async () => {
  const whole = xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
  await assert.rejects(read(whole.subarray(0, whole.length >> 1), 64), { code: 'FILE_DAMAGED' })
  const doctyped = Buffer.from(
    zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>') }),
  )
  await assert.rejects(read(doctyped, 64), { code: 'FILE_DAMAGED' })
})

test('days of a spreadsheet are counted from 1900, whose leap day never was', () => {
  assert.deepEqual(
    [dayOfSerial(1), dayOfSerial(59), dayOfSerial(61), dayOfSerial(46022)],
    ['1900-01-01', '1900-02-28', '1900-03-01', '2025-12-31'],
  )
})

test('cards of versions 3 and 4 are read, one person a line', async () => {
  const cards = [
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Mäki;Aino;;;\r\nFN:Aino Mäki\r\nORG:Mäki Oy;Myynti\r\nTITLE:Ostaja\r\nEMAIL;TYPE=WORK:aino@maki.example\r\nEMAIL:aino.maki@koti.example\r\nTEL;TYPE=CELL:+358 40 000 0001\r\nADR:;;Rantatie 1;Espoo;;02100;Finland\r\nEND:VCARD',
    'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Pelkkä Nimi\r\nTEL;VALUE=uri:tel:+358-40-000-0002\r\nEND:VCARD',
  ].join('\r\n')
  const [header, ...rows] = await cells(`${cards}\r\n`)
  const said = rows.map((row) =>
    Object.fromEntries(row.map((cell, at) => [header?.[at] ?? '', cell]).filter(([, cell]) => cell)),
  )
  assert.deepEqual(said, [
    {
      'N.given': 'Aino',
      'N.family': 'Mäki',
      ORG: 'Mäki Oy',
      TITLE: 'Ostaja',
      EMAIL: 'aino@maki.example',
      'EMAIL 2': 'aino.maki@koti.example',
      TEL: '+358 40 000 0001',
      'ADR.street': 'Rantatie 1',
      'ADR.postcode': '02100',
      'ADR.city': 'Espoo',
    },
    { FN: 'Pelkkä Nimi', TEL: '+358-40-000-0002' },
  ])
})

test('no bytes whatever end in anything but rows or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'PK\x03\x04', 'BEGIN:VCARD\r\n'),
      async (bytes, begins) => {
        try {
          await read(Buffer.concat([Buffer.from(begins, 'latin1'), bytes]), 64)
        } catch (fault) {
          assert.equal((fault as Error).name, 'Refusal', String(fault))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('days are read as they are written in the north, and none is invented', () => {
  assert.equal(dayInCell('3.5.2021'), '2021-05-03')
  assert.equal(dayInCell('2021-05-03 12:30'), '2021-05-03')
  assert.equal(dayInCell('03/05/2021'), '2021-05-03')
  assert.equal(dayInCell('20210503'), '2021-05-03')
  for (const wrong of ['31.2.2021', '5/2021', 'eilen', '3.5.21', '3.5.0021'])
    assert.equal(dayInCell(wrong), null, wrong)
})

test('a workbook says numbers as people type them, what a formula came to, and begins below its merged title', async () => {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Asiakasluettelo 2026</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>Yritys</t></is></c><c r="C2" t="inlineStr"><is><t>Yhteyshenkilö</t></is></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>Nimi</t></is></c><c r="B3" t="inlineStr"><is><t>Y-tunnus</t></is></c><c r="C3" t="inlineStr"><is><t>Etunimi</t></is></c><c r="D3" t="inlineStr"><is><t>Puhelin</t></is></c></row>
    <row r="4"><c r="A4" t="str"><f>A9&amp;" Oy"</f><v>Puu Oy</v></c><c r="B4"><v>334</v></c><c r="C4" t="e"><f>A1/0</f><v>#DIV/0!</v></c><c r="D4"><v>3.58400000001E11</v></c></row>
    <row r="5"><c r="A5"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="B5" t="b"><v>1</v></c></row>`
  assert.deepEqual(await read(xlsx(rows), 64), [
    { line: 3, cells: ['Nimi', 'Y-tunnus', 'Etunimi', 'Puhelin'] },
    { line: 4, cells: ['Puu Oy', '334', '', '358400000001'] },
    { line: 5, cells: ['0.3', 'true'] },
  ])
})

test('whatever stands in the cells comes back from a file written with quotes, by any separator', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((said) =>
    said
      .normalize('NFC')
      .replace(/[\0\uFEFF]/g, '')
      .trim(),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(';', ',', '\t', '|'),
      fc.constantFrom('\r\n', '\n'),
      async (rows, sign, end) => {
        const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`
        const head = ['Nimi', 'Yritys', 'Huomio']
        const file = [head, ...rows].map((row) => row.map(quoted).join(sign)).join(end)
        const expected = [head, ...rows.filter((row) => row.some(Boolean))]
        assert.deepEqual(await cells(`\uFEFF${file}${end}`), expected)
      },
    ),
    { numRuns: 100 },
  )
})
