import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { hashOfContent } from './quote-content.ts'

const { as, ask, register, ledger } = await anApp()
const [sales, service, billing, marketing] = [as('saku'), as('helmi'), as('bo'), as('maija')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
const contact = await made('/people', {
  values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@kivela.example' },
  company: company.id,
  source: 'quote-request',
})
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }
const work = { id: 'b', text: 'Asennus', unit: 'h', quantity: 8500, unitPrice: 650_000, vatRate: 2550, discount: 1000 }
const aQuote = (more: object = {}) =>
  made('/quotes', { company: company.id, contact: contact.id, title: 'Lämpöpumput', lines: [line, work], ...more })
const tokenOf = (link: string) => new URL(link).pathname
const page = (link: string, language = 'fi') => ask('GET', `${tokenOf(link)}?language=${language}`)
const press = (link: string, form: Record<string, string>) =>
  ask('POST', `${tokenOf(link)}?language=fi`, {
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

/** Moves the clock; those who were signed in stay so. */
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(register.db.owner())
}

test('a quote is a draft without a number until it is sent, and what was sent is frozen', async () => {
  const before = (await ledger()).length
  const draft = await aQuote()
  assert.deepEqual([draft.number, draft.state, draft.link], [null, 'draft', null])
  assert.deepEqual([draft.totals.net, draft.totals.vat, draft.totals.total], [296_625, 75_639, 372_264])
  const sent = await made(`/quotes/${draft.id}/sending`, {})
  assert.match(sent.number, /^T\d+$/)
  assert.deepEqual([sent.state, sent.version, sent.versions.length], ['sent', 1, 1])
  const [version] = sent.versions
  assert.equal(version.hash, hashOfContent(version.content))
  assert.equal(version.content.buyer.name, 'Kivelän Puu Oy')

  const late = await sales('PATCH', `/quotes/${draft.id}`, {
    payload: { title: 'Toinen' },
    headers: { 'if-match': String(sent.revision) },
  })
  assert.deepEqual([late.statusCode, late.json().code], [409, 'QUOTE_STATE'])
  const owner = register.db.owner()
  for (const change of [sql`content = '{}'`, sql`total_cents = 1`, sql`valid_until = '2030-01-01'`])
    await assert.rejects(sql`update register.quote_version set ${change}`.execute(owner), /DOCUMENT_IS_LOCKED/)
  await assert.rejects(sql`delete from register.quote_version`.execute(owner), /DOCUMENT_IS_LOCKED/)
  assert.deepEqual((await ledger()).slice(before), ['quote.drafted by saku', 'quote.sent by saku'])
})

test('a revision makes the next version, and the one before it can no longer be accepted', async () => {
  const first = await made(`/quotes/${(await aQuote()).id}/sending`, {})
  await made(`/quotes/${first.id}/revision`, {})
  const stands = await page(first.link)
  assert.equal(stands.statusCode, 200, 'the sent version stands while the next is written')
  const open = (await sales('GET', `/quotes/${first.id}`)).json()
  await sales('PATCH', `/quotes/${first.id}`, {
    payload: { lines: [line] },
    headers: { 'if-match': String(open.revision) },
  })
  const second = await made(`/quotes/${first.id}/sending`, {})
  assert.deepEqual(
    [second.number, second.version, second.versions.map(({ state }: { state: string }) => state)],
    [first.number, 2, ['sent', 'superseded']],
  )
  const old = await page(first.link)
  assert.equal(old.statusCode, 410)
  assert.match(old.body, /uudempi versio/)
  await press(first.link, { deed: 'accept', name: 'Maija Mäki' })
  assert.equal((await sales('GET', `/quotes/${first.id}`)).json().state, 'sent')
})

test('the customer accepts on the page with their name: an order, a customer, and the hash of what was accepted', async () => {
  const sent = await made(`/quotes/${(await aQuote({ paymentDays: 21 })).id}/sending`, {})
  const before = (await ledger()).length
  assert.doesNotMatch(sent.link, new RegExp(sent.id))
  const shown = await page(sent.link)
  assert.equal(shown.statusCode, 200)
  assert.match(shown.body, /Kivelän Puu Oy/)
  assert.doesNotMatch(shown.body, /<script|<style| style=|<img/)
  assert.deepEqual(shown.headers['set-cookie'], undefined)

  const nameless = await press(sent.link, { deed: 'accept', name: ' ' })
  assert.equal(nameless.statusCode, 422)
  assert.match(nameless.body, /Kirjoita nimesi/)
  assert.equal((await press(sent.link, { deed: 'accept', name: 'Maija 131052-308T' })).statusCode, 422)
  const done = await press(sent.link, { deed: 'accept', name: '  Maija   Mäki ' })
  assert.equal(done.statusCode, 200, done.body)
  assert.match(done.body, /Maija Mäki hyväksyi tarjouksen/)
  assert.match(done.body, new RegExp(sent.versions[0].hash))
  const again = await press(sent.link, { deed: 'accept', name: 'Joku Muu' })
  assert.match(again.body, /Maija Mäki hyväksyi/)

  const quote = (await sales('GET', `/quotes/${sent.id}`)).json()
  const [{ answeredName, answeredVia, state }] = quote.versions
  assert.deepEqual([quote.state, state, answeredName, answeredVia], ['accepted', 'accepted', 'Maija Mäki', 'page'])
  const order = (await sales('GET', `/orders/${quote.order}`)).json()
  assert.deepEqual(
    [order.state, order.totals.total, order.paymentDays, order.source, order.contactName],
    ['open', sent.totals.total, 21, 'order', 'Maija Mäki'],
  )
  const card = (await sales('GET', `/companies/${company.id}`)).json()
  assert.equal(card.relationships[0].state, 'customer')
  assert.deepEqual((await ledger()).slice(before), [
    'relationship.moved by customer',
    'order.placed by customer',
    'quote.accepted by customer',
    'quote.found by customer',
  ])
  assert.deepEqual(
    order.chain.map(({ kind }: { kind: string }) => kind),
    ['quote', 'order'],
  )
})

test('a quote is answered on its last day in Helsinki and not a minute later, also on New Year’s Eve', async () => {
  await clock('2026-12-31T22:30:00+02:00')
  const until = { validUntil: '2026-12-31' }
  const [one, two] = [await aQuote(until), await aQuote(until)]
  const [first, second] = [await made(`/quotes/${one.id}/sending`, {}), await made(`/quotes/${two.id}/sending`, {})]
  assert.equal(first.versions[0].content.sentOn, '2026-12-31')
  await clock('2026-12-31T23:59:30+02:00')
  assert.match(
    (await press(first.link, { deed: 'accept', name: 'Maija Mäki' })).body,
    /hyväksyi tarjouksen 31\.12\.2026/,
  )
  await clock('2027-01-01T00:00:30+02:00')
  const over = await press(second.link, { deed: 'accept', name: 'Maija Mäki' })
  assert.equal(over.statusCode, 410)
  assert.match(over.body, /voimassa 31\.12\.2026 asti/)
  assert.equal((await sales('GET', `/quotes/${second.id}`)).json().state, 'expired')
  const next = await sales('POST', `/quotes/${second.id}/sending`, {})
  assert.equal(next.json().code, 'QUOTE_STATE')
  await clock('2026-03-02T12:00:00+02:00')
})

test('a quote is declined with a reason, once; what was withdrawn nobody accepts', async () => {
  const sent = await made(`/quotes/${(await aQuote()).id}/sending`, {})
  const no = await press(sent.link, { deed: 'decline', reason: 'Liian kallis' })
  assert.match(no.body, /Olet hylännyt tarjouksen/)
  await press(sent.link, { deed: 'decline', reason: 'Toinen syy' })
  const quote = (await sales('GET', `/quotes/${sent.id}`)).json()
  assert.deepEqual([quote.state, quote.versions[0].reason], ['declined', 'Liian kallis'])

  const other = await made(`/quotes/${(await aQuote()).id}/sending`, {})
  await made(`/quotes/${other.id}/withdrawal`, {})
  const gone = await press(other.link, { deed: 'accept', name: 'Maija Mäki' })
  assert.equal(gone.statusCode, 410)
  assert.match(gone.body, /Tarjous on peruttu/)
})

test('a link that was altered opens nothing, and says so', async () => {
  const sent = await made(`/quotes/${(await aQuote()).id}/sending`, {})
  const path = tokenOf(sent.link)
  const altered = `${path.slice(0, -2)}${path.endsWith('AA') ? 'BB' : 'AA'}`
  for (const wrong of [altered, '/q/x', path.replace('/q/', '/u/')])
    assert.equal((await ask('GET', wrong)).statusCode, 404, wrong)
})

test('an enquiry becomes a quote in one press, and a second press finds the same quote', async () => {
  const enquiry = await made('/enquiries', {
    ...{ channel: 'phone', message: 'Paljonko kaksi pumppua?', company: company.id, person: contact.id },
    source: 'quote-request',
  })
  const quote = await made(`/enquiries/${enquiry.id}/quote`, {})
  assert.deepEqual(
    [quote.enquiry, quote.companyName, quote.contactName, quote.source],
    [enquiry.id, 'Kivelän Puu Oy', 'Maija Mäki', 'quote-request'],
  )
  assert.equal((await made(`/enquiries/${enquiry.id}/quote`, {})).id, quote.id)
  assert.deepEqual(
    quote.chain.map(({ kind }: { kind: string }) => kind),
    ['enquiry', 'quote'],
  )
})

test('staff write down an answer that came by phone; service and billing read quotes and write none; marketing sees none', async () => {
  const sent = await made(`/quotes/${(await aQuote()).id}/sending`, {})
  const answer = { version: 1, name: 'Maija Mäki' }
  for (const who of [service, billing]) {
    assert.equal((await who('GET', `/quotes/${sent.id}`)).statusCode, 200)
    const refused = await who('POST', `/quotes/${sent.id}/acceptance`, answer)
    assert.deepEqual([refused.statusCode, refused.json().detail.clause], [403, 'S5.26'])
  }
  const unseen = await marketing('GET', `/quotes/${sent.id}`)
  assert.deepEqual([unseen.statusCode, unseen.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  const quote = await made(`/quotes/${sent.id}/acceptance`, answer)
  assert.deepEqual([quote.state, quote.versions[0].answeredVia], ['accepted', 'desk'])
  assert.equal((await sales('POST', `/quotes/${sent.id}/revision`, {})).json().code, 'QUOTE_STATE')
})

test('what makes no sense is refused at its field', async () => {
  const cases = [
    [{ lines: [{ ...line, quantity: -1000 }] }, 'NEGATIVE_QUANTITY', 'lines.0.quantity'],
    [{ validUntil: '2026-03-01' }, 'DATES_NOT_IN_ORDER', 'validUntil'],
    [{ validUntil: '2026-02-30' }, 'VALUE_NOT_VALID', 'validUntil'],
    [{ title: 'Asiakas 131052-308T' }, 'PERSONAL_IDENTITY_CODE', 'com.quotes'],
    [{ paymentDays: 900 }, 'VALUE_NOT_VALID', 'paymentDays'],
    [{ shoeSize: 44 }, 'FIELD_NOT_DECLARED', 'shoeSize'],
    [{ contact: company.id }, 'NOT_FOUND', 'contact'],
  ] as const
  for (const [wrong, code, field] of cases) {
    const answer = await sales('POST', '/quotes', { company: company.id, lines: [line], ...wrong })
    assert.deepEqual([answer.json().code, answer.json().detail?.field], [code, field], JSON.stringify(wrong))
  }
  const empty = await made('/quotes', { company: company.id })
  assert.equal((await sales('POST', `/quotes/${empty.id}/sending`, {})).json().detail.field, 'lines')
})
