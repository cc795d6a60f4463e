import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressField, type Door, widestRow } from './address-field.ts'

const door: Door = {
  ...{ name: 'Aino Mäkelä', firm: null, careOf: null },
  ...{ street: 'Hämeenkatu', houseNumber: '12', stair: 'B', flat: '4', poBox: null },
  ...{ postcode: '33100', city: 'Tampere', country: 'FI' },
}

test('a private address: name, street with stair and flat, postcode and town in capitals', () => {
  assert.deepEqual(addressField(door), ['Aino Mäkelä', 'Hämeenkatu 12 B 4', '33100 TAMPERE'])
})

test('a street too long for one row breaks before its house, and the flat stays with the stair', () => {
  const rows = addressField({ ...door, street: 'Kuusikallionrinteenpolku' })
  assert.deepEqual(rows.slice(1), ['Kuusikallionrinteenpolku', '12 B 4', '33100 TAMPERE'])
})

test('at work: the person first, then the organisation and its box', () => {
  const rows = addressField({ ...door, firm: 'Suvanto Oy', poBox: '17', postcode: '33101' })
  assert.deepEqual(rows, ['Aino Mäkelä', 'Suvanto Oy', 'PL 17', '33101 TAMPERE'])
})

test('a sole trader who trades under their own name is named once; c/o has its own row', () => {
  const rows = addressField({ ...door, firm: 'Aino Mäkelä', careOf: 'Lehto' })
  assert.deepEqual(rows, ['Aino Mäkelä', 'c/o Lehto', 'Hämeenkatu 12 B 4', '33100 TAMPERE'])
})

test('Åland has its prefix, and å, ä and ö their capitals', () => {
  const rows = addressField({ ...door, postcode: '22100', city: 'Mariehamn', country: 'AX' })
  assert.equal(rows.at(-1), 'AX-22100 MARIEHAMN')
  assert.equal(addressField({ ...door, city: 'Hyvinkää', postcode: '05800' }).at(-1), '05800 HYVINKÄÄ')
})

test('abroad: that country’s order, and the country in capitals on the last row', () => {
  const abroad = (country: string, postcode: string, city: string) =>
    addressField({ ...door, country, postcode, city }).slice(2)
  assert.deepEqual(abroad('SE', '111 20', 'Stockholm'), ['111 20 STOCKHOLM', 'SWEDEN'])
  assert.deepEqual(abroad('GB', 'SW1A 1AA', 'London'), ['LONDON', 'SW1A 1AA', 'UNITED KINGDOM'])
  assert.deepEqual(abroad('US', '60601', 'Chicago'), ['CHICAGO 60601', 'UNITED STATES'])
})

test('whatever stands in the register, no row is empty, has a line break or is wider than the field, and no letter is lost', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 60 })
  const maybe = fc.option(word)
  const any = fc.record({
    name: word,
    firm: maybe,
    careOf: maybe,
    street: maybe,
    houseNumber: maybe,
    city: word,
  })
  fc.assert(
    fc.property(any, (said) => {
      const rows = addressField({ ...door, stair: null, flat: null, ...said })
      for (const row of rows) assert.ok(row !== '' && row.length <= widestRow && !/[\r\n\u2028]/.test(row), row)
    }),
  )
  const long = addressField({ ...door, firm: 'Pohjois-Pirkanmaan Lämpöpumppuhuolto ja Ilmastointi Oy' })
  assert.deepEqual(long.slice(1, 3), ['Pohjois-Pirkanmaan', 'Lämpöpumppuhuolto ja'])
  assert.equal(long.slice(1, -2).join(' '), 'Pohjois-Pirkanmaan Lämpöpumppuhuolto ja Ilmastointi Oy')
})
