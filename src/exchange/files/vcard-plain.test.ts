import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vcardRows } from './vcard-rows.ts'

async function cells(card: string) {
  const rows: string[][] = []
  const bytes = (async function* () {
    yield Buffer.from(`${card}\r\n`)
  })()
  for await (const row of vcardRows(bytes, 'utf-8')) rows.push(row.cells)
  return rows
}

test('a card of version 2.1 is read as phones write it: bare types, quoted-printable, folded lines, a charset of its own', async () => {
  const card = [
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=84ij=C3=A4l=C3=A4;=C3=85ke=',
    ' Kaarlo;;;',
    'ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=D6ljy Oy',
    'TEL;WORK;FAX:09 000 0009',
    'TEL;HOME:09 000 0001',
    'TEL;CELL;PREF:040 000 0001',
    'item1.EMAIL;INTERNET;HOME:ake@koti.example',
    'EMAIL;INTERNET;WORK:ake.aijala@oljy.',
    ' example',
    'ADR;HOME:;;Kotitie 1;Espoo;;02100;Finland',
    'ADR;WORK:;;Satamakatu 2;Kotka;;48100;Finland',
    'PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ',
    ' AAAA',
    '',
    'END:VCARD',
  ]
  const [header, row] = await cells(card.join('\r\n'))
  const said = Object.fromEntries((row ?? []).map((cell, at) => [header?.[at] ?? '', cell]).filter(([, cell]) => cell))
  assert.deepEqual(said, {
    'N.given': 'Åke Kaarlo',
    'N.family': 'Äijälä',
    ORG: 'Öljy Oy',
    EMAIL: 'ake.aijala@oljy.example',
    'EMAIL 2': 'ake@koti.example',
    TEL: '040 000 0001',
    'TEL 2': '09 000 0001',
    'ADR.street': 'Satamakatu 2',
    'ADR.postcode': '48100',
    'ADR.city': 'Kotka',
    PHOTO: '✓',
  })
})
