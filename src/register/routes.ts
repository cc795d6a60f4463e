import { Type } from 'typebox'
import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { subjects as known, type Running } from '#statement'
import { asked, desks, found, Id, type RegisterPorts, Text } from './asked-by.routes.ts'
import { deletionRoutes } from './bin-record.routes.ts'
import { captureRoutes } from './capture/capture.routes.ts'
import { companyRoutes } from './company-routes.ts'
import { contactOfRegister, nameContact } from './contact-of-register.ts'
import { enquiryRoutes } from './enquiry-routes.ts'
import { formOf, sourcesDeclared } from './forms.view.ts'
import { inForce } from './in-force.ts'
import { noticesWaiting } from './notices.view.ts'
import { personRoutes } from './person-routes.ts'
import { relationshipRoutes } from './relationship-routes.ts'
import { found as foundItems } from './search.view.ts'
import type { RegisterTables } from './tables.ts'
import { treeRoutes } from './tree/tree.routes.ts'

const keepers = { may: { duties: ['admin', 'privacy'] } }
const subjects = Type.Union([...known, 'company' as const].map((subject) => Type.Literal(subject)))
const limit = (most: number) => Type.Optional(Type.Integer({ minimum: 1, maximum: most }))
const nobody = Type.Union([Id, Type.Null()])
const contact = Type.Object(
  {
    handler: Id,
    deputy: Type.Optional(nobody),
    cover: Type.Optional(Type.Union([Type.Object({ staff: Id, from: Text(10), until: Text(10) }), Type.Null()])),
  },
  { additionalProperties: false },
)

/** The register at the desk: companies, people, relationships, enquiries, search, notices, and who answers for it all. */
export function registerRoutes<T extends RegisterTables & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  ports: RegisterPorts,
) {
  const running = register as unknown as Running<RegisterTables & LedgerTables> // its tables are among T's
  const { db } = running
  const desk = { server, running, ports }
  companyRoutes(desk)
  personRoutes(desk)
  relationshipRoutes(desk)
  enquiryRoutes(desk)
  treeRoutes(desk)
  deletionRoutes(desk)
  captureRoutes(desk)

  // In the body: what is looked for names people, and an address ends up in the logs of whatever stands between.
  server.post(
    '/search',
    {
      config: { ...desks, reads: true },
      schema: {
        summary: 'Search as you type over names, companies, business IDs, e-mail and phone',
        body: Type.Object(
          { q: Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' }), limit: limit(50) },
          { additionalProperties: false },
        ),
      },
    },
    async (request) => ({
      items: await look(db, asked(request).occasion, (view) =>
        foundItems(view, inForce(running), { q: request.body.q, limit: request.body.limit ?? 10 }),
      ),
    }),
  )

  server.get(
    '/fields',
    {
      config: desks,
      schema: {
        summary: 'What a form asks: the declared fields, and what the duty may do with each',
        querystring: Type.Object({ subject: subjects }),
      },
    },
    async (request) => {
      const { occasion, language } = asked(request)
      const subject = known.find((one) => one === request.query.subject) ?? 'organisation'
      return { items: formOf(inForce(running), occasion, { subject, language }) }
    },
  )

  server.get(
    '/sources',
    { config: desks, schema: { summary: 'The sources that the statement declares' } },
    async (request) => ({
      items: sourcesDeclared(inForce(running), asked(request).language),
    }),
  )

  server.get(
    '/notices',
    {
      config: desks,
      schema: {
        summary: 'People who have still to be told, the most pressing first',
        querystring: Type.Object({
          within: Type.Optional(Type.Integer({ minimum: -1, maximum: 60 })),
          limit: limit(200),
        }),
      },
    },
    (request) =>
      look(db, asked(request).occasion, (view) =>
        noticesWaiting(view, inForce(running), { within: request.query.within ?? 7, limit: request.query.limit ?? 50 }),
      ),
  )

  server.get(
    '/contact-of-register',
    { config: keepers, schema: { summary: 'Who answers for the register' } },
    async (request) => found(await contactNow(request)),
  )

  server.put(
    '/contact-of-register',
    {
      config: keepers,
      schema: { summary: 'Name who answers for the register, the deputy and the holiday cover', body: contact },
    },
    async (request) => {
      const named = { deputy: null, cover: null, ...request.body }
      await perform(db, asked(request).occasion, (act) => nameContact(act, named))
      return contactNow(request)
    },
  )

  function contactNow(request: Parameters<typeof asked>[0]) {
    return look(db, asked(request).occasion, contactOfRegister)
  }
}
