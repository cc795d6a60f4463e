import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { bring, imported, linesOf } from './import.fixture.ts'
import { emailsIn, familyFirst, phonesIn, postcodeAndCity, postcodeCell } from './typed-cell.ts'

const { as, register } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()

// As a list that lived in an office for years: Windows-1252, a title over it, names and zeros as they happened to be typed.
const lines = [
  'Asiakasrekisteri 2025;;;;;;;;',
  '',
  'As.nro;Asiakkaan nimi;Y-tunnus;Sukunimi Etunimi;S-posti;Matkapuh.;Katuosoite;Postinro;Ptmp;Luontipvm',
  '1;Äyräs & Pojat Oy;1000002;Äijälä Åke;ake@ayras.example;040-000 0001;Rantatie 1;520;Helsinki;1.2.2025',
  '2;Kähkönen Ky;00000414;Mäki-Latvala Aino Kaarina;"aino@kahkonen.example, a.maki@koti.example";GSM 0400000002 / 09 1234567;Kuja 3 A 4;1600;Vantaa;12.11.2024',
  '3;Öljy Ab;0000050-2;von Essen Ulla;ULLA@oljy.example;+358 (0)40 0000003;Strandgatan 5;10600;Ekenäs;2025-03-01',
]
const windows = Buffer.from(lines.join('\r\n'), 'latin1')
const guessed = [
  null,
  ...['org.name', 'org.businessId', 'person.name/family-first', 'person.email', 'person.phone'],
  ...['org.addresses/street', 'org.addresses/postcode', 'org.addresses/city', 'asOf'],
]

test('a list that lived in an office for years is understood by itself', async () => {
  const read = (await bring(saku, windows)).json()
  assert.deepEqual([read.encoding, read.columns], ['windows-1252', guessed])
  const { id, run } = await imported(saku, windows)
  assert.deepEqual(await linesOf(saku, id, 'refused'), [])
  assert.deepEqual([run.people, run.companies], [3, 3])
  const people = await owner
    .selectFrom('register.person')
    .innerJoin('register.affiliation', 'register.affiliation.person_id', 'register.person.id')
    .innerJoin('register.organisation', 'register.organisation.id', 'register.affiliation.organisation_id')
    .innerJoin('register.organisation_address as place', 'place.organisation_id', 'register.organisation.id')
    .select(['family_name', 'given_name', 'business_id', 'place.postcode', 'place.city'])
    .orderBy('business_id')
    .execute()
  assert.deepEqual(
    people.map((one) => Object.values(one)),
    [
      ['Mäki-Latvala', 'Aino Kaarina', '0000041-4', '01600', 'Vantaa'],
      ['von Essen', 'Ulla', '0000050-2', '10600', 'Ekenäs'],
      ['Äijälä', 'Åke', '0100000-2', '00520', 'Helsinki'],
    ],
  )
  const phones = await owner.selectFrom('register.person_phone').select('number').orderBy('number').execute()
  assert.deepEqual(
    phones.map(({ number }) => number),
    ['+358400000001', '+358400000002', '+358400000003', '+35891234567'],
  )
  const days = await owner.selectFrom('register.person_source').select('as_of').distinct().orderBy('as_of').execute()
  assert.deepEqual(
    days.map((row) => row.as_of),
    ['2024-11-12', '2025-02-01', '2025-03-01'],
  )
})

test('whoever sees that a file reads wrong says how it is written', async () => {
  const bytes = Buffer.from([
    ...Buffer.from('Nimi;Yritys\r\nM'),
    0x8a,
    ...Buffer.from('ki Aino;'),
    0x80,
    ...Buffer.from('yr'),
  ])
  const { id, encoding, sample } = (await bring(saku, bytes)).json()
  assert.deepEqual([encoding, sample[0][0]], ['windows-1252', 'MŠki Aino'])
  const said = await saku('PUT', `/imports/${id}/encoding`, { encoding: 'macintosh' })
  assert.equal(said.statusCode, 204, said.body)
  const again = (await saku('GET', `/imports/${id}/columns`)).json()
  assert.deepEqual([again.encoding, again.sample[0]], ['macintosh', ['Mäki Aino', 'Äyr']])
  assert.equal((await saku('PUT', `/imports/${id}/encoding`, { encoding: 'ebcdic' })).statusCode, 422)
  assert.equal((await as('ellen', 'sales')('PUT', `/imports/${id}/encoding`, { encoding: 'utf-8' })).statusCode, 404)
})

test('what a spreadsheet took from a value is given back, and what is unclear is left to the field’s own check', () => {
  assert.deepEqual(['520', '1600', '10600', '00100', '520,0', 'SE-11122', '12'].map(postcodeCell), [
    ...['00520', '01600', '10600', '00100', '00520', 'SE-11122', '12'],
  ])
  assert.deepEqual(postcodeAndCity('00520 Helsinki'), { postcode: '00520', city: 'Helsinki' })
  assert.equal(postcodeAndCity('Helsinki'), null)
  assert.deepEqual(familyFirst('af Ursin Pekka'), { family: 'af Ursin', given: 'Pekka' })
  assert.deepEqual(familyFirst('Koe, Aino Maria'), { family: 'Koe', given: 'Aino Maria' })
  assert.deepEqual(emailsIn('Aino Koe <aino@koe.example>'), ['aino@koe.example'])
  assert.deepEqual(emailsIn('ei ole'), ['ei ole'])
  assert.deepEqual(phonesIn('040/0000001'), ['040 0000001'])
  assert.deepEqual(phonesIn('vain iltaisin'), ['vain iltaisin'])
})
