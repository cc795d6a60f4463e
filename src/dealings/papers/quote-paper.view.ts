import { dayInHelsinki } from '#platform/finnish-calendar'
import { refuseUnlessSees } from '#register'
import { buyerOf } from './buyer.view.ts'
import { linesOnPaper, termsInWords, totalsOnPaper } from './lines-on-paper.ts'
import type { Asked, PaperSeen } from './paper-of.view.ts'
import { codesOf } from './product-codes.view.ts'
import { sellerOf } from './seller.view.ts'

/** S6.2: the newest version that was sent, exactly as it was sent; what was never sent is a draft. */
export async function quotePaper({ look, inForce, statement, id }: Asked): Promise<PaperSeen | null> {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  const row = await look.db.selectFrom('register.quote').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const sent = await look.db
    .selectFrom('register.quote_version')
    .select(['content'])
    .where('quote_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const content = row.state === 'draft' ? null : (sent?.content ?? null)
  const { language, lines, opening, terms } = content ?? row
  const validUntil = content?.validUntil ?? row.valid_until
  const party = { organisationId: row.organisation_id, personId: row.person_id, contactId: row.contact_person_id }
  const buyer = await buyerOf(look, inForce, party)
  const said = await sellerOf(look, statement, { groupCompany: row.group_company, kind: 'quote', language })
  const title = content ? content.title : row.title
  return {
    party,
    groupCompany: row.group_company,
    waits: content && row.state === 'sent' ? content.version : null,
    paper: {
      ...{ kind: 'quote', language, number: content?.number ?? null, day: content?.sentOn ?? dayInHelsinki(look.at) },
      ...{ seller: said.seller, validUntil, payment: null },
      buyer: { ...buyer, ...(content ? { name: content.buyer.name, businessId: content.buyer.businessId } : {}) },
      lines: linesOnPaper(lines, { language, codes: await codesOf(look, lines) }),
      totals: totalsOnPaper(lines),
      terms: { payment: termsInWords(content?.paymentDays ?? row.payment_days, language) },
      opening: [title, opening].filter(Boolean).join('\n\n') || null,
      closing: [terms, said.closing].filter(Boolean).join('\n\n') || null,
    },
  }
}
