import assert from 'node:assert/strict'
import test from 'node:test'
import { afterInvoice, eventsOfInvoice, fiscalYearEnd } from './invoice.ts'

test('an invoice belongs to the fiscal year that its day falls in, whatever month the year ends with', () => {
  assert.equal(fiscalYearEnd('2026-03-02'), '2026-12-31')
  assert.equal(fiscalYearEnd('2024-03-31', '--03-31'), '2024-03-31')
  assert.equal(fiscalYearEnd('2024-04-01', '--03-31'), '2025-03-31')
  assert.equal(fiscalYearEnd('2024-01-15', '--02-29'), '2024-02-29')
})

test('what is settled is settled: a paid invoice is neither paid again nor collected', () => {
  assert.deepEqual(eventsOfInvoice('open'), ['payment', 'credit', 'collection'])
  assert.deepEqual(eventsOfInvoice('collection'), ['payment', 'credit', 'withdrawal-from-collection'])
  assert.deepEqual(eventsOfInvoice('paid'), [])
  assert.equal(afterInvoice('collection', 'credited'), null)
})
