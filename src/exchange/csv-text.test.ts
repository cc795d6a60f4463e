import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './csv-text.ts'
import { dayOf } from './row.ts'

const cells = ({ rows }: ReturnType<typeof readCsv>) => rows.map((row) => row.cells)

test('a file is read whatever the program that wrote it', () => {
  const lines = 'Nimi;Yritys\r\nÄijälä Åke;Öljy Oy\r\n'
  const expected = [['Äijälä Åke', 'Öljy Oy']]
  assert.deepEqual(cells(readCsv(Buffer.from(lines))), expected)
  assert.deepEqual(cells(readCsv(Buffer.from(`\uFEFF${lines}`))), expected)
  assert.deepEqual(readCsv(Buffer.from(`\uFEFF${lines}`)).header, ['Nimi', 'Yritys'])
  assert.deepEqual(cells(readCsv(Buffer.from(lines, 'latin1'))), expected)
  assert.deepEqual(cells(readCsv(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines, 'utf16le')]))), expected)
  assert.deepEqual(cells(readCsv(Buffer.from(lines.replaceAll(';', '\t')))), expected)
  assert.deepEqual(cells(readCsv(Buffer.from(lines.replaceAll(';', ',')))), expected)
})

test('quotes keep separators and line breaks together, and lines are counted as a spreadsheet counts them', () => {
  const { rows } = readCsv(Buffer.from('a;b\n"x;y";"1\n2"\n\nz;3\n'))
  assert.deepEqual(
    rows.map((row) => row.cells),
    [
      ['x;y', '1\n2'],
      ['z', '3'],
    ],
  )
})

test('what cannot be read is refused with its reason', () => {
  const refused = (text: string | Buffer, code: string) => assert.throws(() => readCsv(Buffer.from(text)), { code })
  refused('', 'CSV_EMPTY')
  refused('Nimi\n', 'CSV_EMPTY')
  refused('a\u0000b\nc', 'CSV_NOT_READ')
  refused('a;b\n"c;d\n', 'CSV_NOT_READ')
  refused(`a\n${'b\n'.repeat(2001)}`, 'CSV_TOO_LONG')
  refused(`${'a;'.repeat(300)}a\nb`, 'CSV_TOO_WIDE')
  refused(Buffer.alloc(5_000_001, 'a'), 'FILE_TOO_LARGE')
})

test('no bytes whatever end in anything but a table or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        readCsv(Buffer.from(bytes))
      } catch (fault) {
        assert.equal((fault as Error).name, 'Refusal')
      }
    }),
    { numRuns: 500 },
  )
})

test('days are read as they are written in the north, and none is invented', () => {
  assert.equal(dayOf('3.5.2021'), '2021-05-03')
  assert.equal(dayOf('2021-05-03 12:30'), '2021-05-03')
  assert.equal(dayOf('03/05/2021'), '2021-05-03')
  for (const wrong of ['31.2.2021', '5/2021', 'eilen', '20210503', '3.5.21']) assert.equal(dayOf(wrong), null, wrong)
})
