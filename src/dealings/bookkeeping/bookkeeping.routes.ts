import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { groupCompanyOf, inForce, refuseUnlessSees } from '#register'
import type { Running } from '#statement'
import { invoicingOf } from '../invoices/invoicing.ts'
import type { DealingsReach } from '../reach.ts'
import { keepAccounts } from './keep-accounts.ts'
import { type BookkeepingFile, takeBookkeeping } from './take-bookkeeping.ts'
import { postingsOf } from './voucher.ts'
import { voucherFile } from './voucher-file.ts'
import { accountsHeld, eventsOfMonth } from './vouchers.view.ts'

const config = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const company = Type.Optional(Type.String({ maxLength: 100 }))
const ofMonth = Type.Object({ groupCompany: company, month: Type.String({ maxLength: 7 }) })
const accounts = Type.Object(
  {
    ...{ groupCompany: company, revision: Type.Optional(Type.Integer()) },
    accounts: Type.Object({}, { additionalProperties: true }),
  },
  closed,
)
const intake = Type.Object({ groupCompany: company, file: Type.String({ maxLength: 7_000_000 }) }, closed)

/** Bookkeeping out and in: vouchers of a month, and invoices, payments and balances where they are made elsewhere. */
export function bookkeepingRoutes<T extends DealingsReach & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  { released }: Pick<BookkeepingFile, 'released'> = {},
) {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion

  server.get(
    '/bookkeeping',
    {
      config,
      schema: {
        summary: 'Where sales stand in the books, and what was taken in',
        querystring: Type.Object({ groupCompany: company }),
      },
    },
    (request) =>
      look(db, occasionOf(request), async (view) => {
        const rules = inForce(running)
        refuseUnlessSees(rules, view, ['com.invoicing'])
        view.saw([], [])
        const groupCompany = groupCompanyOf(rules.policy, request.query.groupCompany)
        const intakes = await view.db
          .selectFrom('register.bookkeeping_intake')
          .select(['id', 'origin', 'rows', 'taken', 'known', 'failed', 'taken_by as takenBy', 'taken_at as takenAt'])
          .where('group_company', '=', groupCompany)
          .orderBy('taken_at', 'desc')
          .limit(20)
          .execute()
        const { issues } = await invoicingOf(view as never, groupCompany)
        const held = await accountsHeld(view, groupCompany)
        return { groupCompany, groupCompanies: rules.policy.groupCompanies, issues, ...held, intakes }
      }),
  )
  server.put(
    '/bookkeeping',
    { config, schema: { summary: 'Set where sales stand in the books', body: accounts } },
    (request) => perform(db, occasionOf(request), (act) => keepAccounts(act, inForce(running), request.body)),
  )
  server.get(
    '/bookkeeping/vouchers.csv',
    { config, schema: { summary: 'The vouchers of a month for the bookkeeping program', querystring: ofMonth } },
    async (request, reply) => {
      const { groupCompany, month } = request.query
      const file = await look(db, occasionOf(request), async (view) => {
        const rules = inForce(running)
        const events = await eventsOfMonth(view, rules, { month, ...(groupCompany ? { groupCompany } : {}) })
        const held = await accountsHeld(view, groupCompanyOf(rules.policy, groupCompany))
        return voucherFile(events.flatMap((event) => postingsOf(event, held.accounts)))
      })
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="vouchers-${month}.csv"`)
        .send(file)
    },
  )
  server.post(
    '/bookkeeping/intakes',
    {
      config,
      bodyLimit: 8_000_000,
      schema: { summary: 'Take in invoices, payments and balances from bookkeeping; the file in base64', body: intake },
    },
    async (request, reply) => {
      const { groupCompany, file } = request.body
      const bytes = Buffer.from(file, 'base64')
      const wish = {
        origin: 'upload' as const,
        bytes,
        ...(groupCompany ? { groupCompany } : {}),
        ...(released ? { released } : {}),
      }
      return reply.status(201).send(await takeBookkeeping(running, occasionOf(request), wish))
    },
  )
}
