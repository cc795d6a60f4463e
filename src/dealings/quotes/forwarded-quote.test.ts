import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { addressKey, choicesKeyIn, myPageToken } from '#choices'
import { perform } from '#ledger'
import { prepareJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { tellRecipients } from '#recipients'
import type { Letter } from '#register'
import { anApp, origin } from '#test/app'
import { sendQueuedPapers } from '../papers/send-queued-papers.ts'

const letters: Letter[] = []
const mail = { send: async (letter: Letter) => void letters.push(letter) }
const { as, ask, register, ledger } = await anApp({}, { ports: { mail } })
await prepareJobs(
  register.db.url,
  withLogin(register.db.url, register.db.loginOf('worker'), register.db.secretOf('worker')),
)
const [sales, billing, privacy] = [as('saku'), as('bo'), as('ingrid')]
const owner = register.db.owner()
type Who = typeof sales
const made = async (path: string, body: object, who: Who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const form = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
})
const round = async () => {
  await sendQueuedPapers(register, { mail, publicUrl: origin })
  return letters.splice(0)
}
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 800_000, vatRate: 2550 }
const newcomer = 'kollega@harju.example'
const held = async (id: string) => (await sales('GET', `/people/${id}`)).json()
const standing = async (id: string, address: string) => {
  const { proven, answered } = (await held(id)).values['person.email'].find(
    (one: { address: string }) => one.address === address,
  )
  return { proven, answered }
}

const company = (await made('/companies', { values: { 'org.name': 'Harju Oy' }, source: 'contact' })).id as string
const aino = (
  await made('/people', {
    kind: 'representative',
    values: { 'person.name': 'Aino Harju', 'person.email': 'aino@harju.example' },
    source: 'contact',
    company,
  })
).id as string

/** The mailboxes that a link to one's own page goes to; the page asks for them behind the visitor's back. */
async function linksAsked() {
  for (let left = 50; ; left--) {
    const { rows } = await sql<{ address: string }>`select mail.address from register.own_page_link link
      join register.person_email mail on mail.id = link.email_id`.execute(owner)
    if (rows.length > 0 || left === 0) return rows
    await wait(50)
  }
}

/** Somebody who holds the link accepts the quote, gives this address and presses the button in its mail. */
async function acceptedAndAnswered(party: object, email: string) {
  const draft = await made('/quotes', { ...party, lines: [line], title: 'Työ' })
  const { link } = await made(`/quotes/${draft.id}/sending`, {})
  const said = { deed: 'accept', language: 'fi', name: 'Aino Harju', email, told: 'yes' }
  assert.equal((await ask('POST', `${new URL(link).pathname}?language=fi`, form(said))).statusCode, 200)
  const [letter] = await round()
  const proof = new URL(/https?:\/\/\S+\/e\/\S+/.exec(letter?.text ?? '')?.[0] ?? '')
  assert.equal((await ask('POST', proof.pathname + proof.search, form({ deed: 'confirm' }))).statusCode, 200)
  return (await sales('GET', `/quotes/${draft.id}`)).json().order as string
}

test('a colleague who accepts a forwarded quote and presses the button of its mail is not the contact person', async () => {
  const order = await acceptedAndAnswered({ company, contact: aino }, newcomer)
  assert.deepEqual(await standing(aino, newcomer), { proven: false, answered: true })

  await ask('POST', '/my', form({ email: newcomer }))
  await ask('POST', '/my', form({ email: 'aino@harju.example' }))
  assert.deepEqual(await linksAsked(), [{ address: 'aino@harju.example' }], 'only her own address opens her page')
  const { rows: finds } = await sql<{ found: number }>`select (select count(*)::int from seloste.mailboxes(${newcomer}))
    + (select count(*)::int from seloste.correspondents(array[${newcomer}])) as found`.execute(owner)
  assert.equal(finds[0]?.found, 0)

  const asked = await made(
    '/requests',
    {
      ...{ kind: 'access', via: 'mail', address: newcomer, receivedAt: '2026-03-02T10:00:00+02:00' },
      ...{ text: 'Mitä tietoja minusta on?', language: 'fi' },
    },
    privacy,
  )
  assert.notEqual(asked.identity, 'proven')
  assert.equal((await privacy('POST', `/requests/${asked.id}/grant`, {})).json().code, 'IDENTITY_OPEN')
  assert.equal(
    (await ledger()).some((event) => event.startsWith('package.')),
    false,
  )

  const orders = (await sales('GET', `/orders/${order}/paper`)).json().recipients
  assert.equal(orders.find(({ to }: { to: string }) => to === 'contact').address, newcomer, 'the order goes there')
})

test('what a contact person has still to be told is not told by a page that somebody else may have read (Art. 13, 14)', async () => {
  const { notices } = await held(aino)
  assert.ok(notices.length > 1)
  assert.deepEqual([...new Set(notices.map(({ state }: { state: string }) => state))], ['queued'])
})

test('an address that only answers blanks nobody’s own page and names nobody to recipients', async () => {
  const olli = (
    await made('/people', {
      values: { 'person.name': 'Olli Oma', 'person.email': newcomer },
      source: 'contact',
    })
  ).id as string
  const key = choicesKeyIn(register)
  const until = new Date(register.now().getTime() + 3_600_000)
  const token = myPageToken(key, olli, until, addressKey(key, 'email', newcomer))
  assert.match((await ask('GET', `/my/${token}`)).body, /Olli Oma/)

  const eeva = (await made('/people', { values: { 'person.name': 'Eeva Vain' }, source: 'quote-request' })).id as string
  await sql`insert into register.person_email (person_id, address, kind, is_primary, is_proven, has_answered, added_at)
    values (${eeva}, 'vain@vastannut.example', 'private', true, false, true, now())`.execute(owner)
  await sql`insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, way, statement_version)
    values (uuidv7(), now(), 'saku', 'processor', 'brightpost', array[${eeva}::uuid], '{person.name}', 'customer-communication',
      'eu-gdpr:A6-1-b', 'sent', 1)`.execute(owner)
  const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
  await perform(register.db, occasion, (act) => tellRecipients(act as never, eeva, 'erasure'))
  const { rows } = await sql`select about from register.recipient_notice where person_id = ${eeva}`.execute(owner)
  assert.deepEqual(rows, [{ about: 'Eeva Vain' }])
})

test('an address that has answered gets the papers that follow of its order, without notices, and no others', async () => {
  const eero = (await made('/people', { values: { 'person.name': 'Eero Salo' }, source: 'quote-request' })).id as string
  const order = await acceptedAndAnswered({ person: eero }, 'eero@salo.example')
  await sql`update register.notice set state = 'queued' where person_id = ${eero}`.execute(owner)
  const bill = await made('/invoices/drafts', { person: eero, lines: [line] }, billing)
  await made(`/invoices/${bill.id}/issue`, {}, billing)
  assert.deepEqual((await billing('GET', `/invoices/${bill.id}/paper`)).json().recipients, [], 'of another deal')
  await sql`alter table register.invoice disable trigger user`.execute(owner)
  await sql`update register.invoice set order_id = ${order} where id = ${bill.id}`.execute(owner)
  await sql`alter table register.invoice enable trigger user`.execute(owner)
  await made(`/invoices/${bill.id}/paper/sending`, {}, billing)
  const [letter] = [...letters.splice(0), ...(await round())]
  assert.equal(letter?.to, 'eero@salo.example')
  assert.doesNotMatch(letter?.text ?? '', /henkilötietojesi|rekisterissä|\/e\//, 'neither a notice nor a link')
  const notice = await sales('POST', `/people/${eero}/notice-deliveries`, { way: 'mail', language: 'fi' })
  assert.equal(notice.json().code, 'EMAIL_NOT_CONFIRMED')
})
