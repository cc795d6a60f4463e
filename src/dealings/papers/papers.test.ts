import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look, perform } from '#ledger'
import { anApp } from '#test/app'
import { noon } from '../../../test/register.ts'
import { papersHeld } from './papers-held.ts'
import { picturesOf } from './pictures.fixture.ts'

interface Letter {
  to: string
  subject: string
  text: string
  id?: string
  regarding?: string
  attachments?: { name: string; content: Buffer }[]
}
const letters: Letter[] = []
let broken = false
const mail = {
  send: async (letter: Letter) => {
    if (broken) throw new Error('the server is down')
    letters.push(letter)
  },
}
const { as, ask, register, ledger, ids } = await anApp({}, { ports: { mail } })
const [sales, service, billing, marketing] = [as('saku'), as('helmi'), as('bo'), as('maija')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}

const company = await made('/companies', {
  values: {
    'org.name': 'Kivelän Puu Oy',
    'org.businessId': '0000025-4',
    'org.addresses': [{ kind: 'billing', street: 'Sahatie', houseNumber: '4', postcode: '33100', city: 'Tampere' }],
    'org.email': 'toimisto@kivela.example',
  },
  source: 'quote-request',
})
const contact = await made('/people', {
  values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@kivela.example' },
  company: company.id,
  source: 'quote-request',
})
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }
const quote = await made('/quotes', { company: company.id, contact: contact.id, title: 'Lämpöpumput', lines: [line] })
const account = { iban: 'FI58 1017 1000 0001 22', bic: 'NDEAFIHH' }
const setUp = await billing('PUT', '/invoicing', {
  ...{ accounts: [account], vatNumber: 'FI00000174', eAddress: '003700000174', eOperator: '003721291126' },
})
assert.ok(setUp.statusCode < 300, setUp.body)
const invoice = async () => {
  const draft = await made('/invoices/drafts', { company: company.id, contact: contact.id, lines: [line] }, billing)
  await made(`/invoices/${draft.id}/issue`, {}, billing)
  return draft.id as string
}

test('a quote is on paper for its customer, first as a draft, then as it was sent; who was on it is in the access log', async () => {
  const looks = (await register.looks()).length
  const draft = await sales('GET', `/quotes/${quote.id}/paper.pdf`)
  assert.equal(draft.statusCode, 200, draft.body)
  assert.equal(draft.headers['content-disposition'], 'inline; filename="quote-draft.pdf"')
  assert.equal((await picturesOf(draft.rawPayload, 0.2)).length, 1)
  assert.deepEqual((await register.looks()).slice(looks), [
    {
      ...{ by: ids.saku, duty: 'sales', purpose: 'customer-relationship', people: [contact.id] },
      fields: ['com.quotes', 'person.name'],
    },
  ])
  const refused = await sales('POST', `/quotes/${quote.id}/paper/sending`, {})
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'PAPER_IS_DRAFT'])

  const { number, link } = await made(`/quotes/${quote.id}/sending`, {})
  const sent = await sales('GET', `/quotes/${quote.id}/paper.pdf`)
  assert.equal(sent.headers['content-disposition'], `inline; filename="quote-${number}.pdf"`)
  const page = new URL(link).pathname
  const own = await ask('GET', `${page}?pdf=1`)
  assert.equal(own.headers['content-type'], 'application/pdf', own.body.slice(0, 200))
  assert.equal((await marketing('GET', `/quotes/${quote.id}/paper.pdf`)).statusCode, 403)
})

test('a quote that was withdrawn gives its customer no paper either', async () => {
  const other = await made('/quotes', { company: company.id, title: 'Lämpöpumppu', lines: [line] })
  const { link } = await made(`/quotes/${other.id}/sending`, {})
  await made(`/quotes/${other.id}/withdrawal`, {})
  const own = await ask('GET', `${new URL(link).pathname}?pdf=1`)
  assert.deepEqual([own.statusCode, String(own.headers['content-type']).split(';')[0]], [410, 'text/html'])
})

test('one press mails a paper: the PDF, how to answer, and the notice that waited; it is on the timeline and in the ledger', async () => {
  await made(`/people/${contact.id}/notice-deliveries`, { way: 'in-next-mail', language: 'fi' })
  const before = (await ledger()).length
  const desk = (await sales('GET', `/quotes/${quote.id}/paper`)).json()
  assert.deepEqual(
    desk.recipients.map(({ to, address }: Record<string, string>) => [to, address]),
    [
      ['contact', 'maija@kivela.example'],
      ['company', 'toimisto@kivela.example'],
    ],
  )
  const answer = await sales('POST', `/quotes/${quote.id}/paper/sending`, { message: 'Kuten puhuttiin.' })
  const { id, ...said } = answer.json()
  assert.deepEqual(said, { to: 'contact', state: 'sent', fault: null, rode: true })
  const [letter] = letters.splice(0)
  assert.deepEqual([letter?.to, letter?.id], ['maija@kivela.example', `paper-${id}`])
  assert.match(letter?.subject ?? '', /^Tarjous T\d+, Valo Energia Oy$/)
  assert.match(letter?.text ?? '', /Kuten puhuttiin\.[\s\S]*Ystävällisin terveisin[\s\S]*—[\s\S]*tietosuoja/i)
  assert.match(letter?.text ?? '', /vastata siihen täällä: http.*\/q\//)
  assert.match(letter?.attachments?.[0]?.name ?? '', /^quote-T\d+\.pdf$/)
  assert.equal(letter?.attachments?.[0]?.content.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual((await ledger()).slice(before), [
    'paper.queued by saku',
    'paper.sent by saku',
    'notice.given by messenger',
  ])
  const timeline = (await sales('GET', `/companies/${company.id}/timeline`)).json()
  assert.match(JSON.stringify(timeline), /"part":"paper-sent"/)
  const { sent } = (await sales('GET', `/quotes/${quote.id}/paper`)).json()
  assert.deepEqual([sent[0].byName, sent[0].toName], ['Saku Koskela', 'Maija Mäki'])
})

test('an order and what is delivered of it are on paper, with what is still to come', async () => {
  const order = await made('/orders', { company: company.id, contact: contact.id, lines: [line] })
  const confirmation = await sales('GET', `/orders/${order.id}/paper.pdf`)
  assert.equal(confirmation.headers['content-disposition'], `inline; filename="order-confirmation-${order.number}.pdf"`)
  const delivery = await made(
    `/orders/${order.id}/deliveries`,
    { plannedOn: '2026-03-05', lines: [{ line: order.lines?.[0]?.id ?? 'a', quantity: 1000 }] },
    service,
  )
  const note = await service('GET', `/deliveries/${delivery.id}/paper.pdf`)
  assert.equal(note.statusCode, 200, note.body)
  assert.equal((await picturesOf(note.rawPayload, 0.2)).length, 1)
})

test('an invoice that is not issued is on paper as a draft, without anything to pay by', async () => {
  const draft = await made('/invoices/drafts', { company: company.id, lines: [line] }, billing)
  const paper = await billing('GET', `/invoices/${draft.id}/paper.pdf`)
  assert.equal(paper.headers['content-disposition'], 'inline; filename="invoice-draft.pdf"', paper.body.slice(0, 200))
  assert.ok(!paper.rawPayload.toString('latin1').includes('/S /Figure'))
  assert.equal((await billing('GET', `/invoices/${draft.id}/finvoice.xml`)).json().code, 'PAPER_IS_DRAFT')
})

test('a letter that does not go repeats no address, and what cannot go is not queued', async () => {
  const id = await invoice()
  broken = true
  const failed = await billing('POST', `/invoices/${id}/paper/sending`, { to: 'company' })
  broken = false
  assert.deepEqual([failed.statusCode, failed.json().state], [200, 'unsure'])
  assert.ok(!failed.body.includes('kivela'))
  const before = (await ledger()).length
  const nobody = await billing('POST', `/invoices/${id}/paper/sending`, { to: 'person' })
  assert.equal(nobody.json().code, 'NO_EMAIL_ADDRESS')
  const id2 = await billing('POST', `/invoices/${id}/paper/sending`, { message: 'Hetu 131052-308T' })
  assert.equal(id2.json().code, 'PERSONAL_IDENTITY_CODE')
  assert.deepEqual((await ledger()).slice(before), [])
})

test('an invoice is a paper to pay by, and an e-invoice once both sides have an address', async () => {
  const id = await invoice()
  const paper = await billing('GET', `/invoices/${id}/paper.pdf`)
  assert.equal(paper.statusCode, 200, paper.body)
  assert.ok(paper.rawPayload.toString('latin1').includes('/S /Figure'), 'the bar code is on it')
  const missing = await billing('GET', `/invoices/${id}/finvoice.xml`)
  assert.deepEqual([missing.statusCode, missing.json().code], [409, 'E_ADDRESS_MISSING'])
  const set = await billing('PUT', `/companies/${company.id}/e-invoice-address`, {
    eAddress: '003700000254',
    eOperator: '003721291126',
  })
  assert.ok(set.statusCode < 300, set.body)
  const message = await billing('GET', `/invoices/${id}/finvoice.xml`)
  assert.equal(message.statusCode, 200, message.body)
  assert.match(message.body, /<ToIdentifier>003700000254</)
  assert.match(message.body, /<BuyerTownName>Tampere</)
  assert.match(message.body, /<InvoiceTotalVatIncludedAmount [^>]*>3098,60</)
  assert.equal((await service('GET', `/invoices/${id}/paper.pdf`)).statusCode, 403)
})

test('papers have a logo and words of their own, which billing sets and nobody breaks', async () => {
  const before = (await ledger()).length
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#175a55"/></svg>'
  const logo = Buffer.from(svg).toString('base64')
  const words = { quote: { fi: 'Hinnat ovat voimassa kuukauden.' }, foot: { fi: 'Kotipaikka Helsinki' } }
  const first = await billing('PUT', '/paper-settings', { words, logo, revision: 0 })
  assert.equal(first.statusCode, 200, first.body)
  const cases = [
    [{ logo: Buffer.from('<svg onload="x"/>').toString('base64') }, 'LOGO_NOT_VALID'],
    [{ words, revision: 0 }, 'EDITED_MEANWHILE'],
    [{ words: { quote: { fi: 'x'.repeat(2001) } } }, 'TEXT_TOO_LONG'],
    [{ words: { quote: { de: 'Preise' } } }, 'VALUE_NOT_VALID'],
    [{ words: { quote: { fi: 'Hetu 131052-308T' } } }, 'PERSONAL_IDENTITY_CODE'],
  ] as const
  for (const [wrong, code] of cases)
    assert.equal((await billing('PUT', '/paper-settings', wrong)).json().code, code, JSON.stringify(wrong).slice(0, 80))
  assert.equal((await sales('PUT', '/paper-settings', { words })).json().code, 'FIELD_NOT_OF_DUTY')
  const held = (await sales('GET', '/paper-settings')).json()
  assert.deepEqual([held.words, held.logo, held.revision, held.mayChange], [words, 'image/svg+xml', 1, false])
  assert.equal((await sales('GET', '/paper-settings/logo')).body, svg)
  for (const kind of ['quote', 'order-confirmation', 'delivery-note', 'invoice', 'credit-note', 'reminder'])
    assert.equal((await sales('GET', `/paper-settings/sample.pdf?kind=${kind}&language=sv`)).statusCode, 200)
  assert.deepEqual((await ledger()).slice(before), ['papers.set by bo'])
})

test('a reminder asks for what is open, with its interest and fee', async () => {
  const id = await invoice()
  const at = '2026-04-20T09:00:00Z'
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(register.db.owner())
  const due = (await billing('GET', '/invoices/reminders')).json()
  const sent = await billing('POST', '/invoices/reminders', { invoices: [id] })
  assert.ok(sent.statusCode < 300, `${sent.body} ${JSON.stringify(due).slice(0, 300)}`)
  const { rows } = await sql<{ id: string }>`select id from register.reminder where invoice_id = ${id}`.execute(
    register.db.owner(),
  )
  const paper = await billing('GET', `/reminders/${rows[0]?.id}/paper.pdf`)
  assert.equal(paper.statusCode, 200, paper.body)
})

test('that a paper went to somebody is disclosed, merged and erased; the company’s own sendings stay without them', async () => {
  const db = register.db as never
  const machine = (duty: string) => ({ by: 'register', duty, purpose: 'rights', at: noon, under: '1' })
  const [rights, matching] = [machine('rights'), machine('matching')]
  const known = await look(db, rights, async (view) => {
    view.saw([contact.id], [])
    return papersHeld.disclose(view as never, contact.id)
  })
  assert.deepEqual(Object.keys(known[0]?.rows[0] ?? {}), 'id paper number language message state entered_at'.split(' '))
  const other = await made('/people', { values: { 'person.name': 'Toinen Mäki' }, source: 'quote-request' })
  const recorded = { what: 'person.created', about: contact.id }
  await perform(db, matching, async (act) => {
    await papersHeld.merge(act as never, contact.id, other.id)
    await act.record(recorded)
  })
  await perform(db, rights, async (act) => {
    const now = { statement: register.current()?.statement as never, today: '2026-03-02' }
    const fates = await papersHeld.plan(act as never, other.id, now)
    assert.deepEqual(fates, [])
    await papersHeld.erase(act as never, other.id, fates)
    await act.record(recorded)
  })
  const { rows } =
    await sql`select sent_to, organisation_id is not null as company from register.paper_sent where recipient = 'contact'`.execute(
      register.db.owner(),
    )
  assert.deepEqual(rows, [{ sent_to: null, company: true }])
})
