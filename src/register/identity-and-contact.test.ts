import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { kindOfEmail, normaliseEmail } from './email-address.ts'
import { fullName, normaliseName } from './person-name.ts'
import { holdsPersonalIdentityCode, whereIdentityCodeIs } from './personal-identity-code.ts'
import { displayPhone, normalisePhone } from './phone-number.ts'
import { doubtsOf, normaliseAddress, postLabel } from './postal-address.ts'

const controls = '0123456789ABCDEFHJKLMNPRSTUVWXY'
const signs = [...'+-YXWVUABCDEF']
const code = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    number: fc.integer({ min: 2, max: 999 }),
    sign: fc.constantFrom(...signs),
  })
  .map(({ day, month, year, number, sign }) => {
    const date = [day, month, year].map((part) => String(part).padStart(2, '0')).join('')
    const serial = String(number).padStart(3, '0')
    return { date, sign, serial, control: controls[Number(date + serial) % 31] ?? '' }
  })

test('a personal identity code is found with every century sign, in any text, in either case', () => {
  fc.assert(
    fc.property(
      code,
      fc.constantFrom('', 'Asiakas ', 'hetu: ', '('),
      fc.constantFrom('', '.', ' soitti', ')'),
      ({ date, sign, serial, control }, before, after) => {
        const typed = `${before}${date}${sign}${serial}${control}${after}`
        assert.equal(holdsPersonalIdentityCode(typed), true)
        assert.equal(holdsPersonalIdentityCode(typed.toLowerCase()), true)
      },
    ),
  )
})

test('a code with a wrong control character is no personal identity code', () => {
  fc.assert(
    fc.property(code, fc.constantFrom(...controls), ({ date, sign, serial, control }, other) => {
      fc.pre(other !== control)
      assert.equal(holdsPersonalIdentityCode(`${date}${sign}${serial}${other}`), false)
    }),
  )
})

for (const [text, holds] of [
  ['131052-308T', true],
  ['131052–308T', true],
  ['131052 -308T', true],
  ['131052−308t', true],
  ['Soita: 131052-308T.', true],
  ['010594Y9021', true],
  ['020502E902X', true],
  ['131052-308U', false],
  ['320152-308T', false],
  ['1997513-1', false],
  ['+358 40 123 4567', false],
  ['RF18 5390 0754 7034', false],
] as const) {
  test(`${text} ${holds ? 'is' : 'is not'} taken for a personal identity code`, () =>
    assert.equal(holdsPersonalIdentityCode(text), holds))
}

test('the place of a personal identity code is told by the field it stands in', () => {
  assert.equal(
    whereIdentityCodeIs({ 'person.name': 'Aada', 'person.jobRole': 'asiakas 131052-308T' }),
    'person.jobRole',
  )
  assert.equal(
    whereIdentityCodeIs({ 'person.email': [{ address: 'a@b.fi' }, { note: '131052-308T' }] }),
    'person.email',
  )
  assert.equal(whereIdentityCodeIs({ 'person.name': 'Aada' }), null)
})

for (const [address, kind] of [
  ['etunimi.sukunimi@yritys.fi', 'personal-work'],
  ['e.sukunimi@yritys.fi', 'personal-work'],
  ['päivi.mäkinen@yritys.fi', 'personal-work'],
  ['info@yritys.fi', 'role'],
  ['laskutus2@yritys.fi', 'role'],
  ['aino.virta@gmail.com', 'private'],
  ['ainov@yritys.fi', 'unknown'],
] as const) {
  test(`${address} is an address of the kind ${kind}`, () => assert.equal(kindOfEmail(address), kind))
}

test('an address is kept in one form, and what is none is refused', () => {
  assert.equal(normaliseEmail(' Aino.Virta@Yritys.FI '), 'aino.virta@yritys.fi')
  assert.equal(normaliseEmail('info(at)yritys.fi'), 'info@yritys.fi')
  for (const typed of [
    '',
    'aino',
    'aino@',
    '@yritys.fi',
    'a b@yritys.fi',
    'a@yritys',
    'a..b@yritys.fi',
    `${'a'.repeat(65)}@b.fi`,
    "a'; drop table--",
  ]) {
    assert.equal(normaliseEmail(typed), null, typed)
  }
})

for (const [typed, number, kind, display] of [
  ['0207 495 400', '+358207495400', 'business', '020 7495400'],
  ['010 123 4567', '+358101234567', 'business', '010 1234567'],
  ['029 566 6700', '+358295666700', 'business', '029 5666700'],
  ['+358 40 123 4567', '+358401234567', 'mobile', '040 1234567'],
  ['+358 (0)40 123 4567', '+358401234567', 'mobile', '040 1234567'],
  ['09 123 4567', '+35891234567', 'landline', '09 1234567'],
  ['+46 8 123 456 78', '+46812345678', 'landline', '+46 8 123 456 78'],
] as const) {
  test(`the phone number ${typed} is kept as ${number} and as it was typed`, () => {
    assert.deepEqual(normalisePhone(typed), { number, typed, kind })
    assert.equal(displayPhone(number), display)
  })
}

test('a number reads as the library writes it, Finnish or not', () => {
  const asLibrary = (number: string) => {
    const parsed = parsePhoneNumberFromString(number)
    return parsed ? (parsed.country === 'FI' ? parsed.formatNational() : parsed.formatInternational()) : number
  }
  const digits = fc.stringMatching(/^[0-9]{3,13}$/)
  fc.assert(
    fc.property(fc.constantFrom('+358', '+35850', '+3589', '+35820', '+35818', '+46', '+'), digits, (begins, rest) =>
      assert.equal(displayPhone(begins + rest), asLibrary(begins + rest)),
    ),
    { numRuns: 2000 },
  )
})

test('what is no phone number is refused', () => {
  for (const typed of ['', '12', 'abc', '0700 123', '9'.repeat(70)]) assert.equal(normalisePhone(typed), null, typed)
})

test('a Finnish postcode is five digits of text, and the label has the city in capitals', () => {
  const helsinki = normaliseAddress({
    street: 'Ratakatu',
    houseNumber: '7',
    stair: 'A',
    flat: '12',
    postcode: '00520',
    city: 'Helsinki',
  })
  assert.ok(!('wrong' in helsinki))
  assert.deepEqual(postLabel('Valo Energia Oy', helsinki), ['Valo Energia Oy', 'Ratakatu 7 A 12', '00520 HELSINKI'])
  for (const postcode of ['520', '0052O', '005200', ''])
    assert.deepEqual(normaliseAddress({ postcode, city: 'Helsinki' }), { wrong: 'postcode' })
  assert.deepEqual(normaliseAddress({ postcode: '00520', city: 'Helsinki', hetu: 'x' }), { wrong: 'hetu' })
})

test('a box stands under the street, and a postcode that does not end in 1 is doubted', () => {
  const box = normaliseAddress({ kind: 'postal', poBox: 'PL 15', postcode: '00520', city: 'Helsinki' })
  assert.ok(!('wrong' in box))
  assert.deepEqual(postLabel('Valo Energia Oy', box), ['Valo Energia Oy', 'PL 15', '00520 HELSINKI'])
  assert.deepEqual(doubtsOf(box), ['PO_BOX_POSTCODE'])
  assert.deepEqual(doubtsOf({ ...box, postcode: '00101' }), [])
})

test('a letter abroad names the country', () => {
  const address = normaliseAddress({ street: 'Storgatan 1', postcode: '111 22', city: 'Stockholm', country: 'se' })
  assert.ok(!('wrong' in address))
  assert.deepEqual(postLabel('Ada Berg', address).slice(-2), ['111 22 STOCKHOLM', 'SWEDEN'])
})

for (const [line, given, family] of [
  ['Päivi Mäkinen', 'Päivi', 'Mäkinen'],
  ['Mäkinen, Päivi Anneli', 'Päivi Anneli', 'Mäkinen'],
  ['Aino von Essen', 'Aino', 'von Essen'],
  ['  Åke   Öhman ', 'Åke', 'Öhman'],
  ['Cher', '', 'Cher'],
] as const) {
  test(`"${line}" is the name of ${given} ${family}`, () => assert.deepEqual(normaliseName(line), { given, family }))
}

test('a name has no parts that we do not know, and is not empty', () => {
  assert.equal(normaliseName({ given: 'A', family: 'B', nick: 'C' }), null)
  assert.equal(normaliseName({ given: ' ', family: '' }), null)
  assert.equal(normaliseName('x'.repeat(10_000)), null)
  assert.equal(fullName({ given: 'Päivi', family: 'Mäkinen' }), 'Päivi Mäkinen')
})
