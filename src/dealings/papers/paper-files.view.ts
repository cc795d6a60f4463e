import { type RawBuilder, sql } from 'kysely'
import { type LedgerTables, type Look, look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import type { Running } from '#statement'
import { allowedOf } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { PaperKind } from './paper.ts'
import { type DocumentKind, documents, fileNameOf, paperOf, peopleOnPaper } from './paper-of.view.ts'
import { paperPdf } from './paper-pdf.ts'

export interface ListedPaper {
  paper: DocumentKind
  id: string
  kind: PaperKind
  number: string
  at: Date
}

const made = sql`number is not null`
const ready: readonly { paper: DocumentKind; table: string; kind: RawBuilder<unknown>; where: RawBuilder<unknown> }[] =
  [
    { paper: 'quotes', table: 'register.quote', kind: sql`'quote'`, where: sql`${made} and state <> 'draft'` },
    { paper: 'orders', table: 'register.sales_order', kind: sql`'order-confirmation'`, where: made },
    { paper: 'deliveries', table: 'register.delivery', kind: sql`'delivery-note'`, where: made },
    {
      paper: 'invoices',
      table: 'register.invoice',
      kind: sql`kind`,
      where: sql`${made} and coalesce(lines, '[]') <> '[]'`,
    },
  ]

/** Papers as files of letters that staff write themselves: those that are ready, of what the duty reads. */
export function paperFiles<T extends DealingsReach & LedgerTables>(register: Running<T>) {
  const running = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  return {
    /** The newest papers with these people and companies, and which fields that told. */
    listed: async (view: Look<never>, { people, companies }: { people: string[]; companies: string[] }) => {
      const door = view as unknown as Look<DealingsReach>
      const seen = ready.filter(({ paper }) => allowedOf(inForce(running), door)(documents[paper]))
      const parts = seen.map(
        ({
          paper,
          table,
          kind,
          where,
        }) => sql`(select ${paper}::text as paper, id, ${kind}::text as kind, number, entered_at as at
          from ${sql.table(table)} where ${where} and (person_id = any(${people}::uuid[]) or organisation_id = any(${companies}::uuid[]))
          order by entered_at desc, id desc limit 15)`,
      )
      const items =
        parts.length === 0
          ? []
          : await rowsOf<ListedPaper>(
              door,
              sql<ListedPaper>`${sql.join(parts, sql` union all `)} order by at desc, id desc`,
            )
      return { items, fields: seen.map(({ paper }) => documents[paper]) }
    },
    /** One of them as a PDF. Refuses a draft (`PAPER_IS_DRAFT`) and what this duty does not see. */
    file: async (occasion: Occasion, { paper: kind, id }: { paper: string; id: string }) => {
      const published = running.current()
      if (!published || !Object.hasOwn(documents, kind)) throw new Refusal('NOT_FOUND', 404)
      const { paper, party } = await look(running.db, occasion, (view) =>
        paperOf(kind as DocumentKind, { look: view, inForce: inForce(running), statement: published.statement, id }),
      )
      if (paper.number === null) throw new Refusal('PAPER_IS_DRAFT', 409)
      return {
        ...{ name: fileNameOf(paper), type: 'application/pdf', content: Buffer.from(await paperPdf(paper)) },
        ...{ fields: [documents[kind as DocumentKind], 'person.name'], people: peopleOnPaper(party) },
      }
    },
  }
}
