import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
const made = async (who: typeof sales, path: string, body: object) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json().id as string
}
const company = await made(sales, '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const sold = { sku: 'RT-77', names: { fi: 'Takka', sv: 'Kakelugn' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
const product = await made(sales, '/products', sold)
const guarded = { company, product, startsOn: '2026-01-01', endsOn: '2027-01-01' }
await made(service, '/warranties', { ...guarded, item: 'Takka' })
await made(service, '/warranties', { ...guarded, item: 'Luukku' })
await made(service, '/complaints', { company, product, text: 'Savuttaa' })

const asked = async (language: string, path: string, payload?: object) => {
  const method = payload ? 'POST' : 'GET'
  const answer = await service(method, path, { payload, headers: { 'accept-language': language } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

test('cards of complaints and warranties call a product what it is in the reader’s language', async () => {
  const names = async (language: string) => {
    const { complaints, warranties } = await asked(language, `/companies/${company}/dealings`)
    return [...complaints.items, ...warranties.items].map(({ product: { name } }) => name)
  }
  assert.deepEqual(await names('sv'), ['Kakelugn', 'Kakelugn', 'Kakelugn'])
  assert.deepEqual(await names('fi'), ['Takka', 'Takka', 'Takka'])
  assert.deepEqual(await names('en'), ['Takka', 'Takka', 'Takka'])
})

test('a timeline says products in the reader’s language, once where a thing is called only that', async () => {
  const titles = async (language: string) => {
    const { items } = await asked(language, `/companies/${company}/timeline?kinds=complaint,warranty`)
    return items.map(({ title }: { title: string }) => title).sort()
  }
  assert.deepEqual(await titles('sv'), ['Kakelugn', 'Kakelugn: Luukku', 'Kakelugn: Savuttaa'])
  assert.deepEqual(await titles('fi'), ['Takka', 'Takka: Luukku', 'Takka: Savuttaa'])
  const all = await asked('sv', `/companies/${company}/timeline`)
  assert.ok(all.items.some(({ title }: { title: string }) => title === 'Kakelugn: Savuttaa'))
  const again = await asked('fi', `/companies/${company}/timeline`)
  assert.ok(again.items.some(({ title }: { title: string }) => title === 'Takka: Savuttaa'))
})

test('⌘K and what one opened last call a product so too, by whichever name it was looked for', async () => {
  const found = async (language: string) => (await asked(language, '/records-found', { q: 'takka' })).items
  const titleIn = async (language: string) => {
    const [hit] = (await found(language)).filter(({ kind }: { kind: string }) => kind === 'product')
    return hit.title
  }
  assert.deepEqual([await titleIn('sv'), await titleIn('fi')], ['Kakelugn · RT-77', 'Takka · RT-77'])
  assert.equal((await service('PUT', '/seen-lately', { kind: 'product', id: product })).statusCode, 204)
  const { items } = await asked('sv', '/seen-lately')
  assert.equal(items[0].title, 'Kakelugn · RT-77')
})
