import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { framedPdf } from '#platform/framed-pdf'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { finvoiceOf } from './finvoice/finvoice.ts'
import { type DocumentKind, documents, fileNameOf, paperOf } from './paper-of.view.ts'
import { paperPdf } from './paper-pdf.ts'
import { queueAgain, queuePaper } from './queue-paper.ts'
import { paperAtDesk } from './recipients-of-paper.view.ts'
import { type SendingPorts, sendPaper } from './send-paper.ts'

type PaperRunning = Running<DealingsReach & LedgerTables>

const config = { may: { purposes: 'any' } } as const
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const sending = Type.Object(
  {
    to: Type.Optional(Type.Union(['contact', 'person', 'company'].map((one) => Type.Literal(one)))),
    message: Type.Optional(Type.String({ maxLength: 4000 })),
  },
  { additionalProperties: false },
)
const pdfs: Record<DocumentKind, string> = {
  quotes: '/quotes/:id/paper.pdf',
  orders: '/orders/:id/paper.pdf',
  deliveries: '/deliveries/:id/paper.pdf',
  invoices: '/invoices/:id/paper.pdf',
  reminders: '/reminders/:id/paper.pdf',
}

/** Papers of documents: to read, to print, to mail, and as an e-invoice. Routine outputs: no reason is asked, each look is logged. */
export function paperRoutes<T extends DealingsReach & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  ports: SendingPorts,
) {
  const running = register as unknown as PaperRunning // its tables are among T's
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const seen = (request: object, kind: DocumentKind, id: string) =>
    look(running.db, occasionOf(request), (view) => paperOf(kind, { look: view, id, ...said(running) }))

  for (const kind of Object.keys(documents) as DocumentKind[]) {
    server.get(
      pdfs[kind],
      { config, schema: { summary: `The paper of one of the ${kind}`, params } },
      async (request, reply) => {
        const { paper } = await seen(request, kind, request.params.id)
        return reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename="${fileNameOf(paper)}"`)
          .headers(framedPdf)
          .send(await paperPdf(paper))
      },
    )
    server.get(
      `/${kind}/:id/paper`,
      { config, schema: { summary: `To whom the paper of one of the ${kind} may go, and when it went`, params } },
      (request) =>
        look(running.db, occasionOf(request), (view) =>
          paperAtDesk(kind, { look: view, id: request.params.id, ...said(running) }),
        ),
    )
    server.post(
      `/${kind}/:id/paper/sending`,
      { config, schema: { summary: `Mail the paper of one of the ${kind} to its customer`, params, body: sending } },
      async (request) => {
        if (!ports.mail) throw new Refusal('MAIL_NOT_SET_UP', 409)
        const wish = { document: kind, id: request.params.id, ...(request.body as { message?: string }), wakes: false }
        const occasion = occasionOf(request)
        const { id, to } = await perform(running.db, occasion, (act) => queuePaper(act, running, wish))
        return { id, to, ...(await sendPaper(running, ports, { id, occasion })) }
      },
    )
  }

  server.post(
    '/papers-sent/:id/again',
    { config, schema: { summary: 'Send a paper again that did not leave, or of which nobody knows', params } },
    async (request) => {
      const [{ id }, occasion] = [request.params, occasionOf(request)]
      await perform(running.db, occasion, (act) => queueAgain(act, inForce(running), id))
      return { id, ...(await sendPaper(running, ports, { id, occasion })) }
    },
  )

  server.get(
    '/invoices/:id/finvoice.xml',
    { config, schema: { summary: 'An invoice as a Finvoice 3.0 message', params } },
    async (request, reply) => {
      const { paper } = await seen(request, 'invoices', request.params.id)
      if (paper.number === null) throw new Refusal('PAPER_IS_DRAFT', 409)
      if (paper.lines.length === 0) throw new Refusal('NO_INVOICE_ROWS', 409, { field: 'lines' })
      if (!paper.seller.eAddress || !paper.buyer.eAddress)
        throw new Refusal('E_ADDRESS_MISSING', 409, { field: 'eAddress' })
      return reply
        .type('application/xml; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${fileNameOf(paper, 'xml')}"`)
        .send(finvoiceOf(paper, { id: request.params.id, at: running.now() }))
    },
  )
}

function said(running: PaperRunning) {
  const published = running.current()
  if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  return { inForce: inForce(running), statement: published.statement }
}
