import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import type { Running } from '#statement'
import { dayOf } from '../days.ts'
import type { DealingsReach } from '../reach.ts'
import { changePriceList, openPriceList, setPrice } from './keep-price-list.ts'
import { changeProduct, deleteProduct, enterProduct, retireProduct } from './keep-product.ts'
import { vatCategories } from './product.ts'
import { priceListsSeen, productSeen, productsListed } from './products.view.ts'

type Tables = DealingsReach & LedgerTables

const desks = { may: { purposes: 'any' } } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const text = (maxLength: number) => Type.String({ maxLength })
const maybe = (maxLength: number) => Type.Optional(Type.Union([text(maxLength), Type.Null()]))
const open = { additionalProperties: true } as const // what is not declared is refused by its name, see refuseOtherParts
const product = {
  sku: text(200),
  names: Type.Object({ fi: text(1000), sv: maybe(1000), en: maybe(1000) }, { additionalProperties: false }),
  group: maybe(500),
  unit: text(100),
  vatCategory: Type.Enum([...vatCategories]),
  vatRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
}
const priceList = {
  ...{ name: text(500), groupCompany: maybe(100), company: Type.Optional(Type.Union([Id, Type.Null()])) },
  ...{ currency: Type.Optional(text(3)), startsOn: text(10), endsOn: maybe(10) },
}
const price = { product: Id, unitPrice: Type.Union([Type.Integer(), Type.Null()]), from: text(10) }
const wish = Type.Object({
  q: Type.Optional(text(200)),
  state: Type.Optional(Type.Enum(['sold', 'retired', 'all'])),
  group: Type.Optional(text(100)),
  ...{ groupCompany: Type.Optional(text(100)), company: Type.Optional(Id), on: Type.Optional(text(10)) },
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(text(40)),
})

/** Products and price lists at the desk: everybody reads them, whoever sells or bills writes them. */
export function productRoutes(server: HttpServer, running: Running<Tables>) {
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const shown = async (request: object, id: string) => {
    const seen = await look(db, occasionOf(request), (view) => productSeen(view, inForce(running), id))
    if (!seen) throw new Refusal('NOT_FOUND', 404)
    return seen
  }

  server.get(
    '/products',
    { config: desks, schema: { summary: 'What is sold, with prices', querystring: wish } },
    (request) => {
      const { company, on, ...rest } = request.query
      const day = on ? dayOf('on', on) : dayInHelsinki(occasionOf(request).at)
      return look(db, occasionOf(request), (view) =>
        productsListed(view, inForce(running), { ...rest, on: day, organisationId: company ?? null }),
      )
    },
  )
  server.get(
    '/products/:id',
    { config: desks, schema: { summary: 'A product and its price history', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/products',
    { config: desks, schema: { summary: 'Enter a product', body: Type.Object(product, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, product)
      const id = await perform(db, occasionOf(request), (act) => enterProduct(act, inForce(running), request.body))
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.put(
    '/products/:id',
    { config: desks, schema: { summary: 'Change a product', params: One, body: Type.Object(product, open) } },
    async (request) => {
      refuseOtherParts(request.body, product)
      const change = { id: request.params.id, revision: revisionOf(request.headers), words: request.body }
      await perform(db, occasionOf(request), (act) => changeProduct(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  for (const [path, retired] of [
    ['retirement', true],
    ['return', false],
  ] as const)
    server.post(
      `/products/:id/${path}`,
      { config: desks, schema: { summary: 'Take a product off sale, or put it back', params: One } },
      async (request, reply) => {
        const { id } = request.params
        await perform(db, occasionOf(request), (act) => retireProduct(act, inForce(running), { id, retired }))
        return reply.status(201).send(await shown(request, id))
      },
    )
  server.delete(
    '/products/:id',
    { config: desks, schema: { summary: 'Delete a product that no document names', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => deleteProduct(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  priceListRoutes(server, running)
}

function priceListRoutes(server: HttpServer, running: Running<Tables>) {
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion

  server.get('/price-lists', { config: desks, schema: { summary: 'Every price list' } }, (request) =>
    look(db, occasionOf(request), (view) => priceListsSeen(view, inForce(running))),
  )
  server.post(
    '/price-lists',
    { config: desks, schema: { summary: 'Open a price list', body: Type.Object(priceList, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, priceList)
      const id = await perform(db, occasionOf(request), (act) => openPriceList(act, inForce(running), request.body))
      return reply.status(201).send({ id })
    },
  )
  const changed = { ...priceList, retired: Type.Optional(Type.Boolean()) }
  server.put(
    '/price-lists/:id',
    { config: desks, schema: { summary: 'Change a price list', params: One, body: Type.Object(changed, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, changed)
      const { retired, ...words } = request.body
      const change = { id: request.params.id, revision: revisionOf(request.headers), words, retired }
      await perform(db, occasionOf(request), (act) => changePriceList(act, inForce(running), change))
      return reply.status(204).send()
    },
  )
  server.post(
    '/price-lists/:id/prices',
    {
      config: desks,
      schema: { summary: 'Say what a product costs from a day on', params: One, body: Type.Object(price, open) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, price)
      const said = { ...request.body, priceList: request.params.id }
      const id = await perform(db, occasionOf(request), (act) => setPrice(act, inForce(running), said))
      return reply.status(201).send({ id })
    },
  )
}
