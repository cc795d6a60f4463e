import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { languages } from '#platform/language'
import { publish } from '#statement'
import { host } from '#test/app'
import { type Choice, readChoice, writeChoice } from './choice.ts'
import { aCookieApp, house } from './cookies.fixture.ts'
import { bannerTexts } from './cookies.texts.ts'
import { askedServices } from './cookies.ts'

const { app, as, register, inForce, scopeOf, posted } = await aCookieApp()
const source = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')

test('four services of three groups wait for a choice, and only the cookie that remembers it does not', () => {
  const catalogue = inForce()
  assert.deepEqual(
    askedServices(catalogue).map(({ id, ad }) => [id, ad]),
    [
      ['mittari', false],
      ['polku', false],
      ['tulostaulu', true],
      ['kohdista', true],
    ],
  )
  assert.deepEqual(
    catalogue.groups
      .filter(({ exempt }) => exempt)
      .flatMap(({ services }) => services.flatMap(({ cookies }) => cookies.map(({ name }) => name))),
    ['seloste_choice'],
  )
})

test('every cookie has a purpose, a provider, a duration in three languages and a word on who else gets in', () => {
  for (const { groups } of [inForce()]) {
    for (const service of groups.flatMap((group) => group.services)) {
      assert.ok(service.provider && service.use && service.purposes.length > 0, service.id)
      for (const { duration } of service.cookies)
        for (const language of languages) assert.ok(duration?.[language], service.id)
    }
  }
})

test('the banner praises nothing: its words hold none of the nudges that lint finds in a statement', () => {
  const nudge =
    /help|parem|parhaa|muka|kokemu|bättre|upplev|smidig|better|best|experience|improve|friendly|personal|relevant/i
  for (const said of Object.values(bannerTexts))
    for (const language of languages) assert.doesNotMatch(said[language], nudge)
})

test('a choice is read as it was written, whatever it says', () => {
  const scope = fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/))
    .map((parts) => parts.join('.'))
  const choice: fc.Arbitrary<Choice> = fc.record(
    {
      at: fc.integer({ min: 0, max: 2 ** 33 }),
      receipt: fc.oneof(fc.constant(''), fc.uuid()),
      said: fc.dictionary(scope, fc.boolean(), { noNullPrototype: true }),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(choice, (one) => {
      const text = writeChoice(one)
      assert.equal(encodeURIComponent(text), text)
      assert.deepEqual(readChoice(text), one)
    }),
  )
})

test('a cookie that somebody else wrote is no choice', () => {
  for (const text of [
    undefined,
    '',
    'yes',
    '1',
    '1~',
    '2~abc~',
    '1~abc~~mittari.x.2',
    '1~abc~~MITTARI.x.1',
    '1~abc~<script>~a.b.1',
  ])
    assert.equal(readChoice(text), null, String(text))
})

test('the gate weighs under 2 000 bytes and everything together under 8 066, with the words and the services inside', async () => {
  const packed = async (path: string) => gzipSync((await app.inject(path)).rawPayload, { level: 9 }).byteLength
  for (const language of languages) {
    const gate = await packed('/consent.js')
    const whole = gate + (await packed(`/choices-${language}.js`)) + (await packed(`/form-${language}.js`))
    assert.ok(gate <= 2000, `gate ${gate}`)
    assert.ok(whole <= 8066, `whole ${whole}`)
  }
})

test('the scripts are for other origins to load, packed, and told apart by Sec-GPC: 1 and no other value', async () => {
  const asked = async (headers: Record<string, string>) => app.inject({ url: '/consent.js', headers })
  const plain = await asked({})
  assert.equal(plain.headers['cross-origin-resource-policy'], 'cross-origin')
  assert.match(String(plain.headers.vary), /sec-gpc/)
  assert.deepEqual(plain.cookies, [])
  assert.match(plain.body, /"signal":false/)
  assert.match((await asked({ 'sec-gpc': '1' })).body, /"signal":true/)
  for (const value of ['2', 'true', '1;', '01'])
    assert.match((await asked({ 'sec-gpc': value })).body, /"signal":false/, value)
  const packed = await asked({ 'accept-encoding': 'gzip, br' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal((await asked({ 'if-none-match': String(plain.headers.etag) })).statusCode, 304)
  assert.deepEqual((await app.inject('/.well-known/gpc.json')).json(), { gpc: true, lastUpdate: '2026-03-02' })
})

test('without JavaScript the page itself keeps the choice: one first-party cookie, by the visitor’s own press', async () => {
  const page = await app.inject({ url: '/fi/cookies/', headers: { host } })
  assert.deepEqual(page.cookies, [])
  assert.equal(/ checked/.test(page.body), false, 'nothing is ticked beforehand')
  assert.match(page.body, /Mittari Oy[\s\S]*_mt_visitor<\/code> 6 kuukautta, oma eväste/)
  assert.match(page.body, /kd_uid<\/code> 90 päivää, kolmannen osapuolen eväste/)

  const scope = scopeOf('mittari')
  const answer = await posted(`choice=chosen&${scope}=1`)
  assert.equal(answer.statusCode, 303)
  const [cookie] = answer.cookies
  assert.equal(cookie?.name, 'seloste_choice')
  assert.deepEqual(
    [cookie?.path, cookie?.sameSite, cookie?.domain, cookie?.httpOnly],
    ['/', 'Lax', undefined, undefined],
  )
  assert.equal((cookie as { expires?: Date }).expires?.toISOString(), '2027-03-02T10:00:00.000Z')
  const choice = readChoice(cookie?.value)
  assert.equal(choice?.said[scope], true)
  assert.equal(choice?.said[scopeOf('kohdista')], false)
  assert.equal((await app.inject(`/receipts/${choice?.receipt}`)).statusCode, 200)

  const again = await app.inject({
    url: '/fi/cookies/?saved=1',
    headers: { host, cookie: `seloste_choice=${cookie?.value}` },
  })
  assert.match(again.body, /Valintasi on tallennettu/)
  assert.equal([...again.body.matchAll(/ checked/g)].length, 1)
})

test('a refusal leaves no identifier in the browser, and is not asked about again for six months', async () => {
  const [cookie] = (await posted('choice=necessary')).cookies
  assert.equal(readChoice(cookie?.value)?.receipt, '')
  assert.equal((cookie as { expires?: Date }).expires?.toISOString(), '2026-09-02T09:00:00.000Z'.replace('09:', '10:'))
})

test('accepting all under Sec-GPC: 1 does not cover advertising; a tick of one’s own does', async () => {
  const said = async (payload: string) =>
    readChoice((await posted(payload, { 'sec-gpc': '1' })).cookies[0]?.value)?.said ?? {}
  const all = await said('choice=all')
  assert.deepEqual(
    [all[scopeOf('mittari')], all[scopeOf('kohdista')], all[scopeOf('tulostaulu')]],
    [true, false, false],
  )
  assert.equal((await said(`choice=chosen&${scopeOf('kohdista')}=1`))[scopeOf('kohdista')], true)
  const other = readChoice((await posted('choice=all', { 'sec-gpc': '2' })).cookies[0]?.value)?.said ?? {}
  assert.equal(other[scopeOf('kohdista')], true)
})

test('nobody else’s page can choose for a visitor', async () => {
  const answer = await posted('choice=all', { origin: 'https://elsewhere.example' })
  assert.equal(answer.statusCode, 403)
  assert.deepEqual(answer.cookies, [])
})

test('short addresses lead to the page in their own language', async () => {
  for (const [path, there] of [
    ['/evasteet', './fi/cookies/'],
    ['/kakor', './sv/cookies/'],
    ['/cookies', './en/cookies/'],
  ] as const)
    assert.equal((await app.inject(path)).headers.location, there)
})

test('the contact form is given to the company’s own pages and to no other, and refuses what the form itself refuses', async () => {
  const form = await app.inject({ url: '/fi/contact/form.json', headers: { host, origin: house } })
  assert.equal(form.headers['access-control-allow-origin'], house)
  assert.equal(form.headers['access-control-allow-credentials'], undefined)
  assert.equal(
    (await app.inject({ url: '/fi/contact/form.json', headers: { host, origin: 'https://elsewhere.example' } }))
      .statusCode,
    403,
  )
  const { token, fields } = form.json()
  assert.deepEqual(
    fields.map(({ name, required }: { name: string; required: boolean }) => [name, required]),
    [
      ['person.name', true],
      ['person.email', true],
      ['person.phone', false],
      ['message', true],
    ],
  )

  await register.setClock(new Date(register.now().getTime() + 30_000))
  const typed = {
    'person.name': 'Lempi Laine',
    'person.email': 'lempi@harju.example',
    message: 'Hei',
    begun: token,
    website: '',
  }
  const send = (more: object, from = house) =>
    app.inject({
      method: 'POST',
      url: '/fi/contact/form.json',
      headers: { host, origin: from, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...typed, ...more }).toString(),
    })
  assert.equal((await send({}, 'https://elsewhere.example')).statusCode, 403)
  const faulty = await send({ 'person.email': 'nowhere' })
  assert.deepEqual([faulty.statusCode, Object.keys(faulty.json().faults)], [422, ['person.email']])
  // S7.8, S7.20: an id of a visitor is no field of the form, so it cannot come in with it.
  assert.match((await send({ seloste_choice: randomUUID() })).json().said, /seloste ei mainitse/)
  assert.deepEqual([faulty.cookies, faulty.headers['access-control-allow-origin']], [[], house])
})

test('a newer statement with a new service asks about that one only: the old answers keep their names', async () => {
  const before = new Map(askedServices(inForce()).map(({ id, scope }) => [id, scope]))
  const added = source
    .replace(
      '    - id: kohdista\n',
      '    - id: uusi\n      provider: Uusi Oy\n      country: FI\n      saidIn: S7.21\n      category: ad-targeting\n      purposes: [marketing]\n      use: {fi: näyttää mainoksia, sv: visar annonser, en: shows ads}\n      cookies:\n        - {name: uu, duration: {fi: "1 päivä", sv: "1 dag", en: "1 day"}, party: third}\n      thirdPartyAccess: true\n      role: controller\n    - id: kohdista\n',
    )
    .replace(
      'category: analytics\n      purposes: [analytics]\n      use: {fi: laskee käynnit',
      'category: analytics\n      purposes: [analytics, marketing]\n      use: {fi: laskee käynnit',
    )
  await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at: register.now(), under: '1' }, added)
  const after = askedServices(inForce())
  assert.deepEqual(
    after.filter(({ id, scope }) => before.get(id) !== scope).map(({ id }) => id),
    ['mittari', 'uusi'],
    'a new purpose is a new question too',
  )
  assert.match((await app.inject('/consent.js')).body, /"uusi\./)
  const [newest] = (await as('maija')('GET', '/cookies')).json().versions
  assert.deepEqual([newest.version, newest.added], [2, ['Mittari Oy', 'Uusi Oy']])
  assert.match(
    (await app.inject({ url: '/fi/versions/1/cookies/', headers: { host } })).body,
    /Tämä luettelo kuuluu selosteen versioon 1/,
  )
})
