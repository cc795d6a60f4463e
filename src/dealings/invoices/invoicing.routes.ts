import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, refuseUnlessSees } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { eAddressOfCompany, setEAddress } from './e-invoice-address.ts'
import { enterReferenceRate } from './enter-reference-rate.ts'
import { invoicingOf, setInvoicing } from './invoicing.ts'
import { referenceRates } from './reference-rates.view.ts'

type Tables = DealingsReach & LedgerTables

const desks = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const text = (maxLength: number) => Type.String({ maxLength })
const maybe = (maxLength: number) => Type.Optional(Type.Union([text(maxLength), Type.Null()]))
const revision = Type.Optional(Type.Integer())
const company = Type.Object({ groupCompany: Type.Optional(text(100)) }, closed)
const account = Type.Object({ iban: text(60), bic: maybe(20) }, closed)
const kinds = Type.Enum(['quote', 'order', 'contract', 'invoice'])
const ofAddress = {
  ...{ source: Type.Optional(text(100)), sourceNote: Type.Optional(text(2000)) },
  document: Type.Optional(Type.Object({ kind: kinds, id: Type.String({ format: 'uuid' }) }, closed)),
}
const invoicing = Type.Object(
  {
    ...{ groupCompany: Type.Optional(text(100)), issues: Type.Optional(Type.Boolean()), vatNumber: maybe(30) },
    ...{
      street: maybe(300),
      postcode: maybe(30),
      city: maybe(200),
      phone: maybe(60),
      email: maybe(300),
      website: maybe(300),
    },
    ...{ footer: maybe(600), accounts: Type.Optional(Type.Array(account, { maxItems: 5 })), eAddress: maybe(60) },
    ...{ eOperator: maybe(40), paymentDays: Type.Optional(Type.Integer()), reminderFee: Type.Optional(Type.Integer()) },
    ...{ lateInterest: Type.Optional(Type.Union([Type.Integer(), Type.Null()])), collector: maybe(300), revision },
  },
  closed,
)

/** How a group company invoices, what late interest hangs on, and where e-invoices go (S5.11). */
export function invoicingRoutes(server: HttpServer, running: Running<Tables>) {
  const { db } = running
  const who = (request: object) => (request as { occasion: Occasion }).occasion
  const rules = () => inForce(running)

  server.get(
    '/invoicing',
    { config: desks, schema: { summary: 'How a group company invoices', querystring: company } },
    (request) =>
      look(db, who(request), async (view) => {
        refuseUnlessSees(rules(), view, ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'])
        view.saw([], [])
        return invoicingOf(view, request.query.groupCompany ?? rules().policy.groupCompanies[0]?.id ?? 'controller')
      }),
  )
  server.put(
    '/invoicing',
    { config: desks, schema: { summary: 'Set how a group company invoices', body: invoicing } },
    (request) => perform(db, who(request), (act) => setInvoicing(act, rules(), request.body as never)),
  )
  server.get(
    '/invoicing/reference-rates',
    { config: desks, schema: { summary: 'The reference rates of late interest by half-year' } },
    (request) => look(db, who(request), (view) => referenceRates(view, rules())),
  )
  server.put(
    '/invoicing/reference-rates/:half',
    {
      config: desks,
      schema: {
        summary: 'Enter the reference rate of a half-year, in basis points',
        params: Type.Object({ half: text(10) }),
        body: Type.Object({ points: Type.Integer() }, closed),
      },
    },
    async (request, reply) => {
      const rate = { half: request.params.half, points: request.body.points }
      await perform(db, who(request), (act) => enterReferenceRate(act, rules(), rate))
      return reply.status(204).send()
    },
  )
  server.get(
    '/companies/:id/e-invoice-address',
    { config: desks, schema: { summary: 'Where the e-invoices of a company go', params: One } },
    (request) => look(db, who(request), (view) => eAddressOfCompany(view, rules(), request.params.id)),
  )
  server.put(
    '/companies/:id/e-invoice-address',
    {
      config: desks,
      schema: {
        summary: 'Set where the e-invoices of a company go; empty takes it away',
        params: One,
        body: Type.Object({ eAddress: maybe(60), eOperator: maybe(40), ...ofAddress, revision }, closed),
      },
    },
    async (request, reply) => {
      const wish = { ...request.body, organisationId: request.params.id }
      await perform(db, who(request), (act) => setEAddress(act, rules(), wish))
      return reply.status(204).send()
    },
  )
}
