import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { confirmOrders } from '../papers/confirm-orders.ts'

const { as, ask, register, ledger, ids } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const product = await made('/products', {
  ...{ sku: 'LP-1', names: { fi: 'Lämpöpumppu' }, unit: 'kpl', vatCategory: 'S', vatRate: 2550, group: 'pumput' },
})
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const lines = [{ ...line, product: product.id }]
const aPerson = async (name: string, more: object = {}) =>
  (await made('/people', { values: { 'person.name': name, ...more }, source: 'quote-request' })).id as string
const aSent = async (buyer: object) =>
  made(`/quotes/${(await made('/quotes', { ...buyer, lines, title: 'Pumppu' })).id}/sending`, {})
const pathOf = ({ link }: { link: string }) => `${new URL(link).pathname}?language=fi`
const page = async (quote: { link: string }) => (await ask('GET', pathOf(quote))).body
const press = (quote: { link: string }, form: Record<string, string>) =>
  ask('POST', pathOf(quote), {
    payload: new URLSearchParams({ deed: 'accept', language: 'fi', name: 'Aino Harju', ...form }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const emailsOf = async (id: string) => (await sales('GET', `/people/${id}`)).json()
/** Staff say that the first address is theirs. */
const proveIt = async (id: string) => {
  const [mail] = (await emailsOf(id)).values['person.email']
  const said = await sales('POST', `/people/${id}/emails/${mail.id}/confirmation`, {})
  assert.equal(said.statusCode, 201, said.body)
  return said.json()
}
/** What the gate answers of a newsletter about pumps to this person. */
const gate = async (id: string) => {
  const wish = {
    channel: 'email',
    topics: ['services'],
    company: 'valo-energia',
    jobRoles: [],
    productGroups: ['pumput'],
  }
  const { rows } = await sql<{ ground: string | null; code: string | null }>`
    select ground, code from seloste.gate(${id}::uuid, ${JSON.stringify(wish)}::jsonb, null, seloste.marketing_rules())`.execute(
    owner,
  )
  return rows[0]
}

test('an address given as a quote is accepted is obtained in the sale, with its notice, and is a ground (§ 200(3))', async () => {
  const aino = await aPerson('Aino Harju')
  const quote = await aSent({ person: aino })
  const shown = await page(quote)
  assert.match(shown, /Sähköpostisi \(ei pakollinen\)/)
  assert.match(shown, /Voit kieltää sen nyt tai milloin tahansa myöhemmin, helposti ja maksutta/)
  assert.match(shown, /name="refuses" value="yes">/, 'no box is ticked')
  const before = (await ledger()).length
  const done = await press(quote, { email: 'Aino@Harju.example', told: 'yes' })
  assert.equal(done.statusCode, 200, done.body)

  const { order } = (await sales('GET', `/quotes/${quote.id}`)).json()
  const card = await emailsOf(aino)
  const [mail] = card.values['person.email']
  assert.deepEqual([mail.address, mail.primary], ['aino@harju.example', true])
  const { source, document, verifiedAt } = card.sources[`person.email:${mail.id}`]
  assert.deepEqual([source, document, verifiedAt], ['order', { kind: 'order', id: order }, null])
  const told = card.notices.find((one: { source: string }) => one.source === 'order')
  assert.deepEqual([told.state, told.deliveries[0].way], ['delivered', 'form'])
  const { rows } = await sql`select product_group, email_id, told_of_refusal, deal_id from register.fact_of_sale
    where person_id = ${aino}`.execute(owner)
  assert.deepEqual(rows, [{ product_group: 'pumput', email_id: mail.id, told_of_refusal: true, deal_id: order }])
  assert.equal((await gate(aino))?.code, 'NO_ADDRESS', 'not before it is proven')
  await proveIt(aino)
  assert.deepEqual((await gate(aino))?.ground, 'existing-customer')
  assert.deepEqual((await ledger()).slice(before), [
    'relationship.moved by customer',
    'order.placed by customer',
    'quote.accepted by customer',
    'email.added by customer',
    'notice.given by customer',
    'sale.noted by customer',
    'email.proven by saku',
  ])
  await press(quote, { email: 'toinen@harju.example', told: 'yes' })
  assert.equal((await emailsOf(aino)).values['person.email'].length, 1, 'a second press changes nothing')
})

test('whoever refuses as they give it gets the confirmation and no marketing', async () => {
  const id = await aPerson('Kielo Kieltäjä')
  const quote = await aSent({ person: id })
  assert.equal((await press(quote, { email: 'kielo@kieltaja.example', told: 'yes', refuses: 'yes' })).statusCode, 200)
  assert.equal((await emailsOf(id)).values['person.email'][0].address, 'kielo@kieltaja.example')
  await proveIt(id)
  assert.equal((await gate(id))?.code, 'OBJECTED')
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from register.suppression`.execute(owner)
  assert.equal(rows[0]?.n, 1, 'the address is on the suppression list as well')
})

test('the ground does not hold where no address was given, where nothing was told, or for an address that came elsewhere', async () => {
  const silent = await aPerson('Hilja Hiljainen', { 'person.email': 'hilja@hiljainen.example' })
  await press(await aSent({ person: silent }), {})
  assert.equal((await gate(silent))?.code, 'NO_GROUND_200_1', 'the address came with the request, not with the sale')

  const untold = await aPerson('Untamo Untold')
  await press(await aSent({ person: untold }), { email: 'untamo@untold.example' })
  await proveIt(untold)
  assert.equal((await gate(untold))?.code, 'NO_GROUND_200_1')

  const two = await aPerson('Kaino Kaksi', { 'person.email': 'kaino@kaksi.example' })
  await press(await aSent({ person: two }), { email: 'toinen@kaksi.example', told: 'yes' })
  const { values } = await emailsOf(two)
  assert.deepEqual(
    values['person.email'].map(({ address, primary }: { address: string; primary: boolean }) => [address, primary]),
    [
      ['kaino@kaksi.example', true],
      ['toinen@kaksi.example', false],
    ],
  )
  assert.equal(
    (await gate(two))?.code,
    'NO_GROUND_200_1',
    'marketing goes to the first address, which is not of the sale',
  )
})

test('an address that is held already keeps its source, and is a ground when it is given anew with the sale', async () => {
  const id = await aPerson('Tuttu Tuttunen', { 'person.email': 'tuttu@tuttunen.example' })
  await press(await aSent({ person: id }), { email: 'tuttu@tuttunen.example', told: 'yes' })
  const card = await emailsOf(id)
  const [mail] = card.values['person.email']
  assert.equal(card.sources[`person.email:${mail.id}`].source, 'quote-request')
  assert.equal((await gate(id))?.ground, 'existing-customer')
})

test('a company’s quote asks an address only for its contact person, tells of no marketing, and is nobody’s fact of sale', async () => {
  const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
  assert.doesNotMatch(await page(await aSent({ company: company.id })), /name="email"/)
  const contact = (
    await made('/people', { values: { 'person.name': 'Maija Mäki' }, company: company.id, source: 'contact' })
  ).id
  const quote = await aSent({ company: company.id, contact })
  const shown = await page(quote)
  assert.match(shown, /name="email"/)
  assert.doesNotMatch(shown, /suoramarkkinointia/)
  await press(quote, { email: 'maija.maki@kivela.example', told: 'yes' })
  assert.equal((await emailsOf(contact)).values['person.email'][0].address, 'maija.maki@kivela.example')
  const { rows } = await sql`select from register.fact_of_sale where person_id = ${contact}`.execute(owner)
  assert.equal(rows.length, 0)
})

test('what is typed wrong is said at its field, stays there, and nothing is ordered', async () => {
  const id = await aPerson('Virhe Virtanen')
  const quote = await aSent({ person: id })
  const wrong = await press(quote, { email: 'ei osoite', told: 'yes', refuses: 'yes' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Tarkista sähköpostiosoite/)
  assert.match(wrong.body, /value="ei osoite"/)
  assert.match(wrong.body, /value="yes" checked/)
  assert.equal((await sales('GET', `/quotes/${quote.id}`)).json().state, 'sent')
})

test('as the page says, whoever accepted gets the confirmation of their order, once', async () => {
  const aino = await aPerson('Aino Vahvistus')
  const silent = await aPerson('Eero Osoitteeton')
  await press(await aSent({ person: aino }), { email: 'aino@vahvistus.example' })
  await press(await aSent({ person: silent }), {})
  await confirmOrders(register)
  await confirmOrders(register)
  const { rows } = await sql<{ document: string; state: string; by: string }>`
    select document, state, entered_by as by from register.paper_sent where person_id = any(${[aino, silent]}::uuid[])`.execute(
    owner,
  )
  assert.deepEqual(rows, [{ document: 'orders', state: 'queued', by: ids.saku }])
})
