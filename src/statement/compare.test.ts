import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Change, changeClass, compare } from './compare.ts'
import type { Statement } from './format.ts'
import { valoStatement } from './render/published.fixture.ts'

const valo = valoStatement()

/** The statement after somebody has edited it. */
function edited(edit: (statement: Statement) => void, from: Statement = valo): Statement {
  const statement = structuredClone(from)
  edit(statement)
  return statement
}

// The demo's statement has every part that these edits reach into.
const must = <T>(value: T | null | undefined): T => value as T

const marketing = (statement: Statement) => must(statement.purposes.find(({ id }) => id === 'direct-marketing'))
const contactRule = (statement: Statement) => must(statement.retention?.rules?.find((rule) => rule.class === 'contact'))
const sales = (statement: Statement) => must(statement.duties?.find(({ id }) => id === 'marketing'))
const told = (changes: readonly Change[]) =>
  changes.map(({ kind, path, clause, effect }) => `${kind} ${path} ${clause} ${effect}`)

test('a statement compared with itself shows no change', () => {
  assert.deepEqual(compare(valo, structuredClone(valo)), [])
  assert.equal(changeClass([]), 'none')
})

test('a new version number, day or hash alone is no change', () => {
  const next = edited((s) =>
    Object.assign(s.metadata, { version: 2, supersedes: 1, updatedOn: '2026-03-01', hash: 'a'.repeat(64) }),
  )
  assert.deepEqual(compare(valo, next), [])
})

test('a first statement is material, and everything in it is new', () => {
  const changes = compare(null, valo)
  assert.equal(changeClass(changes), 'material')
  assert.ok(changes.every(({ kind }) => kind === 'added'))
})

test('adding text messages to marketing is a material change of clause S4.12', () => {
  const changes = compare(
    valo,
    edited((s) => marketing(s).channels?.push('sms')),
  )
  assert.deepEqual(told(changes), ['added /purposes/direct-marketing/channels/sms S4.12 material'])
  assert.equal(changes[0]?.said.fi, 'Lisätty: markkinointikanava, ”tekstiviestillä” (Suoramarkkinointi)')
  assert.equal(changes[0]?.said.en, 'Added: marketing channel, ”by text message” (Direct marketing)')
})

test('a change is told in every language', () => {
  const changes = compare(null, valo)
  for (const { said, path } of changes) for (const text of Object.values(said)) assert.ok(text.length > 10, path)
})

const widenings: Record<string, (statement: Statement) => void> = {
  'a purpose': (s) => s.purposes.push({ id: 'profiling', label: { fi: 'Profilointi' }, saidIn: 'S4.13' }),
  'a field': (s) =>
    s.dataCategories.push({ id: 'person.shoeSize', label: { fi: 'Kengännumero' }, type: 'number', saidIn: 'S5.30' }),
  'a marketing topic': (s) => marketing(s).topics?.push({ id: 'partners', label: { fi: 'kumppanit' } }),
  'a looser ground for marketing': (s) =>
    marketing(s).eligibility?.push({ channel: 'phone', recipient: 'any', require: 'not-refused' }),
  'a source': (s) => s.sources.push({ id: 'broker', kind: 'third-party', notice: 'art14', saidIn: 'S6.12' }),
  'a source used for marketing': (s) =>
    Object.assign(must(s.sources.find(({ id }) => id === 'prh')), { marketing: true }),
  'a recipient': (s) => s.recipients?.push({ id: 'partner', kind: 'named-company', label: { fi: 'Kumppani Oy' } }),
  'a processor': (s) => s.processors?.push({ id: 'new', provider: 'New Ltd', country: 'FI' }),
  'a transfer': (s) => s.transfers?.list?.push({ processor: 'kirjurit', country: 'IN', tool: 'scc-2021-914' }),
  'a group company': (s) => s.group?.members?.push({ id: 'valo-data', name: 'Valo Data Oy', role: 'joint-controller' }),
  'a right to read': (s) => sales(s).reads.push('com.invoicing'),
  'a right to write': (s) => sales(s).writes.push('person.email'),
  'a purpose of a duty': (s) => sales(s).purposes.push('bookkeeping'),
  'a cookie service': (s) => s.cookies?.services?.push({ id: 'spy', provider: 'Spy Inc', category: 'ad-targeting' }),
  'a longer retention': (s) => Object.assign(contactRule(s), { period: 'P5Y' }),
  'a retention without an end': (s) => Object.assign(contactRule(s), { period: null }),
  'a blocker of erasure': (s) => s.rights?.erasure?.blockers?.push({ id: 'convenience' }),
  'a longer time to answer': (s) => Object.assign(must(s.rights?.access), { due: 'P3M' }),
  'a stricter identity check': (s) => Object.assign(must(s.rights?.access), { identity: 'signed-or-verified' }),
  'automated decisions': (s) => Object.assign(must(s.automatedDecisions), { used: true }),
  'a disclosure without a second pair of eyes': (s) =>
    Object.assign(must(s.recipients?.find(({ id }) => id === 'authorities')), { procedure: 'routine' }),
  'collecting from an earlier stage': (s) =>
    Object.assign(must(s.dataCategories.find(({ id }) => id === 'com.paymentTerms')), { fromStage: 'prospect' }),
  'loading embeds at once': (s) => Object.assign(must(s.cookies?.embeds), { mode: 'always' }),
}

for (const [what, widen] of Object.entries(widenings)) {
  test(`${what}, added, is material; taken back, it narrows or is as it was`, () => {
    const wider = edited(widen)
    assert.equal(changeClass(compare(valo, wider)), 'material')
    assert.equal(changeClass(compare(wider, valo)), 'narrowing')
  })
}

test('a right, a safeguard or a forbidden kind of data protects: losing it is material', () => {
  const losses: ((s: Statement) => void)[] = [
    (s) => Object.assign(must(s.rights), { portability: null }),
    (s) => s.security?.pop(),
    (s) => s.forbiddenData?.pop(),
    (s) => s.retention?.rules?.pop(),
    (s) => s.retention?.relationshipEnd?.anyOf.pop(),
    (s) => s.rights?.objectionToMarketing?.channels?.pop(),
  ]
  for (const lose of losses) {
    assert.equal(changeClass(compare(valo, edited(lose))), 'material', String(lose))
    assert.equal(changeClass(compare(edited(lose), valo)), 'narrowing', String(lose))
  }
})

test('a new telephone number of the contact is editorial', () => {
  assert.equal(
    changeClass(
      compare(
        valo,
        edited((s) => Object.assign(must(s.contact?.phone), { display: '09 0000 0199' })),
      ),
    ),
    'editorial',
  )
})

test('another controller or another host is material, both ways', () => {
  const other = edited((s) => Object.assign(s.controller, { legalName: 'Toinen Oy' }))
  const moved = edited((s) => Object.assign(must(s.hosting), { country: 'US' }))
  for (const next of [other, moved]) {
    assert.equal(changeClass(compare(valo, next)), 'material')
    assert.equal(changeClass(compare(next, valo)), 'material')
  }
})

test('a new wording of a clause that policy stands behind is flagged when the policy stays', () => {
  const before = edited((s) =>
    Object.assign(s, { clauses: { 'S4.10': { fi: 'Lähetämme mainoksia.', en: 'We advertise.' } } }),
  )
  const reworded = edited(
    (s) => Object.assign(must(s.clauses?.['S4.10']), { fi: 'Lähetämme mainoksia myös tekstiviestillä.' }),
    before,
  )
  const translated = edited((s) => Object.assign(must(s.clauses?.['S4.10']), { en: 'We send advertising.' }), before)

  assert.deepEqual(
    compare(before, reworded).map(({ code }) => code),
    ['PROSE_WITHOUT_POLICY'],
  )
  assert.deepEqual(
    compare(before, translated).map(({ code, effect }) => [code, effect]),
    [[undefined, 'editorial']],
  )
})

test('a new wording is not flagged where the clause is text only, nor where its policy changes too', () => {
  const before = edited((s) =>
    Object.assign(s, {
      textOnly: ['S7.4'],
      clauses: { 'S7.4': { fi: 'Eväste on tieto.' }, 'S4.12': { fi: 'Sähköpostilla ja postitse.' } },
    }),
  )
  const plain = edited((s) => Object.assign(must(s.clauses?.['S7.4']), { fi: 'Eväste on pieni tieto.' }), before)
  const both = edited((s) => {
    Object.assign(must(s.clauses?.['S4.12']), { fi: 'Postitse.' })
    marketing(s).channels = ['post']
  }, before)

  assert.deepEqual(
    compare(before, plain).map(({ code }) => code),
    [undefined],
  )
  assert.ok(compare(before, both).every(({ code }) => code === undefined))
})

const lists: ((s: Statement) => unknown[])[] = [
  (s) => s.purposes,
  (s) => s.dataCategories,
  (s) => s.sources,
  (s) => must(s.recipients),
  (s) => must(s.processors),
  (s) => must(s.duties),
  (s) => must(s.retention?.rules),
  (s) => must(s.security),
  (s) => must(s.cookies?.services),
  (s) => must(marketing(s).eligibility),
  (s) => sales(s).reads,
]

const lessened = fc.array(fc.tuple(fc.nat(lists.length - 1), fc.nat(30)), { maxLength: 5 }).map((cuts) =>
  edited((s) => {
    for (const [which, at] of cuts) {
      const list =
        s.purposes.some(({ id }) => id === 'direct-marketing') && s.duties?.some(({ id }) => id === 'marketing')
          ? (lists[which]?.(s) ?? [])
          : s.sources
      if (list.length > 0) list.splice(at % list.length, 1)
    }
  }),
)

test('going there and coming back are mirror images', () => {
  const mirrored = { added: 'removed', removed: 'added', changed: 'changed' } as const
  fc.assert(
    fc.property(lessened, lessened, (a, b) => {
      const there = compare(a, b)
        .map(({ kind, path }) => `${kind} ${path}`)
        .sort()
      const back = compare(b, a)
        .map(({ kind, path }) => `${mirrored[kind]} ${path}`)
        .sort()
      assert.deepEqual(back, there)
    }),
    { numRuns: 60 },
  )
})

test('the order of a list means nothing', () => {
  const turned = edited((s) => {
    for (const list of lists) list(s).reverse()
  })
  assert.deepEqual(compare(valo, turned), [])
})

test('whatever else is done, a statement with a widening in it is material', () => {
  fc.assert(
    fc.property(lessened, fc.constantFrom(...Object.values(widenings).slice(0, 2)), (less, widen) => {
      assert.equal(changeClass(compare(valo, edited(widen, less))), 'material')
    }),
    { numRuns: 60 },
  )
})
