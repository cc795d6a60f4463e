import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { afterStage, probabilityOf, weightedCents } from './opportunity.ts'

test('what is weighted is never more than the whole, and a stage decides what is certain', () => {
  fc.assert(
    fc.property(fc.nat(1e13), fc.integer({ min: 0, max: 100 }), (cents, probability) => {
      const weighted = weightedCents(cents, probability)
      assert.ok(weighted >= 0 && weighted <= cents)
    }),
  )
  assert.equal(weightedCents(null, 50), 0)
  assert.equal(weightedCents(1, 50), 1, 'half a cent is a cent')
  assert.equal(probabilityOf(70, { probability: 10, kind: 'open' }), 70)
  assert.equal(probabilityOf(70, { probability: 0, kind: 'lost' }), 0)
  assert.throws(() => afterStage('lost', {}, '2026-03-02'), { code: 'OPPORTUNITY_LOST_WHY' })
})
