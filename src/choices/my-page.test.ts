import assert from 'node:assert/strict'
import test from 'node:test'
import { perform } from '#ledger'
import { prepareJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { addressKey, choicesKeyIn, myPageToken, requestConsent } from './index.ts'
import { completeSuppressions, endOverdueChoices } from './keep-choices.ts'
import { consentToken } from './links.ts'
import { sendConsentLink, sendOwnPageLink } from './send-links.ts'

const { as, ask, register } = await anApp()
await prepareJobs(
  register.db.url,
  withLogin(register.db.url, register.db.loginOf('worker'), register.db.secretOf('worker')),
)
const sales = as('saku')
const owner = register.db.owner()
const key = choicesKeyIn(register)
const hour = 3_600_000

async function person(name: string, email: string) {
  const values = { 'person.name': name, 'person.email': email, 'person.phone': '040 123 4567' }
  return (await sales('POST', '/people', { values, source: 'order' })).json().id as string
}

const linkOf = (id: string, email: string, until = new Date(register.now().getTime() + hour)) =>
  `/my/${myPageToken(key, id, until, addressKey(key, 'email', email))}`
const post = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
})

test('one’s own page shows what is held, from where, what for, until when, and who looked: the duty, never the name', async () => {
  const id = await person('Maria Lahti', 'maria@lahti.example')
  await sales('GET', `/people/${id}`)
  const page = (await ask('GET', linkOf(id, 'maria@lahti.example'))).body
  for (const said of [
    'Maria Lahti',
    'maria@lahti.example',
    '+358401234567',
    'order, 2 Mar 2026',
    'Sales',
    '6 months',
    'Managing and developing',
  ])
    assert.ok(page.includes(said), said)
  assert.equal(/Saku|Koskela|<script/.test(page), false)
  assert.deepEqual((await register.looks()).at(-1), {
    ...{ by: 'data-subject', duty: 'rights', purpose: 'own-page', people: [id] },
    fields: ['person.email', 'person.name', 'sys.audit', 'sys.consent'],
  })
})

test('one press stops all marketing, in every channel, with every address', async () => {
  const id = await person('Aylin Demir', 'aylin@demir.example')
  const link = linkOf(id, 'aylin@demir.example')
  const answer = await ask('POST', link, post({ deed: 'stop' }))
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '?language=en&done=choice'])
  assert.match((await ask('GET', `${link}?done=choice`)).body, /All marketing to you is stopped/)
  assert.deepEqual((await register.ledger()).slice(-2), [
    'objection.recorded by data-subject',
    'address.suppressed by data-subject',
  ])
  const said = (await sales('GET', `/people/${id}/choices`)).json()
  assert.deepEqual([said.objectedToAll, said.standings[1].via], [true, 'my-page'])
})

test('C5: a consent on one’s own page opens that one channel, and nothing else', async () => {
  const id = await person('Jonas Berg', 'jonas@berg.example')
  const link = linkOf(id, 'jonas@berg.example')
  await ask('POST', link, post({ deed: 'stop' }))
  assert.equal((await ask('POST', link, post({ deed: 'consent', channel: 'email' }))).statusCode, 303)
  const { standings } = (await sales('GET', `/people/${id}/choices`)).json()
  assert.deepEqual(standings.map((one: { channel: string; state: string }) => [one.channel, one.state]).slice(0, 2), [
    ['email', 'consented'],
    ['post', 'objected'],
  ])
  const listed = await owner
    .selectFrom('register.suppression')
    .select('scope')
    .where('digest', '=', addressKey(key, 'email', 'jonas@berg.example'))
    .execute()
  assert.deepEqual(listed, [])
  assert.equal((await ask('POST', link, post({ deed: 'withdraw', channel: 'email' }))).statusCode, 303)
  assert.equal((await sales('GET', `/people/${id}/choices`)).json().standings[0].state, 'objected')
})

test('a request from one’s own page is received with its due date; half a request changes nothing', async () => {
  const id = await person('Piotr Nowak', 'piotr@nowak.example')
  const link = linkOf(id, 'piotr@nowak.example')
  const answer = await ask('POST', link, post({ deed: 'request', kind: 'erasure', text: 'Poistakaa.' }))
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '?language=en&done=due-2026-04-02'])
  assert.match((await ask('GET', `${link}?done=due-2026-04-02`)).body, /We answer by 2 Apr 2026/)
  for (const fields of [
    { deed: 'request', kind: 'rectification', text: ' ' },
    { deed: 'request', kind: 'x' },
    { deed: 'y' },
    {},
  ])
    assert.equal((await ask('POST', link, post(fields as Record<string, string>))).statusCode, 422)
})

test('a link that is over, altered, or of a mailbox no longer theirs opens nothing', async () => {
  const id = await person('Ann Vik', 'ann@vik.example')
  const over = linkOf(id, 'ann@vik.example', new Date(register.now().getTime() - 1))
  assert.equal((await ask('GET', over)).statusCode, 410)
  assert.equal((await ask('POST', over, post({ deed: 'stop' }))).statusCode, 410)
  assert.equal((await ask('GET', linkOf(id, 'other@vik.example'))).statusCode, 410)
  const link = linkOf(id, 'ann@vik.example')
  const sealed = Buffer.from(link.slice(4), 'base64url')
  for (let at = 0; at < sealed.length; at += 3) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 4
    assert.equal((await ask('GET', `/my/${altered.toString('base64url')}`)).statusCode, 404)
  }
  assert.equal((await ask('GET', link)).statusCode, 200)
})

test('two people at one mailbox: the link shows nobody’s data, and still stops marketing', async () => {
  const one = await person('Lea Koski', 'perhe@koski.example')
  await person('Otto Koski', 'perhe@koski.example')
  const link = linkOf(one, 'perhe@koski.example')
  const page = (await ask('GET', link)).body
  assert.match(page, /Several people in our register share this e-mail address/)
  assert.equal(/Lea|Otto|\+358401234567/.test(page), false)
  assert.equal((await ask('POST', link, post({ deed: 'stop' }))).statusCode, 303)
})

test('the answer is the same whether the address is known or not, and a mailbox gets one link in ten minutes', async () => {
  const id = await person('Elsa Salo', 'elsa@salo.example')
  const known = await ask('POST', '/my', post({ email: 'Elsa@Salo.example' }))
  const unknown = await ask('POST', '/my', post({ email: 'nobody@salo.example' }))
  assert.deepEqual([known.statusCode, known.body], [200, unknown.body])
  assert.equal((await ask('POST', '/my', post({ email: 'elsa' }))).statusCode, 422)
  await ask('POST', '/my', post({ email: 'elsa@salo.example' }))
  const asked = async () => (await register.ledger()).filter((entry) => entry.startsWith('own-page.asked '))
  assert.equal((await soon(asked, 3)).length, 3)
  const waiting = await owner
    .selectFrom('register.own_page_link')
    .select('email_id')
    .where('person_id', '=', id)
    .execute()
  assert.equal(waiting.length, 1)

  const letters: { to: string; text: string; id: string }[] = []
  const mail = { send: async (letter: (typeof letters)[number]) => void letters.push(letter), close: () => undefined }
  const sending = { mail, publicUrl: 'https://register.valo.example' }
  await sendOwnPageLink(register, sending as never, waiting[0]?.email_id ?? '')
  await sendOwnPageLink(register, sending as never, waiting[0]?.email_id ?? '')
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['elsa@salo.example'],
  )
  const link = /https:\/\/register\.valo\.example(\/my\/[\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
  assert.match((await ask('GET', link)).body, /Elsa Salo/)
  assert.equal((await register.ledger()).at(-1), 'own-page.link-sent by messenger')
})

test('C3: a consent asked for by mail is given when the link is used, and forgotten after seven days', async () => {
  const id = await person('Bo Vik', 'bo@vik.example')
  const wish = { personId: id, purpose: 'direct-marketing', channel: 'email' as const, via: 'phone' as const }
  const wording = { text: 'Haluan uutiskirjeen.', language: 'fi' as const }
  const occasion = { by: 'x', duty: 'intake', purpose: 'direct-marketing', at: register.now(), under: '1' }
  const consentId =
    (await perform(register.db, occasion, (act) =>
      requestConsent(act as never, register.policy(), { ...wish, wording }),
    )) ?? ''
  const letters: { text: string }[] = []
  const mail = { send: async (letter: { text: string }) => void letters.push(letter), close: () => undefined }
  await sendConsentLink(register, { mail, publicUrl: 'https://register.valo.example' } as never, consentId)
  const link = /example(\/c\/[\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
  assert.match((await ask('GET', link)).body, /Haluan uutiskirjeen/)
  assert.equal((await sales('GET', `/people/${id}/choices`)).json().standings[0].state, 'requested')
  assert.equal((await ask('POST', link, post({ deed: 'confirm' }))).statusCode, 200)
  assert.equal((await sales('GET', `/people/${id}/choices`)).json().standings[0].state, 'consented')
  assert.equal((await ask('POST', link, post({ deed: 'confirm' }))).statusCode, 410)

  const other = await person('Ida Vik', 'ida@vik.example')
  const waiting =
    (await perform(register.db, occasion, (act) =>
      requestConsent(act as never, register.policy(), { ...wish, personId: other, wording }),
    )) ?? ''
  await register.setClock(new Date(register.now().getTime() + 8 * 24 * hour))
  await endOverdueChoices(register)
  assert.deepEqual((await register.ledger()).slice(-2), ['consent.forgotten by register', 'choices.kept by register'])
  const gone = `/c/${consentToken(key, waiting, addressKey(key, 'email', 'ida@vik.example'))}`
  assert.equal((await ask('GET', gone)).statusCode, 410)
  const left = await owner.selectFrom('register.consent_event').select('id').where('person_id', '=', other).execute()
  assert.deepEqual(left, [])
})

test('L-7.4: a consent two years old is denied, before and after the night that says so', async () => {
  await register.setClock(noon)
  const id = await person('Ivo Salo', 'ivo@salo.example')
  await ask('POST', linkOf(id, 'ivo@salo.example'), post({ deed: 'consent', channel: 'email' }))
  await register.setClock('2028-03-15T12:00:00+02:00')
  await endOverdueChoices(register)
  const held = await owner.selectFrom('register.consent').select('state').where('person_id', '=', id).executeTakeFirst()
  assert.equal(held?.state, 'expired')
})

test('an address that came after the objection is objected to within the hour', async () => {
  const id = await owner
    .selectFrom('register.objection')
    .select('person_id')
    .where('scope', '=', 'all')
    .executeTakeFirstOrThrow()
  const values = {
    person_id: id.person_id ?? '',
    address: 'later@demir.example',
    kind: 'private',
    is_primary: false,
    added_at: register.now(),
  }
  await owner
    .insertInto('register.person_email')
    .values({ id: crypto.randomUUID(), ...values } as never)
    .execute()
  assert.equal(await completeSuppressions(register, new Date(register.now().getTime() - hour)), 1)
  assert.equal(await completeSuppressions(register, new Date(register.now().getTime() - hour)), 0)
})

async function soon<T>(look: () => Promise<T[]>, count: number): Promise<T[]> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const found = await look()
    if (found.length >= count) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return []
}
