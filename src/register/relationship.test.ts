import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { cursorOf, idOfCursor, orderOf } from './paging.ts'
import { after, eventsOf, mayCollect, type RelationshipState, stageOf } from './relationship.ts'

for (const [event, from, to] of [
  ['customership', 'prospect', 'customer'],
  ['customership', 'dormant', 'customer'],
  ['customership', 'ended', null],
  ['dormancy', 'customer', 'dormant'],
  ['dormancy', 'prospect', null],
  ['activity', 'dormant', 'customer'],
  ['rejection', 'prospect', 'rejected'],
  ['rejection', 'customer', null],
  ['ending', 'prospect', 'ended'],
  ['ending', 'customer', 'ended'],
  ['ending', 'dormant', 'ended'],
  ['ending', 'ended', null],
  ['reopening', 'ended', 'customer'],
  ['reopening', 'retained', 'customer'],
  ['reopening', 'rejected', null],
] as const) {
  test(`the ${event} of a relationship that is ${from} ${to ? `makes it ${to}` : 'is not possible'}`, () => {
    assert.equal(after(event, from), to)
  })
}

test('whatever happens to a relationship, a rejected one stays rejected and an ended one only reopens', () => {
  assert.deepEqual(eventsOf('rejected'), [])
  assert.deepEqual(eventsOf('ended'), ['reopening'])
  const event = fc.constantFrom('customership', 'dormancy', 'activity', 'rejection', 'ending', 'reopening')
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (happened) => {
      let state: RelationshipState = 'prospect'
      for (const one of happened) {
        const next = after(one, state)
        if (state === 'rejected') assert.equal(next, null)
        if (state === 'ended' && next) assert.equal(one, 'reopening')
        state = next ?? state
      }
    }),
  )
})

for (const [states, stage] of [
  [[], 'prospect'],
  [['prospect', 'rejected'], 'prospect'],
  [['prospect', 'dormant'], 'customer'],
  [['ended', 'customer'], 'customer'],
  [['ended'], 'after-sales'],
] as const) {
  test(`relationships that are ${states.join(' and ') || 'none'} have come to the stage ${stage}`, () => {
    assert.equal(stageOf(states), stage)
  })
}

test('what is collected from a stage on is not collected before it', () => {
  assert.equal(mayCollect('customer', 'prospect'), false)
  assert.equal(mayCollect('customer', 'customer'), true)
  assert.equal(mayCollect('customer', 'after-sales'), true)
  assert.equal(mayCollect(null, 'prospect'), true)
})

test('a cursor is an id in fewer signs, and nothing else is a cursor', () => {
  fc.assert(fc.property(fc.uuid(), (id) => assert.equal(idOfCursor(cursorOf(id)), id)))
  fc.assert(
    fc.property(fc.string(), (typed) => {
      fc.pre(Buffer.from(typed, 'base64url').length !== 16)
      assert.throws(() => idOfCursor(typed), { code: 'CURSOR_NOT_VALID' })
    }),
  )
})

test('a list is sorted by what it offers and nothing else', () => {
  const orders = { name: ['family_name', 'given_name'] }
  assert.deepEqual(orderOf('-name', orders, 'name'), { columns: ['family_name', 'given_name', 'id'], descending: true })
  for (const sort of ['constructor', '__proto__', 'family_name', 'name;drop']) {
    assert.throws(() => orderOf(sort, orders, 'name'), { code: 'INVALID_REQUEST' })
  }
})
