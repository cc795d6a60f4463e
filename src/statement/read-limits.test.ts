import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readStatement } from './read.ts'

const valo = readFileSync(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')

test('text that is not UTF-8 is refused', () => {
  const bytes = Buffer.concat([Buffer.from(valo), Buffer.from([0xc3, 0x28])])

  assert.deepEqual(
    readStatement(bytes).problems.map(({ code }) => code),
    ['NOT_UTF8'],
  )
  assert.deepEqual(
    readStatement('a: \ud800').problems.map(({ code }) => code),
    ['NOT_UTF8'],
  )
})

test('a byte order mark does no harm', () => {
  assert.deepEqual(readStatement(Buffer.from(`\uFEFF${valo}`)).problems, [])
  assert.deepEqual(readStatement(`\uFEFF${valo}`).problems, [])
})

test('an empty file and a file over one megabyte are refused', () => {
  assert.equal(readStatement('  \n').problems[0]?.code, 'FILE_EMPTY')
  assert.equal(readStatement(`${valo}\n#${'x'.repeat(1_048_576)}`).problems[0]?.code, 'FILE_TOO_LARGE')
  assert.equal(readStatement(new Uint8Array(10_000_000)).problems[0]?.code, 'FILE_TOO_LARGE')
})

test('deep nesting, alias bombs and a hundred thousand faults are refused within a few seconds', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[at]}`).join(', ')}]`),
  ]
  const started = Date.now()

  assert.equal(readStatement(`a: ${'['.repeat(100_000)}`).problems[0]?.code, 'NESTED_TOO_DEEP')
  assert.ok(readStatement(`purposes: &p\n${bomb.map((line) => `  ${line}`).join('\n')}\n`).problems.length > 0)
  assert.equal(
    readStatement(
      `forbiddenData: &f [${Array(200).fill('hetu').join(', ')}]\npurposes: [${Array(200).fill('*f').join(', ')}]`,
    ).problems.at(-1)?.code,
    'PROBLEMS_TOO_MANY',
  )
  assert.equal(
    readStatement(Array.from({ length: 60_000 }, (_, at) => `k${at}: v`).join('\n')).problems.at(-1)?.code,
    'PROBLEMS_TOO_MANY',
  )
  assert.ok(Date.now() - started < 10_000)
})

test('a value may be repeated by reference, but only so often', () => {
  const once = valo
    .replace('role: {fi: Tietosuojan yhteyshenkilö', 'role: &role {fi: Tietosuojan yhteyshenkilö')
    .replace('role: {fi: Talouspäällikkö, sv: Ekonomichef, en: Head of finance}', 'role: *role')
  assert.equal(once.match(/\*role/g)?.length, 1)
  assert.deepEqual(readStatement(once).problems, [])

  const often = valo.replace('forbiddenData: [hetu', `forbiddenData: [&h hetu, ${Array(101).fill('*h').join(', ')}`)
  assert.equal(readStatement(often).problems[0]?.code, 'ALIASES_TOO_MANY')
  assert.deepEqual(at('forbiddenData: [hetu', 'forbiddenData: [*nothing'), ['ALIAS_UNKNOWN /forbiddenData/0'])
})

test('tags are refused: the file holds words, not programs', () => {
  assert.deepEqual(at('provider: Pilvilinna Oy', 'provider: !!js/function "x"'), ['TAG_REFUSED /hosting/provider'])
  assert.deepEqual(at('provider: Pilvilinna Oy', 'provider: !!str Pilvilinna Oy'), ['TAG_REFUSED /hosting/provider'])
})

test('control characters are refused, since PostgreSQL keeps no NUL', () => {
  assert.deepEqual(at('legalName: Valo Energia Oy', 'legalName: "Valo\\0"'), ['VALUE_MALFORMED /controller/legalName'])
})

test('whatever is in a file, reading it ends in a statement or in problems, never in a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.uint8Array({ maxLength: 200 }), spoiltValo()), (file) => {
      const { statement, problems } = readStatement(file)
      assert.equal(statement === null, problems.length > 0)
      assert.ok(problems.every(({ line, column, said }) => line >= 1 && column >= 1 && said.fi && said.sv && said.en))
    }),
    { numRuns: 150 },
  )
})

function at(sound: string, spoilt: string): string[] {
  assert.ok(valo.includes(sound), `the example has no ${sound}`)
  return readStatement(valo.replace(sound, spoilt)).problems.map(({ code, path }) => `${code} ${path}`)
}

/** The example with a piece cut out of it somewhere. */
function spoiltValo() {
  return fc
    .tuple(fc.integer({ min: 0, max: valo.length }), fc.integer({ min: 1, max: 40 }))
    .map(([from, length]) => valo.slice(0, from) + valo.slice(from + length))
}
