import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { type Problem, readStatement } from './read.ts'
import { editDistance, suggestionFor } from './read-suggestion.ts'

const valo = readFileSync(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const shared = new URL('../../../shared/statement/statement.example.yaml', import.meta.url)
const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is not here'

test('the proposed file of the 2022 statement reads unchanged', { skip }, () => {
  const file = readFileSync(shared, 'utf8')
  const { statement, problems } = readStatement(file)

  assert.deepEqual(problems, [])
  assert.deepEqual(statement, parse(file, { version: '1.2' }))
})

test('a postcode, NO, a date and a phone number stay text, quoted or not', () => {
  const unquoted = valo
    .replace('postcode: "00100"', 'postcode: 00520')
    .replace('e164: "+358900000101"', 'e164: +358900000101')
    .replace('country: FI}\n  phone', 'country: NO}\n  phone')
  const { statement, problems } = readStatement(unquoted)

  assert.deepEqual(problems, [])
  assert.equal(statement?.controller.address?.postcode, '00520')
  assert.equal(statement?.controller.address?.country, 'NO')
  assert.equal(statement?.controller.phone?.e164, '+358900000101')
  assert.equal(statement?.metadata.updatedOn, '2026-02-16')
})

test('a number is a number only where the format says number', () => {
  assert.deepEqual(at('version: 1', 'version: "1"'), ['TYPE_WRONG /metadata/version'])
  assert.deepEqual(at('version: 1', 'version: 0'), ['TYPE_WRONG /metadata/version'])
  assert.deepEqual(at('designated: false', 'designated: no'), ['TYPE_WRONG /dpo/designated'])
})

test('the same statement may be written as JSON, also indented with tabs', () => {
  const { statement } = readStatement(valo)

  assert.deepEqual(readStatement(JSON.stringify(statement)).statement, statement)
  assert.deepEqual(readStatement(JSON.stringify(statement, null, '\t')).statement, statement)
})

test('a misspelt key is told with its line, its column and the key that was probably meant', () => {
  const [unknown, missing] = problemsOf('\ncontroller:\n', '\ncontroler:\n')
  const line = valo.split('\n').indexOf('controller:') + 1

  assert.equal(unknown?.code, 'KEY_UNKNOWN')
  assert.equal(unknown?.line, line)
  assert.equal(unknown?.column, 1)
  assert.equal(unknown?.suggestion, 'controller')
  assert.match(unknown?.said.fi ?? '', /Tarkoititko: controller\?$/)
  assert.match(unknown?.said.sv ?? '', /Menade du: controller\?$/)
  assert.match(unknown?.said.en ?? '', /Did you mean: controller\?$/)
  assert.equal(missing?.code, 'KEY_MISSING')
})

test('a misspelt value is told with the value that was probably meant', () => {
  const [problem] = problemsOf('reach: all', 'reach: al')

  assert.equal(problem?.code, 'VALUE_UNKNOWN')
  assert.equal(problem?.suggestion, 'all')
})

test('a key given twice is refused, since nobody knows which one counts', () => {
  assert.deepEqual(at('kind: RegisterStatement', 'kind: RegisterStatement\nkind: RegisterStatement'), [
    'KEY_TWICE /kind',
  ])
  assert.equal(
    readStatement('{"kind": "a", "kind": "b"}').problems.some(({ code }) => code === 'KEY_TWICE'),
    true,
  )
})

test('a wrong check digit is refused with the number and the place', () => {
  const [problem] = problemsOf('businessId: "0000017-4"\n  address', 'businessId: "0000017-5"\n  address')

  assert.equal(problem?.code, 'BUSINESS_ID_WRONG')
  assert.equal(problem?.path, '/controller/businessId')
  assert.match(problem?.said.en ?? '', /0000017-5/)
})

test('a business ID in another form is refused with its right form', () => {
  const [problem] = problemsOf('businessId: "0000017-4"\n  address', 'businessId: "FI00000174"\n  address')

  assert.equal(problem?.suggestion, '0000017-4')
})

test('a VAT number, too, has a check digit', () => {
  assert.deepEqual(at('website: https', 'vatId: FI00000175\n  website: https'), ['BUSINESS_ID_WRONG /controller/vatId'])
})

test('a field of choices lists them', () => {
  assert.deepEqual(
    at(
      'fromStage: prospect\n\nforbiddenData',
      'fromStage: prospect\n  - {id: person.size, type: choice, label: {fi: Koko}}\n\nforbiddenData',
    ),
    ['CHOICES_MISSING /dataCategories/21'],
  )
})

test('a list where the format says words, or words where it says a list, is told', () => {
  assert.deepEqual(at('channels: [email, post]', 'channels: email'), ['TYPE_WRONG /purposes/4/channels'])
  assert.deepEqual(at('legalName: Valo Energia Oy', 'legalName: [Valo]'), ['TYPE_WRONG /controller/legalName'])
  assert.deepEqual(at('email: {address: info@valo.example}', 'email: info@valo.example'), [
    'TYPE_WRONG /controller/email',
  ])
})

test('a Finnish postcode has five digits', () => {
  assert.deepEqual(at('postcode: "00100"', 'postcode: 520'), ['POSTCODE_WRONG /controller/address/postcode'])
  assert.deepEqual(at('postcode: "00100"', 'postcode: 0052O'), ['POSTCODE_WRONG /controller/address/postcode'])
})

test('a day that no calendar has is refused', () => {
  assert.deepEqual(at('updatedOn: 2026-02-16', 'updatedOn: 2026-02-30'), ['DATE_IMPOSSIBLE /metadata/updatedOn'])
  assert.deepEqual(at('updatedOn: 2026-02-16', 'updatedOn: 16.2.2026'), ['DATE_IMPOSSIBLE /metadata/updatedOn'])
})

test('what is named must be declared: purposes, fields, categories, processors, group companies', () => {
  assert.deepEqual(at('purposes: [direct-marketing]\n', 'purposes: [direct-marketting]\n'), [
    'REFERENCE_UNKNOWN /duties/3/purposes/0',
  ])
  assert.deepEqual(at('required: [person.name, person.email]', 'required: [person.name, person.address]'), [
    'REFERENCE_UNKNOWN /sources/7/required/1',
  ])
  assert.deepEqual(at('category: analytics', 'category: analytic'), ['REFERENCE_UNKNOWN /cookies/services/1/category'])
  assert.deepEqual(at('processor: brightpost', 'processor: brightmail'), [
    'REFERENCE_UNKNOWN /transfers/list/0/processor',
  ])
  assert.deepEqual(at('members: [valo-energia, valo-huolto]', 'members: [valo-energia, valo-verkko]'), [
    'REFERENCE_UNKNOWN /recipients/0/members/1',
  ])
  assert.deepEqual(at('channels: [email, post]', 'channels: [email]'), [
    'REFERENCE_UNKNOWN /purposes/4/eligibility/4/channel',
  ])
})

test('a duty that names a field nobody declared is told what was probably meant', () => {
  const [problem] = problemsOf(
    'reads: [org.name, org.addresses, org.email',
    'reads: [org.name, org.adresses, org.email',
  )

  assert.equal(problem?.code, 'REFERENCE_UNKNOWN')
  assert.equal(problem?.suggestion, 'org.addresses')
})

test('an id used twice is refused', () => {
  assert.deepEqual(at('id: org.heatingSystem', 'id: person.preferredLanguage'), [
    'ID_TWICE /dataCategories/20',
    ...['0', '1', '4'].flatMap((duty) => [
      `REFERENCE_UNKNOWN /duties/${duty}/reads`,
      `REFERENCE_UNKNOWN /duties/${duty}/writes`,
    ]),
  ])
})

test('broken YAML is told with line and column', () => {
  const { statement, problems } = readStatement(
    'apiVersion: rekisteriseloste/v1\nkind: [RegisterStatement\nmetadata:\n',
  )

  assert.equal(statement, null)
  assert.equal(problems[0]?.code, 'YAML_BROKEN')
  assert.ok((problems[0]?.line ?? 0) >= 2)
})

test('one file is one statement', () => {
  assert.equal(readStatement(`${valo}\n---\na: 1\n`).problems[0]?.code, 'MANY_DOCUMENTS')
})

test('a suggestion is near what was typed; swapped letters count once', () => {
  assert.equal(editDistance('purpsoes', 'purposes'), 1)
  assert.equal(suggestionFor('lable', ['label', 'id']), 'label')
  assert.equal(suggestionFor('nothing-like-it', ['label', 'id']), undefined)
})

function problemsOf(sound: string, spoilt: string): Problem[] {
  assert.ok(valo.includes(sound), `the example has no ${sound}`)
  const { statement, problems } = readStatement(valo.replace(sound, spoilt))
  assert.equal(statement, null)
  return problems
}

function at(sound: string, spoilt: string): string[] {
  return problemsOf(sound, spoilt).map(
    ({ code, path }) =>
      `${code} ${code === 'REFERENCE_UNKNOWN' && /\/(?:reads|writes)\/\d+$/.test(path) ? path.replace(/\/\d+$/, '') : path}`,
  )
}
