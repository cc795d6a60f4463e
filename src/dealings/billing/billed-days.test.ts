import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { linesOnPaper } from '../papers/lines-on-paper.ts'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
}
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const values = { 'org.name': 'Päivän Tarkka Oy', ...anAddress }
const { id: company } = await made('/companies', { values, source: 'contract' }, sales)
const line = { id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const signed = async (term: object) => {
  const wish = { company, title: 'Huolto', billingMonths: 1, lines: [line], ...term }
  const { id } = await made('/contracts', wish, sales)
  await made(`/contracts/${id}/state`, { event: 'signing' }, sales)
  return id as string
}
const move = (id: string, event: string, more: object = {}) => made(`/contracts/${id}/state`, { event, ...more }, sales)
const waits = async (id: string) => {
  const row = (await billing('GET', '/to-bill?limit=100')).json().items.find((one: { id: string }) => one.id === id)
  return row && [row.since, row.until, row.periods, row.netCents]
}
const bill = async (id: string) => {
  const [one] = (await made('/billing-rounds', { items: [{ kind: 'contract', id }], until: 'issued' })).items
  assert.ok(one.invoice, JSON.stringify(one))
  return one.invoice as string
}
const credit = (invoice: string, more: object = {}) => made(`/invoices/${invoice}/credit`, { reason: 'Väärä', ...more })

test('days that were credited whole wait again also when later days of the same period are billed, and are billed for the same cents', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed({ startsOn: '2026-02-01', endsOn: '2026-03-17' })
  await bill(id)
  const first = await bill(id)
  await move(id, 'renewal', { endsOn: '2026-12-31' })
  const second = await bill(id)
  assert.equal(await waits(id), undefined)
  await credit(first)
  assert.deepEqual(await waits(id), ['2026-03-01', '2026-03-17', 1, 5484])
  await credit(second)
  assert.deepEqual(await waits(id), ['2026-03-01', '2026-03-31', 1, 10_000], 'both parts are billed as one')
  await clock('2026-04-02T12:00:00+03:00')
  assert.deepEqual((await waits(id))?.[2], 2)
  const again = (await billing('GET', `/invoices/${await bill(id)}`)).json()
  assert.deepEqual([again.lines[0].text, again.netCents], ['Huolto', 10_000])
  assert.deepEqual(await waits(id), ['2026-04-01', '2026-04-30', 1, 10_000])
})

test('a contract is billed in the language of its customer: days, months and the paper itself', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const { id: firm } = await made('/companies', { values, source: 'contract' }, sales)
  const { id: contact } = await made(
    '/people',
    {
      values: { 'person.name': { given: 'Åsa', family: 'Berg' }, 'person.preferredLanguage': 'sv' },
      ...{ company: firm, source: 'contract' },
    },
    sales,
  )
  const term = { company: firm, startsOn: '2026-03-01', endsOn: '2026-03-17' }
  const id = await signed({ ...term, contact })
  const billed = async (contract: string) => (await billing('GET', `/invoices/${await bill(contract)}`)).json()
  const first = await billed(id)
  assert.deepEqual([first.language, first.lines[0].text], ['sv', 'Huolto, 1.3.2026–17.3.2026 (17/31 dagar)'])
  const [shown] = linesOnPaper(first.lines, { language: first.language, codes: new Map() })
  assert.equal(shown?.unit, 'mån')

  const second = await signed(term)
  const { language, revision } = (await sales('GET', `/contracts/${second}`)).json()
  assert.equal(language, 'sv', 'as the newest paper of the customer was')
  const asked = { payload: { language: 'en' }, headers: { 'if-match': String(revision) } }
  assert.equal((await sales('PATCH', `/contracts/${second}`, asked)).statusCode, 200)
  await clock('2026-03-20T12:01:00+02:00')
  const { lines } = await billed(second)
  assert.equal(lines[0].text, 'Huolto, 1 March 2026–17 March 2026 (17/31 days)')
  const drafted = async (more: object = {}) => {
    const { id: draft } = await made('/invoices/drafts', { company: firm, lines: [line], ...more })
    return (await billing('GET', `/invoices/${draft}`)).json()
  }
  assert.equal((await drafted()).language, 'en')
  await clock('2026-03-20T12:02:00+02:00')
  const { id: binned } = await drafted({ language: 'sv' })
  assert.ok((await billing('DELETE', `/invoices/${binned}`)).statusCode < 300)
  assert.equal((await drafted()).language, 'en', 'what lies in the bin tells nothing')
  const { id: order } = await made('/orders', { company: firm, lines: [line], language: 'sv' }, sales)
  assert.equal((await sales('GET', `/contracts/${await signed({ ...term, order })}`)).json().language, 'sv')
})

interface ToCredit {
  id: string
  endsOn: string
  since: string
  until: string
  totalCents: number
  invoices: unknown[]
}
const toCredit = async (id: string): Promise<ToCredit | undefined> =>
  (await billing('GET', `/to-credit?contract=${id}`)).json().items[0]
const creditOf = async (id: string, totalCents?: number) =>
  billing('POST', '/to-credit/credit-notes', { id, totalCents: totalCents ?? (await toCredit(id))?.totalCents ?? 0 })
const sumsOf = async (invoice: string) => {
  const { creditNotes, openCents, status } = (await billing('GET', `/invoices/${invoice}`)).json()
  return [creditNotes.map((note: { amountCents: number }) => note.amountCents), openCents, status]
}

const deliveredOn = async (invoice: string) => {
  const xml = (await billing('GET', `/invoices/${invoice}/finvoice.xml`)).body
  return [...xml.matchAll(/<(StartDate|EndDate|DeliveryDate) [^>]*>(\d+)</g)].map(([, name, day]) => [name, day])
}

test('an invoice of a contract and its credit note say the days that they are of, on paper and as an e-invoice (AVL § 209 e)', async () => {
  await clock('2026-04-10T12:00:00+03:00')
  const account = { iban: 'FI58 1017 1000 0001 22', bic: 'NDEAFIHH' }
  const from = { accounts: [account], eAddress: '003700000174', eOperator: '003721291126' }
  assert.ok((await billing('PUT', '/invoicing', from)).statusCode < 300)
  const to = { eAddress: '003700000254', eOperator: '003721291126' }
  assert.ok((await billing('PUT', `/companies/${company}/e-invoice-address`, to)).statusCode < 300)
  const id = await signed({ startsOn: '2026-03-01' })
  const first = await bill(id)
  assert.deepEqual(await deliveredOn(first), [
    ['StartDate', '20260301'],
    ['EndDate', '20260331'],
  ])
  const { number } = (await billing('GET', `/contracts/${id}`)).json()
  const xml = (await billing('GET', `/invoices/${first}/finvoice.xml`)).body
  assert.ok(xml.includes(`<AgreementIdentifier>${number}<`), xml)
  const second = await bill(id)
  await move(id, 'ending', { reason: 'Sovittu' })
  const [note] = (await creditOf(id)).json().notes
  assert.deepEqual(await deliveredOn(note.id), [
    ['StartDate', '20260411'],
    ['EndDate', '20260430'],
  ])
  assert.deepEqual(await deliveredOn(second), [
    ['StartDate', '20260401'],
    ['EndDate', '20260430'],
  ])
})

test('days billed ahead of a private customer whose contract then ends are offered with their sum and credited in one press', async () => {
  await clock('2026-03-10T12:00:00+02:00')
  const { id: person } = await made(
    '/people',
    { values: { 'person.name': { given: 'Maija', family: 'Mäki' } }, source: 'contract' },
    sales,
  )
  const id = await signed({ company: undefined, person, startsOn: '2026-03-01', language: 'en' })
  const invoice = await bill(id)
  assert.equal(await toCredit(id), undefined, 'it runs')
  await clock('2026-03-17T12:00:00+02:00')
  await move(id, 'ending', { reason: 'Muutti' })
  const seen = await toCredit(id)
  assert.deepEqual(
    [seen?.endsOn, seen?.since, seen?.until, seen?.totalCents],
    ['2026-03-17', '2026-03-18', '2026-03-31', 5668],
  )
  const all = (await billing('GET', `/to-credit?person=${person}`)).json()
  assert.deepEqual([all.items.map((one: ToCredit) => one.id), all.more], [[id], false])
  assert.equal((await sales('GET', '/to-credit')).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await creditOf(id, 5667)).json().code, 'CREDITS_OTHERWISE')
  const both = await Promise.all([creditOf(id, 5668), creditOf(id, 5668)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [201, 409])
  assert.deepEqual(await sumsOf(invoice), [[-5668], 12_550 - 5668, 'open'])
  const [made201] = both.filter(({ statusCode }) => statusCode === 201)
  const note = (await billing('GET', `/invoices/${made201?.json().notes[0].id}`)).json()
  assert.match(note.correction, /^The last day of contract \S+ is 17 March 2026\.$/)
  assert.deepEqual(
    [note.lines[0].text, note.lines[0].quantity, note.netCents],
    ['Huolto, 18 March 2026–31 March 2026 (14/31 days)', -452, -4516],
  )
  assert.deepEqual([await toCredit(id), await waits(id)], [undefined, undefined])
  await credit(invoice)
  assert.deepEqual((await sumsOf(invoice)).slice(1), [0, 'credited'], 'what is left of it is credited to the cent')
})

test('when the end is put off, the days that were credited wait to be billed again; what was never given back does not', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed({ startsOn: '2026-03-01' })
  const first = await bill(id)
  await move(id, 'notice', { on: '2026-02-25' })
  assert.equal((await toCredit(id))?.since, '2026-03-26')
  assert.equal((await creditOf(id)).statusCode, 201)
  await move(id, 'withdrawal-of-notice')
  await clock('2026-03-27T12:00:00+02:00')
  assert.deepEqual((await waits(id))?.slice(0, 3), ['2026-03-26', '2026-03-31', 1])
  const second = await bill(id)
  assert.deepEqual([await waits(id), await toCredit(id)], [undefined, undefined])
  await move(id, 'ending', { on: '2026-03-20', reason: 'Sovittu' })
  const { invoices, since, until } = (await toCredit(id)) as ToCredit
  assert.deepEqual([invoices.length, since, until], [2, '2026-03-21', '2026-03-31'])
  assert.equal((await creditOf(id)).statusCode, 201)
  const nets = await Promise.all([first, second].map(async (one) => (await billing('GET', `/invoices/${one}`)).json()))
  const kept = nets.reduce((all, { openCents }) => all + openCents, 0)
  assert.ok(Math.abs(kept - Math.round((12_550 * 20) / 31)) <= 2, `${kept}: twenty days of March`)
  assert.deepEqual((await sumsOf(second)).slice(1), [0, 'credited'])
})

test('what is left uncredited with a reason is offered no more, until that is taken back; what is billed whole or credited by hand never is', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const ended = async (term: object = {}) => {
    const id = await signed({ startsOn: '2026-03-01', ...term })
    const invoice = await bill(id)
    await move(id, 'ending', { reason: 'Sovittu' })
    return { id, invoice }
  }
  const { id } = await ended()
  const { totalCents } = (await toCredit(id)) as ToCredit
  const leave = (reason: string) => billing('POST', '/to-credit/left-uncredited', { id, totalCents, reason })
  assert.equal((await leave(' ')).json().detail.field, 'reason')
  assert.equal((await leave('Sovittu maksettavaksi.')).statusCode, 204)
  assert.equal(await toCredit(id), undefined)
  const { leftUnbilled } = (await billing('GET', `/contracts/${id}`)).json()
  assert.deepEqual([leftUnbilled[0].since, leftUnbilled[0].until], ['2026-03-21', '2026-03-31'])
  await made('/to-bill/billed-after-all', { kind: 'contract', id, entry: leftUnbilled[0].id })
  assert.equal((await toCredit(id))?.totalCents, totalCents)

  assert.equal(await toCredit((await ended({ partPeriods: 'whole' })).id), undefined)
  const { id: byHand, invoice } = await ended()
  await credit(invoice, { lines: [{ id: 'a', quantity: 100 }] })
  assert.equal(await toCredit(byHand), undefined)
})
