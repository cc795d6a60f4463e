import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { type HttpServer, refusalOf } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { platformRefusals } from '#platform/refusals'
import { inForce, refuseUnlessWriter, registerRefusals } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { dealingsRefusals } from '../refusals.ts'
import { allocatePayment, takeBackPayment } from './allocate-payment.ts'
import { enterPayment } from './enter-payment.ts'
import { invoicesToPay, paymentCard, unallocatedPayments } from './payments.view.ts'
import { largestPaymentFile } from './read-payment-file.ts'
import { takePaymentFile, tryPaymentFile } from './take-payment-file.ts'
import { useCredit } from './use-credit.ts'

type Tables = DealingsReach & LedgerTables
type Released = (occasion: Occasion, personId: string) => Promise<unknown>

const desks = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const groupCompany = Type.Optional(Type.String({ maxLength: 100 }))
const bodyLimit = Math.ceil((largestPaymentFile * 4) / 3) + 10_000
const File = Type.Object(
  {
    file: Type.String({ description: 'The file, in base64.', maxLength: bodyLimit }),
    groupCompany,
    another: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0 }), {
        description:
          'Rows (`n` of the trial) that are payments of their own, however alike one is that was taken before.',
        maxItems: 10_000,
      }),
    ),
  },
  closed,
)
const payment = Type.Object(
  {
    ...{ invoice: Id, amountCents: Type.Integer(), paidOn: Type.Optional(Type.String({ maxLength: 10 })) },
    message: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  closed,
)
const to = Type.Array(Type.Object({ invoice: Id, cents: Type.Optional(Type.Integer()) }, closed), {
  minItems: 1,
  maxItems: 100,
})

const many = Type.Array(Type.Object({ payment: Id, revision: Type.Integer(), invoice: Id }, closed), {
  minItems: 1,
  maxItems: 200,
})

/** Payments: from the bank's files, by hand, and to whom they go. */
export function paymentRoutes(server: HttpServer, running: Running<Tables>, released: Released | undefined) {
  const { db } = running
  const who = (request: object) => (request as { occasion: Occasion }).occasion
  const rules = () => inForce(running)
  const release = async (request: object, people: readonly string[]) => {
    for (const person of people) await released?.(who(request), person)
  }
  const said = ({ file, ...rest }: { file: string; groupCompany?: string; another?: number[] }) => ({
    bytes: Buffer.from(file, 'base64'),
    ...rest,
  })

  server.post(
    '/payment-files/trial',
    { config: desks, bodyLimit, schema: { summary: 'What a payment file would do', body: File } },
    (request) => look(db, who(request), (view) => tryPaymentFile(view, rules(), said(request.body))),
  )
  server.post(
    '/payment-files',
    { config: desks, bodyLimit, schema: { summary: 'Take a payment file of the bank', body: File } },
    async (request, reply) => {
      const { released: people, ...taken } = await perform(db, who(request), (act) =>
        takePaymentFile(act, rules(), said(request.body)),
      )
      await release(request, people)
      return reply.status(201).send(taken)
    },
  )
  server.post(
    '/payments',
    { config: desks, schema: { summary: 'Enter a payment or a refund by hand', body: payment } },
    async (request, reply) => {
      const { released: people, ...entered } = await perform(db, who(request), (act) =>
        enterPayment(act, rules(), request.body),
      )
      await release(request, people)
      return reply.status(201).send(entered)
    },
  )
  server.get(
    '/payments/unallocated',
    {
      config: desks,
      schema: {
        summary: 'Payments that wait for a person to allocate them',
        querystring: Type.Object({ groupCompany, after: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
      },
    },
    (request) => look(db, who(request), (view) => unallocatedPayments(view, rules(), request.query)),
  )
  server.post(
    '/payments/allocations',
    {
      config: desks,
      schema: {
        summary: 'Allocate many payments, each to one invoice; what one is refused for does not stop the others',
        body: Type.Object({ items: many }, closed),
      },
    },
    async (request) => {
      refuseUnlessWriter(rules(), who(request), 'com.invoicing')
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      const said = { ...platformRefusals, ...registerRefusals, ...dealingsRefusals }
      const items: { payment: string; said: string | null }[] = []
      for (const { payment: id, revision, invoice } of request.body.items) {
        const one = { id, revision, to: [{ invoice }] }
        try {
          const { released: people } = await perform(db, who(request), (act) => allocatePayment(act, rules(), one))
          await release(request, people)
          items.push({ payment: id, said: null })
        } catch (fault) {
          const refused = refusalOf(fault as Parameters<typeof refusalOf>[0], request as never, 0)
          items.push({ payment: id, said: sayRefusal(refused, said, language) })
        }
      }
      return { items }
    },
  )
  server.get(
    '/payments/:id',
    { config: desks, schema: { summary: 'One payment and the invoices it went to', params: One } },
    (request) => look(db, who(request), (view) => paymentCard(view, rules(), request.params.id)),
  )
  // In the body: the words are payers' names.
  server.post(
    '/payments/:id/invoices',
    {
      config: { ...desks, reads: true },
      schema: {
        summary: 'Open invoices that a payment may be for, the likeliest first',
        params: One,
        body: Type.Object({ words: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
      },
    },
    (request) =>
      look(db, who(request), (view) => invoicesToPay(view, rules(), { id: request.params.id, ...request.body })),
  )
  server.post(
    '/payments/:id/allocations',
    {
      config: desks,
      schema: {
        summary: 'Allocate a payment to invoices',
        params: One,
        body: Type.Object({ revision: Type.Integer(), to }, closed),
      },
    },
    async (request) => {
      const { released: people, ...answer } = await perform(db, who(request), (act) =>
        allocatePayment(act, rules(), { ...request.body, id: request.params.id }),
      )
      await release(request, people)
      return answer
    },
  )
  server.post(
    '/invoices/:id/credit-use',
    {
      config: desks,
      schema: {
        summary: 'Use what was paid too much on an invoice for another of the same customer',
        params: One,
        body: Type.Object({ to: Id }, closed),
      },
    },
    async (request) => {
      const { released: people, ...answer } = await perform(db, who(request), (act) =>
        useCredit(act, rules(), { from: request.params.id, ...request.body }),
      )
      await release(request, people)
      return answer
    },
  )
  server.post(
    '/payments/:id/take-back',
    {
      config: desks,
      schema: {
        summary: 'Take a payment back from its invoices',
        params: One,
        body: Type.Object({ revision: Type.Integer() }, closed),
      },
    },
    async (request, reply) => {
      await perform(db, who(request), (act) =>
        takeBackPayment(act, rules(), { ...request.body, id: request.params.id }),
      )
      return reply.status(204).send()
    },
  )
}
