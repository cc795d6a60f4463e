import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { anApp } from '#test/app'
import { compare } from './compare.ts'
import { type FieldWish, fieldForm, fieldTypes, withField } from './draft-field.ts'
import { lint } from './lint.ts'
import { readStatement } from './read.ts'
import { rewritten } from './rewritten.ts'
import { deals, subjects } from './subject.ts'

const source = readFileSync(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const { statement: valo } = readStatement(source)
assert.ok(valo)
const wish: FieldWish = {
  ...{ subject: 'opportunity', type: 'choice', required: true, fromStage: 'prospect' },
  label: { fi: 'Kilpailija', sv: 'Konkurrent', en: 'Main rival' },
  choices: [
    { fi: 'Aurora Sähkö', sv: 'Aurora El', en: 'Aurora Electric' },
    { fi: 'ei kilpailijaa', sv: 'ingen konkurrent', en: 'no rival' },
  ],
  duties: [
    { id: 'sales', writes: true },
    { id: 'service', writes: false },
  ],
}

test('a field added by the form is written into the draft, leaves every other line as it is, and is read by the duties named', () => {
  const { statement, field } = withField(valo, wish)
  assert.equal(field, 'opportunity.mainRival')
  const text = rewritten(source, valo, statement)
  const read = readStatement(text).statement
  assert.deepEqual(read?.dataCategories.at(-1), {
    ...{ id: field, saidIn: 'S5.30', type: 'choice', personal: 'mixed', required: true, fromStage: 'prospect' },
    label: wish.label,
    choices: [
      { id: 'aurora-electric', label: wish.choices?.[0] },
      { id: 'no-rival', label: wish.choices?.[1] },
    ],
  })
  const has = (part: 'reads' | 'writes') =>
    read?.duties?.filter((duty) => duty[part].includes(field)).map((duty) => duty.id)
  assert.deepEqual([has('reads'), has('writes')], [['sales', 'service'], ['sales']])
  const lines = new Set(text.split('\n'))
  const gone = source.split('\n').filter((line) => !lines.has(line))
  assert.deepEqual(
    gone.map((line) => line.trim().split(':')[0]),
    ['reads', 'writes', 'reads'],
  )
  assert.ok(compare(valo, statement).every(({ path }) => path.includes('mainRival')))
})

test('whatever a field is called, the draft can be read and lint finds nothing new in it', () => {
  const known = lint(valo).map(({ code }) => code)
  const said = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => /\S/.test(text))
  const labels = fc.record({ fi: said, sv: said, en: said })
  fc.assert(
    fc.property(
      fc.constantFrom(...subjects),
      fc.constantFrom(...fieldTypes),
      fc.tuple(labels, labels, labels),
      (subject, type, [label, ...choices]) => {
        const duties = fieldForm(valo).subjects.find(({ id }) => id === subject)?.duties ?? []
        fc.pre(!valo.dataCategories.some((one) => one.label.fi.trim().toLowerCase() === label.fi.trim().toLowerCase()))
        const named = { ...wish, subject, type, label, choices, duties: duties.map((id) => ({ id, writes: true })) }
        const once = withField(valo, named)
        const { statement, field } = withField(once.statement, { ...named, label: { ...label, fi: `${label.fi} 2` } })
        assert.notEqual(field, once.field)
        assert.ok(readStatement(rewritten(source, valo, statement)).statement, field)
        const found = lint(statement).map(({ code }) => code)
        assert.deepEqual(
          found.filter((code) => code.startsWith('E-FIELD') && !known.includes(code)),
          [],
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('the form offers what the statement has records of, each to the duties that see them, with what they use it for', () => {
  const form = fieldForm(valo)
  assert.deepEqual(
    form.subjects.map(({ id }) => id),
    subjects,
  )
  const less = { ...valo, dataCategories: valo.dataCategories.filter(({ id }) => id !== deals.order.field) }
  assert.ok(!fieldForm(less).subjects.some(({ id }) => id === 'order'))
  assert.deepEqual(form.subjects.find(({ id }) => id === 'warranty')?.duties, ['sales', 'service', 'privacy'])
  const sales = form.duties.find(({ id }) => id === 'sales')
  assert.ok(sales?.purposes.some(({ label, basis }) => label.fi && basis.length > 0))
})

test('an administrator adds a field to a draft; a choice without choices and a name that is there are refused by their field', async () => {
  const { as, ledger } = await anApp()
  const admin = as('tomas')
  const draft = (await admin('POST', '/statement/drafts', { from: 'active' })).json()
  const add = (body: object, revision = draft.revision) =>
    admin('POST', `/statement/drafts/${draft.id}/fields`, { payload: body, headers: { 'if-match': `"${revision}"` } })
  for (const [part, code, field] of [
    [{ choices: wish.choices?.slice(1) }, 'FIELD_WITHOUT_CHOICES', 'choices'],
    [{ subject: 'organisation', label: { fi: 'yrityksen nimi' } }, 'FIELD_NAMED_ALREADY', 'label'],
  ] as const) {
    const answer = await add({ ...wish, ...part })
    assert.deepEqual([answer.statusCode, answer.json().code, answer.json().detail.field], [422, code, field])
  }
  assert.equal((await add({ ...wish, duties: [] })).statusCode, 422)
  assert.equal((await as('saku')('GET', `/statement/drafts/${draft.id}/field-form`)).statusCode, 403)

  const added = await add(wish)
  assert.equal(added.statusCode, 201, added.body)
  assert.deepEqual([added.json().field, added.json().revision], ['opportunity.mainRival', draft.revision + 1])
  assert.deepEqual(added.json().findings.problems, [])
  assert.equal((await add(wish)).json().code, 'EDITED_MEANWHILE')
  const { changes, changeClass } = (await admin('GET', `/statement/drafts/${draft.id}/plan`)).json()
  assert.equal(changeClass, 'material')
  assert.ok(changes.some((change: { path: string }) => change.path === '/dataCategories/opportunity.mainRival'))
  assert.ok((await ledger()).includes('draft.changed by tomas'))
})
