import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Letter } from './letter.ts'
import { letterCode, readLetterCode } from './letter.ts'
import { lettersPdf } from './letter-pdf.ts'

const letter = (paragraphs: number): Letter => ({
  code: letterCode('00000000-0000-7000-8000-7f3a09bc11d2'),
  rows: ['Aino Mäkelä', 'Hämeenkatu 12 B 4', '33100 TAMPERE'],
  phone: '09 0000 0101',
  day: '2. maaliskuuta 2026',
  piece: {
    subject: 'Kirje',
    blocks: [
      { kind: 'heading', text: 'Hei {name}' },
      ...Array.from({ length: paragraphs }, () => ({
        kind: 'paragraph' as const,
        text: 'Tule kuuntelemaan. '.repeat(40),
      })),
      { kind: 'list', items: ['Tampere', 'Đặng ε Київ'] },
      { kind: 'button', text: 'Ilmoittaudu', link: `https://www.valo.example/${'pitkä'.repeat(60)}` },
    ],
  },
  frame: {
    ...{ language: 'fi', marker: 'Mainos', register: 'Rekisteri', source: 'tilaus' },
    sender: { name: 'Valo Energia Oy', businessId: '0000017-4', address: 'Aurinkokatu 12', email: 'info@valo.example' },
    links: {
      unsubscribe: `https://register.valo.example/u/${'a'.repeat(180)}`,
      statement: 'https://register.valo.example/fi/',
    },
    person: { givenName: 'Aino', familyName: 'Mäkelä' },
  },
})

test('a letter with much to say goes on below, and nobody’s letter stands on the back of another’s', async () => {
  const three = [letter(1), letter(6), letter(1)]
  assert.equal(await pagesOf(three, 1), 4)
  assert.equal(await pagesOf(three, 2), 6)
})

test('no letters are an empty sheet and not a broken file', async () => {
  assert.equal(await pagesOf([], 2), 1)
})

test('the code of a letter is read however it is typed, and nothing else is', () => {
  assert.equal(letter(1).code, '7F3A-09BC-11D2')
  for (const typed of ['7F3A-09BC-11D2', '7f3a 09bc 11d2', ' 7f3a09bc11d2 ', '7F3A–09BC–11D2'])
    assert.equal(readLetterCode(typed), '7f3a09bc11d2')
  for (const typed of ['', '7F3A-09BC', 'Hämeenkatu 12', '7F3A-09BC-11D2-00', "' or true --"])
    assert.equal(readLetterCode(typed), null)
})

async function pagesOf(letters: readonly Letter[], sides: 1 | 2) {
  const file = await buffer(lettersPdf(letters, { title: 'Kirjeet', at: new Date('2026-03-02T10:00:00Z'), sides }))
  assert.equal(file.subarray(0, 5).toString(), '%PDF-')
  return file.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
}
