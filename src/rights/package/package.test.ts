import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Occasion, perform } from '#ledger'
import { aRegister } from '#test/register'
import { holdingsOf } from '../../holdings.ts'
import { receiveRequest } from '../receive-request.ts'
import type { RequestKind } from '../request.ts'
import { makePackage, type PackageDesk, strangersOf } from './make-package.ts'
import { covered, possibleNames, strangeAddresses } from './third-persons.ts'

const register = await aRegister()
const owner = register.db.owner()
const at = register.now()
const desk: PackageDesk = { running: register as never, holdings: holdingsOf(register) as never }
const occasion: Occasion = { by: 'ingrid', duty: 'privacy', purpose: 'customer-relationship', at, under: '1' }

const text =
  'Soittakaa mieluummin Matti Mäkiselle, matti.makinen@toinen.example tai 040 765 4321. Oma numeroni on 040 123 4567.'
const aino = await aPerson('Aino', 'Virtanen', 'private-customer', 'aino@koti.example')
const matti = await aPerson('Matti', 'Mäkinen', 'representative', 'matti.makinen@toinen.example')
await owner
  .insertInto('register.enquiry')
  .values({
    ...{
      person_id: aino,
      channel: 'web-form',
      state: 'new',
      message: text,
      group_company: 'valo-energia',
      language: 'fi',
      source: 'web-form',
    },
    ...{ statement_version: 1, entered_by: 'visitor', received_at: at },
  } as never)
  .execute()
for (const [kind, receiver, tool] of [
  ['processor', 'brightpost', 'adequacy-2023-1795'],
  ['group-company', 'valo-huolto', null],
] as const)
  await owner
    .insertInto('register.disclosure')
    .values({
      ...{
        at,
        by: 'saku',
        kind,
        receiver,
        receiver_name: null,
        people: [aino],
        fields: ['person.email'],
        purpose: 'customer-communication',
      },
      ...{ ground: 'eu-gdpr:A6-1-b', transfer_tool: tool, way: 'sent', statement_version: 1 },
      id: sql`uuidv7()` as never,
    } as never)
    .execute()

async function aPerson(given_name: string, family_name: string, kind: string, address: string) {
  const { id } = await owner
    .insertInto('register.person')
    .values({ kind, given_name, family_name, created_at: at, changed_at: at } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const mail = await owner
    .insertInto('register.person_email')
    .values({ person_id: id, address, kind: 'private', is_primary: true, added_at: at } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('register.person_phone')
    .values({
      person_id: id,
      number: kind === 'representative' ? '+358407654321' : '+358401234567',
      typed: '040',
      kind: 'mobile',
      is_primary: true,
      added_at: at,
    } as never)
    .execute()
  const told = (field: string, value_id: string, source: string) => ({
    ...{
      person_id: id,
      field,
      value_id,
      source,
      note: null,
      by: 'saku',
      recorded_at: at,
      obtained_at: at,
      as_of: '2026-03-02',
      verified_at: null,
    },
  })
  await owner
    .insertInto('register.person_source')
    .values([
      told('person.name', id, 'web-form'),
      told('person.email', mail.id, kind === 'representative' ? 'organisation' : 'web-form'),
    ] as never)
    .execute()
  return id
}

async function asked(kind: RequestKind, personId: string, language: 'fi' | 'sv' | 'en' = 'fi') {
  const { id } = await perform(register.db, occasion, (act) =>
    receiveRequest(act as never, { kind, personId, text: '', via: 'my-page', receivedAt: at, language }),
  )
  return id
}
const make = async (requestId: string, form: 'html' | 'pdf' | 'json' | 'csv') =>
  (await makePackage(desk, occasion, { requestId, form })).content

test('the package names both recipients, with the day and the safeguard of the transfer (AS-34)', async () => {
  const page = String(await make(await asked('access', aino), 'html'))
  assert.match(page, /Brightpost Inc\..*2\. maaliskuuta 2026.*EU–US Data Privacy Framework/s)
  assert.match(page, /Valo Huolto Oy/)
})

test('the package is whole: data, source, purposes, retention, rights, looks and where to complain, in each language', async () => {
  const heads = {
    fi: ['Mistä tiedot on saatu', 'Milloin tietojasi on katsottu'],
    sv: ['Var uppgifterna kommer ifrån', 'När någon har sett'],
    en: ['Where the data come from', 'When your data were looked at'],
  }
  for (const language of ['fi', 'sv', 'en'] as const) {
    const page = String(await make(await asked('access', aino, language), 'html'))
    for (const said of [...heads[language], 'aino@koti.example', 'Valo Energia Oy', 'tietosuoja@om.fi', '029 566 6700'])
      assert.ok(page.includes(said), `${language}: ${said}`)
    assert.doesNotMatch(page, /<script|<link|src=|https?:\/\/[^"]*\.css/)
  }
})

test('what somebody asked a quote for is told in their words: its name, its day, its lines (S6.2)', async () => {
  const lines = [
    { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 2000 },
    { id: 'b', text: 'Asennus', unit: 'h', quantity: 2500 },
  ]
  await owner
    .insertInto('register.quote_request')
    .values({
      ...{ group_company: 'valo-energia', person_id: aino, state: 'open', title: 'Pumput', source: 'quote-request' },
      ...{ lines: JSON.stringify(lines), answer_by: '2026-03-20', owner: 'saku', entered_by: 'saku', entered_at: at },
    } as never)
    .execute()
  const page = String(await make(await asked('access', aino), 'html'))
  assert.match(page, /Tarjouspyynnöt.*Pumput/s)
  assert.match(page, /Lämpöpumppu, 2 kpl; Asennus, 2,5 h/)
  assert.match(page, /vastattava viimeistään.*20\. maaliskuuta 2026/s)
  const inSwedish = String(await make(await asked('access', aino, 'sv'), 'html'))
  assert.match(inSwedish, /Offertförfrågningar.*svar senast/s)
})

test('others are covered in free text, also where Finnish bends their names; one’s own number stays', async () => {
  const page = String(await make(await asked('access', aino), 'html'))
  assert.doesNotMatch(page, /Mäkiselle|matti\.makinen|765 4321/)
  assert.match(
    page,
    /Soittakaa mieluummin \[toisen henkilön tieto\], \[toisen henkilön tieto\] tai \[toisen henkilön tieto\]\. Oma numeroni on 040 123 4567\./,
  )
  assert.doesNotMatch(String(await make(await asked('access', aino), 'json')), /Mäkiselle|matti\.makinen|765 4321/)
})

test('the desk sees each covered place, may uncover it, and may cover more', async () => {
  const id = await asked('access', aino)
  const { places } = await strangersOf(desk, occasion, id)
  assert.deepEqual(
    places.map(({ what, said }) => [what, said]),
    [
      ['address', 'matti.makinen@toinen.example'],
      ['number', '040 765 4321'],
      ['name', 'Matti Mäkiselle'],
    ],
  )
  await owner
    .updateTable('register.rights_request')
    .set({ shown_places: [places[1]?.place ?? ''], covered_words: ['mieluummin'] })
    .where('id', '=', id)
    .execute()
  assert.match(
    String(await make(id, 'html')),
    /Soittakaa \[toisen henkilön tieto\] \[toisen henkilön tieto\], \[toisen henkilön tieto\] tai 040 765 4321/,
  )
})

test('the PDF is a PDF, and employees are named in no form of the package (C-579/21)', async () => {
  const id = await asked('access', aino)
  assert.match(Buffer.from((await make(id, 'pdf')) as Buffer).toString('latin1'), /^%PDF-1\./)
  const machine = JSON.parse(String(await make(id, 'json')))
  assert.ok(machine.lookups.length > 0)
  assert.deepEqual(Object.keys(machine.lookups[0]), ['at', 'purpose', 'roleName'])
  assert.doesNotMatch(JSON.stringify(machine), /"saku"|"ingrid"/)
})

test('portability gives what the person provided, as JSON and CSV, and nothing else (AS-35)', async () => {
  const id = await asked('portability', aino)
  const { values } = JSON.parse(String(await make(id, 'json')))
  assert.deepEqual(
    values.map(({ field, value }: { field: string; value: string }) => [field, value.slice(0, 17)]),
    [
      ['person.name', 'Aino Virtanen'],
      ['person.email', 'aino@koti.example'],
      ['com.enquiries', 'Soittakaa mieluum'],
    ],
  )
  assert.match(String(await make(id, 'csv')), /^\uFEFF"field","label","value","source","obtainedAt"\r\n"person.name"/)
  assert.equal((await strangersOf(desk, occasion, id)).portable, true)
})

test('of a contact person of a company nothing is portable, and the desk is told so (AS-35)', async () => {
  assert.equal((await strangersOf(desk, occasion, await asked('portability', matti))).portable, false)
})

test('a package is a look like any other: the access log says who, when and for whom', async () => {
  await make(await asked('access', matti), 'json')
  const last = (await register.looks()).at(-1)
  assert.equal(last?.duty, 'rights')
  assert.equal(last?.by, 'ingrid')
  assert.deepEqual(last?.people, [matti])
})

test('stretches that touch are covered once, and a text without others stays as it is', () => {
  assert.equal(
    covered(
      'abcdef',
      [
        { from: 1, to: 3, what: 'name' },
        { from: 2, to: 4, what: 'name' },
      ],
      '*',
    ),
    'a*ef',
  )
  assert.deepEqual(
    strangeAddresses('Soitin 2.3.2026 klo 12.30, lasku 12345678.', { addresses: [], numbers: [], names: [] }),
    [],
  )
  assert.ok(possibleNames('Terveisin Liisa Korhosen puolesta')[1]?.forms.includes('Liisa Korhonen'))
})
