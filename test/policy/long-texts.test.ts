import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftStatement } from '#statement'
import { tookOf } from '#test/took'

const wide = ' '.repeat(300_000)

test('a text made to be slow is drafted from as quickly as another of its length', () => {
  for (const text of [
    `x${wide}x`,
    `*Rekisteri${wide}b`,
    `4. Rekisterin tietosisältö\n- nimi${wide}x`,
    'a.b@c.'.repeat(50_000),
    '1234567-'.repeat(40_000),
    '1. Rekisterinpitäjä\n'.repeat(15_000),
  ]) {
    const took = tookOf(() => draftStatement(text))
    assert.ok(took < 5000, `${text.slice(0, 20)}… took ${Math.round(took)} ms`)
  }
})
