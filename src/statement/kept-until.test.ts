import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { after, groundOfBlocker, heldByLaw, keptUntil, retentionRule, startedBefore } from './kept-until.ts'
import { readStatement } from './read.ts'

const source = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const read = readStatement(source)
assert.ok('statement' in read && read.statement)
const { statement } = read
const ruleOf = (aClass: string) => {
  const rule = retentionRule(statement, aClass)
  assert.ok(rule)
  return rule
}

test('a voucher of the fiscal year that ended on 31 March 2024 is kept until the end of 2030, a book until 31 March 2034', () => {
  assert.equal(keptUntil(ruleOf('invoice-voucher'), '2024-03-31'), '2030-12-31')
  assert.equal(keptUntil(ruleOf('accounting-book'), '2024-03-31'), '2034-03-31')
})

test('a period ends on the same date, or on the last day of a shorter month, and none where an event ends it', () => {
  assert.equal(keptUntil(ruleOf('contact'), '2026-08-31'), '2027-02-28')
  assert.equal(keptUntil(ruleOf('suppression'), '2026-08-31'), null)
  assert.equal(after('2024-02-29', 'P1Y'), '2025-02-28')
  assert.equal(after('2026-03-02', 'P35D'), '2026-04-06')
  assert.equal(startedBefore('P6M', '2026-09-02'), '2026-03-02')
})

test('only what bookkeeping law says to keep is held by law, and a blocker that the statement does not have blocks nothing', () => {
  assert.match(heldByLaw(statement, 'invoice-voucher')?.fi ?? '', /kirjanpitolaki/)
  assert.equal(heldByLaw(statement, 'complaint-warranty'), null)
  assert.match(groundOfBlocker(statement, 'open-invoice')?.en ?? '', /17\(3\)\(e\)/)
  assert.equal(groundOfBlocker(statement, 'customer-relationship'), null)
})
