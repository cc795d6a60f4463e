import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseLinks } from './parity.ts'
import { clausesOfStatement } from './render/clauses.ts'
import { valoStatement } from './render/published.fixture.ts'

test("every clause of the demo's statement leads to policy or is listed as prose only", () => {
  const links = clauseLinks(valoStatement())
  assert.deepEqual(
    clausesOfStatement(valoStatement()).filter((clause) => !links[clause] || links[clause] === 'unlinked'),
    [],
  )
})

test('a clause leads to the very place of the policy', () => {
  const links = clauseLinks(valoStatement())
  assert.ok(Array.isArray(links['S4.10']) && links['S4.10'].some((pointer) => /^\/purposes\/\d+$/.test(pointer)))
})

test('prose that nothing stands behind is unlinked until it is listed as text only', () => {
  const statement = { ...valoStatement(), clauses: { 'S7.77': { fi: 'Evästeet ovat mukavia.' } } }
  assert.equal(clauseLinks(statement)['S7.77'], 'unlinked')
  assert.equal(clauseLinks({ ...statement, textOnly: ['S7.77'] })['S7.77'], 'prose only')
})
