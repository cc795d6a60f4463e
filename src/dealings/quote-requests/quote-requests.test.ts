import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const [sales, billing, service, marketing] = [as('saku'), as('bo'), as('helmi'), as('maija')]
const made = async (path: string, body: object = {}, who = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const refused = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, who = sales) => {
  const answer = await who(method, path, body)
  return [answer.statusCode, answer.json().code, answer.json().detail?.field].filter((one) => one !== undefined)
}
const seen = async (id: string, who = sales) => (await who('GET', `/quote-requests/${id}`)).json()

const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const maija = await made('/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact', company: firm.id })
const sku = { sku: 'LP-1', names: { fi: 'Lämpöpumppu' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
const pump = await made('/products', sku, billing)
const list = await made('/price-lists', { name: 'Yleinen', startsOn: '2026-01-01' }, billing)
await billing('POST', `/price-lists/${list.id}/prices`, { product: pump.id, unitPrice: 12_500_000, from: '2026-01-01' })
const wish = { company: firm.id, title: 'Lämpöpumput halliin', answerBy: '2026-03-06' }
const note = (more: object = {}) => made('/quote-requests', { ...wish, ...more })

test('S6.2: a customer asks for a quote: who asks, what is wanted, by when; what came with it has the request as its source', async () => {
  const before = (await ledger()).length
  const lines = [
    { product: pump.id, text: 'Lämpöpumppu', unit: 'kpl', quantity: 3000 },
    { text: 'Asennus', unit: 'h' },
  ]
  const asked = await note({
    ...{ lines, wish: 'Vanhat öljykattilat pois.', wantedOn: '2026-05-04', buyerReference: 'TP-12/2026' },
    ...{ contact: maija.id, given: { phone: '040 765 4321' } },
  })
  assert.deepEqual(
    [asked.state, asked.companyName, asked.contactName, asked.owner, asked.source, asked.answerBy, asked.isLate],
    ['open', 'Kivelän Puu Oy', 'Maija Mäki', ids.saku, 'quote-request', '2026-03-06', false],
  )
  assert.deepEqual(
    asked.lines.map((line: { text: string; quantity: number }) => [line.text, line.quantity]),
    [
      ['Lämpöpumppu', 3000],
      ['Asennus', 1000],
    ],
  )
  const card = (await sales('GET', `/people/${maija.id}`)).json()
  const [phone] = card.values['person.phone']
  assert.match(JSON.stringify(card), new RegExp(`"document":\\{"kind":"quote-request","id":"${asked.id}"\\}`))
  assert.ok(phone.number)
  assert.deepEqual((await ledger()).slice(before), ['quote-request.opened by saku', 'phone.added by saku'])
})

test('a quote made of it carries its lines at the list’s price, and sending it answers the request, once', async () => {
  const asked = await note({ lines: [{ product: pump.id, text: 'Lämpöpumppu', unit: 'kpl', quantity: 2000 }] })
  const { id, isNew } = await made(`/quote-requests/${asked.id}/quote`)
  const quote = (await sales('GET', `/quotes/${id}`)).json()
  assert.ok(isNew)
  assert.deepEqual(
    [quote.title, quote.company, quote.source, quote.lines[0].unitPrice, quote.totals.net],
    ['Lämpöpumput halliin', firm.id, 'quote-request', 12_500_000, 250_000],
  )
  assert.equal((await seen(asked.id)).state, 'open', 'a draft answers nobody')
  assert.deepEqual(await refused('DELETE', `/quote-requests/${asked.id}`), [409, 'QUOTE_REQUEST_HAS_QUOTE'])
  const before = (await ledger()).length
  await made(`/quotes/${id}/sending`)
  const answered = await seen(asked.id)
  assert.deepEqual([answered.state, answered.settledOn, answered.mayQuote], ['answered', '2026-03-02', false])
  assert.deepEqual(
    answered.chain.map(({ kind }: { kind: string }) => kind),
    ['quote-request', 'quote'],
  )
  await made(`/quotes/${id}/revision`)
  await made(`/quotes/${id}/sending`)
  assert.deepEqual((await ledger()).slice(before), [
    'quote.sent by saku',
    'quote-request.answered by saku',
    'quote.reopened by saku',
    'quote.sent by saku',
  ])
  await made(`/quotes/${id}/withdrawal`)
  assert.deepEqual((await ledger()).slice(-2), ['quote.withdrawn by saku', 'quote-request.reopened by saku'])
  const waits = await seen(asked.id)
  assert.deepEqual([waits.state, waits.settledOn, waits.mayQuote], ['open', null, true])
  const next = await made(`/quote-requests/${asked.id}/quote`)
  assert.ok(next.isNew && next.id !== id, 'what was taken back answers nobody, so another is begun')
  await made(`/quotes/${next.id}/withdrawal`)
  assert.equal((await seen(asked.id)).state, 'open', 'a cancelled draft leaves it waiting')
})

test('two people who answer a request at once begin one quote', async () => {
  const asked = await note({ title: 'Samaan aikaan' })
  const begun = await Promise.all([1, 2, 3].map(() => made(`/quote-requests/${asked.id}/quote`)))
  assert.equal(new Set(begun.map(({ id }) => id)).size, 1)
  assert.equal(begun.filter(({ isNew }) => isNew).length, 1)
  const closing = await Promise.all(
    (['decline', 'withdrawal'] as const).map((event) =>
      sales('POST', `/quote-requests/${asked.id}/${event}`, { reason: 'Liian pieni' }),
    ),
  )
  assert.deepEqual(closing.map(({ statusCode }) => statusCode).sort(), [201, 409], 'of two who close it, one is told')
})

test('a request is declined with a reason, withdrawn without, and opened again', async () => {
  const { id } = await note({ title: 'Kiuas' })
  assert.deepEqual(await refused('POST', `/quote-requests/${id}/decline`, { reason: ' ' }), [
    ...[422, 'QUOTE_REQUEST_WHY', 'reason'],
  ])
  const declined = await made(`/quote-requests/${id}/decline`, { reason: 'Emme myy kiukaita' })
  assert.deepEqual([declined.state, declined.reason, declined.events], ['declined', 'Emme myy kiukaita', ['reopening']])
  for (const path of ['decline', 'withdrawal', 'quote'])
    assert.deepEqual(
      (await refused('POST', `/quote-requests/${id}/${path}`, path === 'quote' ? {} : { reason: 'x' })).slice(0, 2),
      [...[409, 'QUOTE_REQUEST_STATE']],
    )
  const patch = { payload: { title: 'Toinen' }, headers: { 'if-match': '"2"' } }
  assert.deepEqual(await refused('PATCH', `/quote-requests/${id}`, patch), [409, 'QUOTE_REQUEST_STATE'])
  assert.deepEqual(await refused('DELETE', `/quote-requests/${id}`), [409, 'QUOTE_REQUEST_STATE'])
  const open = await made(`/quote-requests/${id}/reopening`)
  assert.deepEqual([open.state, open.reason, open.settledOn], ['open', null, null])
  assert.deepEqual(await refused('POST', `/quote-requests/${id}/reopening`), [409, 'EDITED_MEANWHILE'])
  assert.equal((await made(`/quote-requests/${id}/withdrawal`)).state, 'withdrawn')
})

test('what does not fit is refused at its field, and nothing of it is kept', async () => {
  const of = (more: object) => refused('POST', '/quote-requests', { ...wish, ...more })
  assert.deepEqual(await of({ answerBy: '2026-03-01' }), [422, 'QUOTE_REQUEST_DAY_PAST', 'answerBy'])
  assert.deepEqual(await of({ wantedOn: '2025-12-31' }), [422, 'QUOTE_REQUEST_DAY_PAST', 'wantedOn'])
  assert.deepEqual(await of({ answerBy: '2026-02-30' }), [422, 'VALUE_NOT_VALID', 'answerBy'])
  assert.deepEqual(await of({ title: ' ' }), [422, 'VALUE_REQUIRED', 'title'])
  assert.deepEqual(await of({ title: 'x'.repeat(201) }), [422, 'TEXT_TOO_LONG', 'title'])
  assert.deepEqual(await of({ wish: 'Tunnukseni on 131052-308T' }), [422, 'PERSONAL_IDENTITY_CODE', 'wish'])
  assert.deepEqual(await of({ owner: 'kuka' }), [404, 'NOT_FOUND', 'owner'])
  assert.deepEqual(await of({ contact: crypto.randomUUID() }), [404, 'NOT_FOUND', 'contact'])
  assert.deepEqual(await of({ source: 'rumour' }), [422, 'SOURCE_NOT_DECLARED'])
  const line = { text: 'Pumppu', unit: 'kpl', quantity: 1000 }
  assert.deepEqual(await of({ lines: [line, { ...line, product: crypto.randomUUID() }] }), [
    ...[404, 'NOT_FOUND', 'lines.1.product'],
  ])
  assert.deepEqual(await of({ lines: [{ ...line, product: 'LP-1' }] }), [422, 'VALUE_NOT_VALID', 'lines.0.product'])
  assert.deepEqual(await of({ lines: [{ ...line, quantity: 0 }] }), [422, 'VALUE_NOT_VALID', 'lines.0.quantity'])
  assert.deepEqual(await of({ lines: [{ ...line, quantity: -1 }] }), [422, 'NEGATIVE_QUANTITY', 'lines.0.quantity'])
  assert.deepEqual(await of({ lines: [{ ...line, text: '131052-308T' }] }), [
    ...[422, 'PERSONAL_IDENTITY_CODE', 'lines.0.text'],
  ])
  assert.deepEqual(await of({ company: undefined }), [422, 'VALUE_REQUIRED', 'party'])
  assert.equal((await of({ state: 'answered' }))[0], 422, 'a state is not said, it comes of a deed')
})

test('a day that has passed meanwhile stays while something else is changed; an edit by another is told', async () => {
  const { id } = await note({ title: 'Vanha pyyntö' })
  await sql`update register.quote_request set answer_by = '2026-02-20' where id = ${id}::uuid`.execute(
    register.db.owner(),
  )
  const patch = (body: object, revision: number) =>
    sales('PATCH', `/quote-requests/${id}`, { payload: body, headers: { 'if-match': `"${revision}"` } })
  const changed = (await patch({ title: 'Yhä avoin', answerBy: '2026-02-20' }, 1)).json()
  assert.deepEqual(
    [changed.title, changed.answerBy, changed.isLate, changed.revision],
    ['Yhä avoin', '2026-02-20', true, 2],
  )
  assert.equal((await patch({ title: 'Toinen' }, 1)).json().code, 'EDITED_MEANWHILE')
})

test('an enquiry is noted as a request once, an opportunity may have several; the quote of either answers its request', async () => {
  const came = await made('/enquiries', {
    ...{
      channel: 'phone',
      message: 'Tarjous katosta\nSata neliötä',
      person: maija.id,
      company: firm.id,
      source: 'quote-request',
    },
  })
  const hoped = await made(`/enquiries/${came.id}/opportunity`, {})
  const [one, other] = await Promise.all([1, 2].map(() => sales('POST', `/enquiries/${came.id}/quote-request`, {})))
  assert.deepEqual([one?.statusCode, other?.statusCode].sort(), [201, 409])
  const asked = (one?.statusCode === 201 ? one : other)?.json()
  assert.deepEqual(
    [asked.title, asked.wish, asked.company, asked.contact, asked.enquiry, asked.opportunity],
    ['Tarjous katosta', 'Tarjous katosta\nSata neliötä', firm.id, maija.id, came.id, hoped.id],
  )
  const told = one?.statusCode === 409 ? one.json() : other?.json()
  assert.deepEqual([told.code, told.detail.request], ['QUOTE_REQUEST_OF_ENQUIRY', asked.id])
  const led = async (who = sales) => {
    const { quoteRequest, opportunity } = (await who('GET', `/enquiries/${came.id}`)).json()
    return [quoteRequest, opportunity]
  }
  assert.deepEqual(
    [await led(), await led(service)],
    [
      [asked.id, hoped.id],
      [asked.id, hoped.id],
    ],
  )
  const quote = await made(`/enquiries/${came.id}/quote`)
  assert.deepEqual([quote.request, quote.enquiry, quote.opportunity], [asked.id, came.id, hoped.id])
  assert.deepEqual(
    quote.chain.map(({ kind }: { kind: string }) => kind),
    ['enquiry', 'opportunity', 'quote-request', 'quote'],
  )
  const more = await made(`/opportunities/${hoped.id}/quote-request`, { title: 'Lisäpyyntö', answerBy: '2026-03-20' })
  assert.deepEqual([more.opportunity, more.company, more.enquiry], [hoped.id, firm.id, null])
  assert.equal((await made(`/opportunities/${hoped.id}/quote`)).request, more.id, 'the one that nobody answers yet')
  assert.equal((await made(`/opportunities/${hoped.id}/quote`)).request, null)
})

test('what a duty does not reach or may not do is refused: reading without quotes, writing where one only reads', async () => {
  const { id } = await note({ title: 'Vain myynnille' })
  assert.equal((await seen(id, billing)).mayWrite, false)
  assert.deepEqual((await refused('POST', `/quote-requests/${id}/decline`, { reason: 'x' }, billing))[0], 403)
  assert.deepEqual((await refused('POST', '/quote-requests', wish, service))[0], 403)
  assert.equal((await marketing('GET', `/quote-requests/${id}`)).statusCode, 403)
  assert.equal((await sales('GET', `/quote-requests/${crypto.randomUUID()}`)).statusCode, 404)
})

test('a request noted by mistake goes into the bin, is hidden there, and comes back', async () => {
  const { id } = await note({ title: 'Vahingossa' })
  assert.equal((await sales('DELETE', `/quote-requests/${id}`)).statusCode, 204)
  assert.equal((await sales('GET', `/quote-requests/${id}`)).statusCode, 404)
  assert.equal((await sales('POST', `/quote-requests/${id}/quote`, {})).statusCode, 404)
  assert.equal((await sales('POST', `/bin/quote-request/${id}/restoration`)).statusCode, 204)
  assert.equal((await seen(id)).title, 'Vahingossa')
  assert.deepEqual((await ledger()).slice(-2), ['quote-request.binned by saku', 'quote-request.restored by saku'])
})

test('a draft quote that comes back from the bin brings its request back, so that issuing it answers the request', async () => {
  const { id } = await note({ title: 'Yhdessä takaisin', lines: [{ text: 'Pumppu', unit: 'kpl', quantity: 1000 }] })
  const quote = await made(`/quote-requests/${id}/quote`)
  assert.equal((await sales('DELETE', `/quotes/${quote.id}`)).statusCode, 204)
  assert.equal((await sales('DELETE', `/quote-requests/${id}`)).statusCode, 204)
  assert.equal((await sales('POST', `/bin/quote/${quote.id}/restoration`)).statusCode, 204)
  assert.equal((await seen(id)).state, 'open')
  assert.deepEqual((await ledger()).slice(-2), ['quote-request.restored by saku', 'quote.restored by saku'])
  await made(`/quotes/${quote.id}/sending`)
  assert.equal((await seen(id)).state, 'answered')
})
