import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#platform/language'
import { anApp } from '#test/app'
import { aSite } from '#test/site'

const site = await aSite({ staff: 'none' })
const { register } = site
const person = {
  'person.name': 'Kaisa Mäkelä',
  'person.email': 'kaisa.makela@koivuranta.example',
  message: 'Hei! Voisitteko soittaa?',
}

test('the form has exactly the declared fields and a message, the phone is optional, and nothing can be ticked', async () => {
  for (const language of languages) {
    const { markup, answer } = await opened(language)
    assert.deepEqual(namesIn(markup), [
      'person.name',
      'person.email',
      'person.phone',
      'message',
      'website',
      'begun',
      'language',
    ])
    assert.equal(/type="(checkbox|radio)"|<select/.test(markup), false)
    assert.match(inputOf(markup, 'person.name'), / required/)
    assert.match(inputOf(markup, 'person.email'), / required/)
    assert.doesNotMatch(inputOf(markup, 'person.phone'), / required/)
    assert.match(markup, new RegExp(`<html lang="${language}">`))
    assert.match(markup, /href="\.\.\/versions\/1\/"/, 'the notice links to the version that is shown')
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  }
})

test('what is sent becomes an enquiry under the version shown, and a receipt goes out in the language of the form', async () => {
  const { status, text } = await sent(person, 'sv')
  assert.equal(status, 200)
  assert.match(text, /Tack, ditt meddelande har kommit fram/)

  const receipt = await site.mailTo(person['person.email'])
  assert.equal(receipt.subject, 'Vi har fått ditt meddelande')
  assert.ok(receipt.text.includes(`${site.url}/sv/versions/1/`))
  assert.equal(receipt.from, 'info@valo.example')
  await ledgerReaches([
    'person.created by visitor',
    'enquiry.received by visitor',
    'notice.given by visitor',
    'receipt.sent by messenger',
  ])
  assert.deepEqual(
    (await register.looks()).map(({ by, duty, purpose, fields }) => `${by} ${duty} ${purpose} ${fields}`),
    ['messenger messenger customer-communication person.email'],
  )
  const enquiry = await register.db
    .owner()
    .selectFrom('register.enquiry')
    .select(['state', 'channel', 'language', 'statement_version as version', 'message', 'source'])
    .executeTakeFirstOrThrow()
  assert.deepEqual(enquiry, {
    state: 'new',
    channel: 'web-form',
    language: 'sv',
    version: 1,
    message: person.message,
    source: 'web-form',
  })
})

test('a second message from the same address is another enquiry; the name and phone held before stay as they were', async () => {
  const before = await held()
  const { status } = await sent({
    ...person,
    'person.name': 'Joku Muu',
    'person.phone': '010 000 9999',
    message: 'Toinen viesti',
  })
  assert.equal(status, 200)
  const after = await held()
  assert.deepEqual(after.people, before.people)
  assert.deepEqual(after.phones, before.phones)
  assert.equal(after.enquiries, before.enquiries + 1)
  const ledger = await register.ledger()
  assert.equal(ledger.filter((line) => line === 'person.created by visitor').length, 1)
})

const refused: [what: string, fields: Record<string, string>, said: RegExp][] = [
  ['an undeclared field', { ...person, hetu: '010190-999W' }, /seloste ei mainitse/],
  ['a field of another form', { ...person, company: 'Koivuranta Oy' }, /seloste ei mainitse/],
  ['a filled trap', { ...person, website: 'https://spam.example' }, /näytti automaattiselta/],
  ['a forged time', { ...person, begun: '0.forged' }, /näytti automaattiselta/],
  ['no time at all', { ...person, begun: '' }, /näytti automaattiselta/],
  ['a missing name', { ...person, 'person.name': ' ' }, /Täytä tämä kohta/],
  ['an address that is none', { ...person, 'person.email': 'kaisa(at)koivuranta' }, /muodossa nimi@yritys/],
  ['a phone that is none', { ...person, 'person.phone': 'soita vaan' }, /puhelinnumero numeroina/],
  ['a personal identity code', { ...person, message: 'Tunnukseni on 010190-999W, kiitos.' }, /henkilötunnuksia/],
  ['a message without end', { ...person, message: 'a'.repeat(5001) }, /liian pitkä/],
]

for (const [what, fields, said] of refused) {
  test(`${what} is refused with a reason, what was typed stays, and nothing is stored`, async () => {
    const before = await everything()
    const { status, text } = await sent(fields)
    assert.equal(status, 422)
    assert.match(text, said)
    assert.match(text, /role="alert"/)
    assert.ok(text.includes('Kirjoittamasi on tallessa'))
    assert.equal(
      text.includes('Korjaa merkityt kohdat'),
      text.includes('class="fault"'),
      'nothing else is to be mended',
    )
    assert.ok(text.includes(escapedIn(fields.message ?? '')), 'the message typed is in the form again')
    assert.equal(text.includes('Koivuranta Oy'), false, 'an undeclared value is not repeated')
    assert.deepEqual(await everything(), before)
  })
}

test('markup in a field is shown as text', async () => {
  const typed = {
    ...person,
    'person.name': '"><script>alert(1)</script>',
    'person.email': 'x',
    message: '</textarea><img src=x onerror=alert(1)>',
  }
  const { text } = await sent(typed)
  assert.equal(/<script|<img/.test(text), false)
  assert.ok(text.includes('&quot;&gt;&lt;script&gt;'))
  assert.ok(text.includes('&lt;/textarea&gt;'))
})

test('ten megabytes and bytes that are no text are refused in the reader’s language; nothing is stored', async () => {
  const before = await everything()
  const big = await postRaw('fi', `message=${'a'.repeat(10_000_000)}`)
  assert.equal(big.status, 413)
  assert.match(await big.text(), /liian suuri/)
  for (const body of ['message=%FF%FE', 'message=%E4', 'message=%zz', Buffer.from([0x6d, 0x3d, 0xff])]) {
    const answer = await postRaw('fi', body)
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /UTF-8/)
  }
  const nothing = await postRaw('fi', '')
  assert.equal(nothing.status, 422)
  const foreign = await postRaw('fi', '<a/>', 'application/xml')
  assert.equal(foreign.status, 415)
  assert.deepEqual(await everything(), before)
})

test('a sign that no text has is left out of what is stored', async () => {
  assert.equal((await sent({ ...person, message: 'Nolla\u0000merkki' })).status, 200)
  const { message } = await register.db
    .owner()
    .selectFrom('register.enquiry')
    .select('message')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.equal(message, 'Nollamerkki')
})

test('from one address only so many forms a minute are taken', async () => {
  const { app } = await anApp({}, { postsAMinute: 3 }, { staff: false })
  const statuses: number[] = []
  for (let n = 0; n < 5; n += 1) {
    const answer = await app.inject({
      method: 'POST',
      url: '/fi/contact/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'message=',
    })
    statuses.push(answer.statusCode)
  }
  assert.deepEqual(statuses, [422, 422, 422, 429, 429])
})

async function opened(language: string) {
  const answer = await fetch(`${site.url}/${language}/contact/`)
  return { answer, markup: await answer.text() }
}

async function sent(fields: Record<string, string>, language = 'fi') {
  const { markup } = await opened(language)
  const begun = /name="begun" value="([^"]+)"/.exec(markup)?.[1] ?? ''
  await site.pass(60)
  return post(language, { begun, language, website: '', 'person.phone': '', ...fields })
}

async function post(language: string, fields: Record<string, string>) {
  const answer = await postRaw(language, new URLSearchParams(fields).toString())
  assert.equal(answer.headers.get('set-cookie'), null)
  return { status: answer.status, text: await answer.text() }
}

function postRaw(language: string, body: string | Buffer<ArrayBuffer>, type = 'application/x-www-form-urlencoded') {
  return fetch(`${site.url}/${language}/contact/`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'text/html', 'accept-language': language },
    body,
  })
}

async function held() {
  const db = register.db.owner()
  return {
    people: await db.selectFrom('register.person').select(['id', 'given_name', 'family_name', 'revision']).execute(),
    phones: await db.selectFrom('register.person_phone').select(['id', 'number']).execute(),
    enquiries: (await db.selectFrom('register.enquiry').select('id').execute()).length,
  }
}

async function everything() {
  return { ...(await held()), ledger: (await register.ledger()).filter((line) => line !== 'receipt.sent by messenger') }
}

/** The receipt goes out behind the answer: its line comes a moment later. */
async function ledgerReaches(lines: string[]) {
  let ledger: string[] = []
  for (const until = Date.now() + 8000; Date.now() < until && ledger.length < lines.length; )
    ledger = await register.ledger()
  assert.deepEqual(ledger, lines)
}

function namesIn(markup: string) {
  return [...markup.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
}

function inputOf(markup: string, name: string) {
  return new RegExp(`<input[^>]* name="${name.replace('.', '\\.')}"[^>]*>`).exec(markup)?.[0] ?? ''
}

function escapedIn(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
