import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerpt } from './excerpt.ts'

const long = `Kävimme paikan läpi. ${'Kaikki sujui hyvin. '.repeat(12)}Hormi on vinossa, MÖKILLE ajetaan kesällä. ${'Sitten muuta. '.repeat(20)}`

test('a short text is given whole, in one line', () => {
  assert.equal(excerpt('Saako takan\n\n viikossa? ', 'takan'), 'Saako takan viikossa?')
})

test('of a long text comes what stands around the word looked for, whatever its case and marks', () => {
  for (const said of ['mökille', 'MOKILLE', 'eiole mokil']) {
    const cut = excerpt(long, said)
    assert.match(cut, /^….*MÖKILLE ajetaan.*…$/, said)
    assert.ok(cut.length <= 115)
  }
  assert.match(excerpt(long, 'eiole'), /^Kävimme paikan läpi\..*…$/)
})

test('whatever the text, what is given is a part of it and no longer than a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.string({ maxLength: 30 }), (text, said) => {
      const cut = excerpt(text, said)
      assert.ok(text.replace(/\s+/gu, ' ').includes(cut.replace(/^…|…$/g, '')), cut)
      assert.ok(cut.length <= 112)
    }),
  )
})
