import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { subjectOf } from './subject.ts'

test('the title made of an enquiry is its first sentence, else whole words, and never more than a title holds', () => {
  assert.equal(subjectOf(null), null)
  assert.equal(subjectOf(' \n Paljonko? \nT. Aino'), 'Paljonko?')
  assert.equal(
    subjectOf('Paljonko kaksi ilmalämpöpumppua maksaisi toimistoon asennettuna? T. Aino Kivelä, Kivelän Puu Oy'),
    'Paljonko kaksi ilmalämpöpumppua maksaisi toimistoon asennettuna?',
  )
  assert.equal(subjectOf('sana '.repeat(30)), `${'sana '.repeat(16).trim()}…`)
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (message) => {
      assert.ok((subjectOf(message) ?? '').length <= 80)
    }),
  )
})
