import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { tookOf } from '#test/took'
import { readSignature, type SignatureRead } from './signature.ts'

type Said = Partial<Omit<SignatureRead, 'person'>> & { person?: string | null }

const cases: [string, string, Said][] = [
  [
    'a Finnish one under a mail',
    `Hei,\n\nkiitos tarjouksesta! Palataan asiaan.\n\nYstävällisin terveisin\n\nMaija Mäki\nToimitusjohtaja\nKivelän Puu Oy\nTeollisuuskatu 5, 00510 HELSINKI\npuh. 040 123 4567\nmaija.maki@kivelanpuu.example\nwww.kivelanpuu.example\nY-tunnus: 0112038-9`,
    {
      company: 'Kivelän Puu Oy',
      businessId: '0112038-9',
      person: 'Maija|Mäki',
      jobRole: 'Toimitusjohtaja',
      emails: ['maija.maki@kivelanpuu.example'],
      phones: ['040 123 4567'],
      address: { street: 'Teollisuuskatu 5', postcode: '00510', city: 'Helsinki' },
      website: 'www.kivelanpuu.example',
    },
  ],
  [
    'everything on one line',
    'Matti Virtanen | Myyntipäällikkö | Saariston Telakka Ab | +358 50 123 4567 | matti.virtanen@telakka.example',
    {
      company: 'Saariston Telakka Ab',
      person: 'Matti|Virtanen',
      jobRole: 'Myyntipäällikkö',
      phones: ['+358 50 123 4567'],
    },
  ],
  [
    'a Swedish one',
    `Med vänliga hälsningar,\nÅsa Öhman, försäljningschef\nSkärgårdens El Ab\nStrandvägen 3\n20100 ÅBO\nTel: 0500 123 456\nVäxel 02 123 4567\nE-post: asa.ohman@skargardel.example`,
    {
      company: 'Skärgårdens El Ab',
      person: 'Åsa|Öhman',
      jobRole: 'försäljningschef',
      phones: ['0500 123 456', '02 123 4567'],
      address: { street: 'Strandvägen 3', postcode: '20100', city: 'Åbo' },
    },
  ],
  [
    'an English one',
    `Kind regards,\n\nJohn Smith\nHead of Procurement\nNorthern Timber Ltd\nMobile: +44 20 7946 0958\njohn.smith@northerntimber.example`,
    {
      company: 'Northern Timber Ltd',
      person: 'John|Smith',
      jobRole: 'Head of Procurement',
      phones: ['+44 20 7946 0958'],
    },
  ],
  [
    'a family name that stands first, which the address turns round',
    `Mäki-Leppä Sirkka\nsirkka.maki-leppa@rinne.example\nRinteen Leipomo Oy`,
    { person: 'Sirkka|Mäki-Leppä', company: 'Rinteen Leipomo Oy' },
  ],
  [
    'capitals, and an academic degree',
    `TIMO LAINE, DI\nRakennusinsinööri\nBetoni & Laine Ky\nGSM 045 123 4567`,
    { person: 'Timo|Laine', jobRole: 'Rakennusinsinööri', company: 'Betoni & Laine Ky', phones: ['045 123 4567'] },
  ],
  [
    'a company told by the address alone',
    `Terv.\nPekka Ranta\nhuoltomies\npekka.ranta@hameen-kasvihuoneet.example`,
    { person: 'Pekka|Ranta', jobRole: 'huoltomies', company: 'Hameen Kasvihuoneet', companyGuessed: true },
  ],
  [
    'an address of everybody’s says no company',
    `Liisa Korpi\nliisa.korpi@gmail.com\n0401234567`,
    { person: 'Liisa|Korpi', company: null, companyGuessed: false, phones: ['0401234567'] },
  ],
  [
    'a town, with a switchboard and a fax that is left out',
    `Terveisin\nAnna-Liisa von Troil\nkiinteistöpäällikkö\nRinteen kaupunki\nPL 12, 12101 Hämeenlinna\nvaihde (03) 621 2000\nfax (03) 621 2001\nanna-liisa.vontroil@rinne.example`,
    {
      person: 'Anna-Liisa|von Troil',
      jobRole: 'kiinteistöpäällikkö',
      company: 'Rinteen kaupunki',
      phones: ['(03) 621 2000'],
      address: { street: 'PL 12', postcode: '12101', city: 'Hämeenlinna' },
    },
  ],
  [
    'quoted, decorated and doubled',
    `> *Jari Salo*\n> _Tuotantojohtaja_\n> Salon Saha Oy • +358 (0)40 765 4321 • 040 765 4321\n> <mailto:jari.salo@salonsaha.example>`,
    {
      person: 'Jari|Salo',
      jobRole: 'Tuotantojohtaja',
      company: 'Salon Saha Oy',
      emails: ['jari.salo@salonsaha.example'],
    },
  ],
  [
    'a VAT number and a street of its own',
    `Best regards\nEva Lindqvist\nCFO\nNordic Bakery Oyj\nMannerheimintie 12 B 4\nFI-00100 Helsinki, Finland\nVAT FI01120389`,
    {
      person: 'Eva|Lindqvist',
      jobRole: 'CFO',
      businessId: '0112038-9',
      address: { street: 'Mannerheimintie 12 B 4', postcode: '00100', city: 'Helsinki' },
    },
  ],
  [
    'a role address and no name',
    `Asiakaspalvelu\ninfo@rinne.example\n020 123 4567`,
    { person: null, emails: ['info@rinne.example'] },
  ],
]

for (const [what, text, said] of cases)
  test(`a signature is read: ${what}`, () => {
    const { person, ...read } = readSignature(text)
    const all = { ...read, person: person && `${person.given}|${person.family}` }
    assert.deepEqual(Object.fromEntries(Object.keys(said).map((key) => [key, all[key as keyof typeof all]])), said)
  })

test('a personal identity code in what is pasted is never proposed', () => {
  const read = readSignature('Maija Mäki\n131052-308T\nKivelän Puu Oy')
  assert.ok(!JSON.stringify(read).includes('131052'))
})

test('whatever is pasted, it is read, and nothing is proposed that is not in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { emails, phones } = readSignature(text)
      for (const phone of phones) assert.ok(text.normalize('NFC').includes(phone))
      for (const email of emails) assert.ok(email.includes('@'))
    }),
  )
  const took = tookOf(() => readSignature(`${'a.'.repeat(20_000)}@${'b.'.repeat(5000)} ${'1 '.repeat(9000)}`))
  assert.ok(took < 500, 'long input takes no long time')
})
