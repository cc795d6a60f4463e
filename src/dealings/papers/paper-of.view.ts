import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import type { Statement } from '#statement'
import type { DealingsReach } from '../reach.ts'
import type { PartyOfPaper } from './buyer.view.ts'
import { deliveryPaper } from './delivery-paper.view.ts'
import { invoicePaper } from './invoice-paper.view.ts'
import { orderPaper } from './order-paper.view.ts'
import type { Paper, PaperKind } from './paper.ts'
import { quotePaper } from './quote-paper.view.ts'
import { reminderPaper } from './reminder-paper.view.ts'

/** What papers are asked of, as their routes name them. */
export const documents = {
  quotes: 'com.quotes',
  orders: 'com.orders',
  deliveries: 'com.delivery',
  invoices: 'com.invoicing',
  reminders: 'com.invoicing',
} as const

export type DocumentKind = keyof typeof documents

/** A paper, and whose it is: what is needed to print it, to send it and to note that it was sent. */
export interface PaperSeen {
  paper: Paper
  party: PartyOfPaper
  groupCompany: string
  /** The version of a quote that waits for its customer's answer. */
  waits?: number | null
  /** Of a reminder: its invoice was paid or credited meanwhile, so it is not sent. */
  settled?: boolean
}

export interface Asked {
  look: Look<DealingsReach>
  inForce: InForce
  statement: Statement
  id: string
}

const views: Record<DocumentKind, (asked: Asked) => Promise<PaperSeen | null>> = {
  quotes: quotePaper,
  orders: orderPaper,
  deliveries: deliveryPaper,
  invoices: invoicePaper,
  reminders: reminderPaper,
}

/** The paper of a document as it stands; who is on it is in the access log. Refuses what this duty does not see (`NOT_FOUND`). */
export async function paperOf(kind: DocumentKind, asked: Asked): Promise<PaperSeen> {
  const seen = await views[kind](asked)
  const people = seen ? peopleOnPaper(seen.party) : []
  asked.look.saw(people, people.length > 0 ? [documents[kind], 'person.name'] : [])
  if (!seen) throw new Refusal('NOT_FOUND', 404)
  return seen
}

/** Who of the register stands on a paper. */
export function peopleOnPaper({ personId = null, contactId = null }: PartyOfPaper): string[] {
  return [personId, contactId].filter((id) => id !== null)
}

/** The name of a paper's file: its kind and number, and nobody's name. */
export function fileNameOf({ kind, number }: { kind: PaperKind; number: string | null }, ending = 'pdf'): string {
  return `${kind}-${(number ?? 'draft').replace(/[^\w-]/g, '_')}.${ending}`
}
