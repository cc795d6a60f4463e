import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import type { Letter } from '#register'
import { anApp, origin } from '#test/app'
import { sendQueuedPapers } from '../papers/send-queued-papers.ts'

const letters: Letter[] = []
const mail = { send: async (letter: Letter) => void letters.push(letter) }
const { as, ask, register, ledger } = await anApp({}, { ports: { mail } })
const sales = as('saku')
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 800_000, vatRate: 2550 }
const aPerson = async (name: string, more: object = {}) =>
  (await made('/people', { values: { 'person.name': name, ...more }, source: 'quote-request' })).id as string
const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } }
/** Somebody accepts a quote on its page and gives this address. */
const accepted = async (person: string, email: string) => {
  const draft = await made('/quotes', { person, lines: [line], title: 'Työ' })
  const { link } = await made(`/quotes/${draft.id}/sending`, {})
  const payload = new URLSearchParams({ deed: 'accept', language: 'fi', name: 'Aino Harju', email, told: 'yes' })
  const done = await ask('POST', `${new URL(link).pathname}?language=fi`, { payload: payload.toString(), ...form })
  assert.equal(done.statusCode, 200, done.body)
  return (await sales('GET', `/quotes/${draft.id}`)).json().order as string
}
const round = async () => {
  await sendQueuedPapers(register, { mail, publicUrl: origin })
  return letters.splice(0)
}
const linkIn = ({ text }: Letter) => {
  const found = /https?:\/\/\S+\/e\/\S+/.exec(text)?.[0]
  assert.ok(found, text)
  return new URL(found)
}
const press = (link: URL, deed = 'confirm') =>
  ask('POST', link.pathname + link.search, { payload: new URLSearchParams({ deed }).toString(), ...form })
const card = async (id: string) => (await sales('GET', `/people/${id}`)).json()
const isProven = async (id: string) => (await card(id)).values['person.email'][0].proven
const hasAnswered = async (id: string) => (await card(id)).values['person.email'][0].answered
const later = (hours: number) => register.setClock(new Date(Date.parse('2026-03-02T10:00:00Z') + hours * 3_600_000))

test('the confirmation carries a link whose button answers from the address; opening it says nothing, and it works once', async () => {
  const aino = await aPerson('Aino Harju')
  await accepted(aino, 'aino@harju.example')
  const [letter] = await round()
  assert.equal(letter?.to, 'aino@harju.example')
  const link = linkIn(letter as Letter)
  assert.doesNotMatch(link.href, /aino|harju|@/i)
  const { rows } = await sql<{ digest: Buffer }>`select proof_digest as digest from register.person_email
    where person_id = ${aino}`.execute(owner)
  const token = link.pathname.split('/').at(-1) ?? ''
  assert.equal(rows[0]?.digest.includes(Buffer.from(token, 'base64url')), false, 'the secret itself is not kept')

  const opened = await ask('GET', link.pathname + link.search)
  assert.equal(opened.statusCode, 200)
  assert.match(opened.body, /Vahvista sähköpostiosoitteesi/)
  assert.doesNotMatch(opened.body, /<script|aino@|Harju/i)
  assert.equal(opened.headers['set-cookie'], undefined)
  assert.equal(opened.headers['cache-control'], 'no-store')
  for (const [language, words] of [
    ['sv', /Bekräfta din e-postadress/],
    ['en', /Confirm your e-mail address/],
  ] as const)
    assert.match((await ask('GET', `${link.pathname}?language=${language}`)).body, words)
  assert.equal((await press(link, '')).statusCode, 410, 'only the button')
  assert.equal(await hasAnswered(aino), false, 'a scanner that opens it says nothing')

  const before = (await ledger()).length
  const pressed = await press(link)
  assert.deepEqual([pressed.statusCode, await hasAnswered(aino), await isProven(aino)], [200, true, false])
  assert.match(pressed.body, /osoite toimii/)
  assert.deepEqual((await ledger()).slice(before), ['email.answered by customer'])
  assert.equal((await press(link)).statusCode, 410)
  assert.equal((await ask('GET', link.pathname)).statusCode, 410)
  assert.equal((await ask('GET', '/e/keksitty')).statusCode, 410)
})

test('a link is over after two weeks, and while the person is restricted (Art. 18)', async () => {
  const aino = await aPerson('Aino Myöhä')
  await accepted(aino, 'aino@myoha.example')
  const link = linkIn((await round())[0] as Letter)
  await sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${aino}, 'accuracy', now(), 'test', '2026-09-02')`.execute(
    owner,
  )
  assert.equal((await press(link)).statusCode, 410)
  await sql`delete from register.restriction where person_id = ${aino}`.execute(owner)
  await later(14 * 24 + 1)
  assert.equal((await press(link)).statusCode, 410)
  await later(14 * 24 - 1)
  assert.equal((await press(link)).statusCode, 200)
  await later(0)
})

test('nothing but the confirmation goes to an address that nobody has proven', async () => {
  const eero = await aPerson('Eero Salo')
  await sql`update register.notice set article = '14' where person_id = ${eero}`.execute(owner)
  const order = await accepted(eero, 'eero@salo.example')
  const [confirmation] = await round()
  assert.doesNotMatch(confirmation?.text ?? '', /henkilötietojesi|rekisterissä/, 'no notice rides in it')
  const { notices, values } = await card(eero)
  assert.ok(notices.some(({ article, state }: Record<string, string>) => article === '14' && state === 'queued'))

  const notice = await sales('POST', `/people/${eero}/notice-deliveries`, { way: 'mail', language: 'fi' })
  assert.deepEqual([notice.statusCode, notice.json().code], [409, 'EMAIL_NOT_CONFIRMED'])
  const draft = await made('/invoices/drafts', { person: eero, lines: [line] }, as('bo'))
  await made(`/invoices/${draft.id}/issue`, {}, as('bo'))
  const bill = await as('bo')('POST', `/invoices/${draft.id}/paper/sending`, {})
  assert.deepEqual([bill.statusCode, bill.json().code], [409, 'NO_EMAIL_ADDRESS'])
  assert.deepEqual((await sales('GET', `/orders/${order}/paper`)).json().recipients[0].address, 'eero@salo.example')

  const [held] = values['person.email']
  await made(`/people/${eero}/emails/${held.id}/confirmation`, {})
  assert.equal((await as('bo')('POST', `/invoices/${draft.id}/paper/sending`, {})).json().state, 'sent')
  assert.equal(letters.splice(0)[0]?.to, 'eero@salo.example')
})

test('the confirmation goes where it was asked to go, also where the person has a proven address, and to one typed again', async () => {
  const kaino = await aPerson('Kaino Kaksi', { 'person.email': 'kaino@kaksi.example' })
  await accepted(kaino, 'toinen@kaksi.example')
  assert.equal((await round())[0]?.to, 'toinen@kaksi.example')
  await accepted(kaino, 'toinen@kaksi.example')
  const [again] = await round()
  assert.equal(again?.to, 'toinen@kaksi.example')
  assert.equal((await press(linkIn(again as Letter))).statusCode, 200)
})

test('staff confirm an address by one press, and saving the card does not', async () => {
  const aino = await aPerson('Aino Toinen')
  await accepted(aino, 'joku.muu@toinen.example')
  await round()
  const found = async () => {
    const { rows } = await sql<{ boxes: number; box: string | null }>`
      select (select count(*)::int from seloste.mailboxes('joku.muu@toinen.example')) as boxes, seloste.mailbox_of(${aino}::uuid) as box`.execute(
      owner,
    )
    return [rows[0]?.boxes, rows[0]?.box !== null]
  }
  const { revision, values } = await card(aino)
  const saved = await sales('PATCH', `/people/${aino}`, {
    payload: {
      values: { 'person.email': [{ address: 'joku.muu@toinen.example', kind: 'private', primary: true }] },
      source: 'contact',
    },
    headers: { 'if-match': String(revision) },
  })
  assert.equal(saved.statusCode, 200, saved.body)
  assert.deepEqual([...(await found()), await isProven(aino)], [0, false, false])
  const path = `/people/${aino}/emails/${values['person.email'][0].id}/confirmation`
  assert.equal((await as('maija')('POST', path, {})).statusCode, 403, 'a duty that does not write addresses')
  const before = (await ledger()).length
  await made(path, {})
  assert.deepEqual([...(await found()), await isProven(aino)], [1, true, true])
  assert.deepEqual((await ledger()).slice(before), ['email.proven by saku'])
  const { rows } =
    await sql`select from register.person_email where person_id = ${aino} and proof_digest is not null`.execute(owner)
  assert.equal(rows.length, 0, 'its link opens nothing any more')
  assert.equal((await sales('POST', `/people/${aino}/emails/${aino}/confirmation`, {})).statusCode, 404)
})

test('the notice on the page tells of the address given there, and closes nothing that waited before (Art. 13, 14)', async () => {
  const id = await aPerson('Ilmari Ilmoitus')
  await sql`insert into register.notice (person_id, article, state, source, obtained_at, target_on, due_on, statement_version)
    values (${id}, '14', 'queued', 'prh', now(), '2026-04-02', '2026-04-02', 1), (${id}, 'change', 'queued', 'contact', now(), null, null, 1)`.execute(
    owner,
  )
  const states = async () =>
    ((await card(id)).notices as { article: string; source: string; state: string }[])
      .map(({ article, source, state }) => `${article} ${source} ${state}`)
      .sort()
  assert.deepEqual(await states(), ['13 quote-request queued', '14 prh queued', 'change contact queued'])
  await accepted(id, 'ilmari@ilmoitus.example')
  assert.deepEqual(await states(), [
    '13 order delivered',
    '13 quote-request queued',
    '14 prh queued',
    'change contact queued',
  ])
})
