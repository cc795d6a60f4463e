import { type Act, type LedgerTables, look, type Occasion, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  inForce,
  type MailOut,
  noticesRode,
  noticesToRide,
  type RegisterTables,
  refuseIdentityCodes,
  ridingText,
} from '#register'
import type { Published, Running } from '#statement'
import { allowedOf } from '../deal-seen.ts'
import { quoteAddress } from '../quotes/quote-link.ts'
import type { DealingsReach } from '../reach.ts'
import { paperMail } from './paper-mail.words.ts'
import { type DocumentKind, fileNameOf, type PaperSeen, paperOf } from './paper-of.view.ts'
import { paperPdf } from './paper-pdf.ts'
import { type PaperRecipient, recipientsOf } from './recipients-of-paper.view.ts'

type PaperRunning = Running<DealingsReach & LedgerTables>

export interface Sending {
  kind: DocumentKind
  id: string
  /** The first that there is where nothing is said. */
  to?: PaperRecipient['to']
  message?: string
}

export interface SendingPorts {
  mail?: MailOut
  publicUrl: string
}

/**
 * Sends a paper to its customer by mail, as a PDF. A notice that waits for the next mail rides in it (Art. 14(3)(b) GDPR). Refuses a
 * draft, a customer without an address and a register without mail; nothing is kept of a letter that did not go.
 */
export async function sendPaper(running: PaperRunning, occasion: Occasion, wish: Sending, ports: SendingPorts) {
  const published = running.current()
  const { mail, publicUrl } = ports
  if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  refuseIdentityCodes(wish.message, 'com.activities')
  const { statement } = published
  const { seen, recipients } = await look(running.db, occasion, async (view) => {
    const asked = { look: view, inForce: inForce(running), statement, id: wish.id }
    const seen = await paperOf(wish.kind, asked)
    return { seen, recipients: await recipientsOf(view, asked.inForce, seen.party) }
  })
  const { paper } = seen
  if (paper.number === null) throw new Refusal('PAPER_IS_DRAFT', 409)
  const to = wish.to ? recipients.find((one) => one.to === wish.to) : recipients[0]
  if (!to) throw new Refusal('NO_EMAIL_ADDRESS', 409, { clause: 'S6.7' })
  if (!mail) throw new Refusal('MAIL_NOT_SET_UP', 409)

  const rides = await ridingWith(running, published, { to, language: paper.language, publicUrl })
  const link = seen.waits ? quoteAddress(running, publicUrl, { quoteId: wish.id, version: seen.waits }) : null
  const letter = paperMail(paper, { message: wish.message, link })
  const attachment = { name: fileNameOf(paper), type: 'application/pdf', content: await paperPdf(paper) }
  await perform(running.db, occasion, async (act) => {
    await note(act, running, { seen, to, id: wish.id })
    const posted = mail.send({
      ...{ to: to.address, subject: letter.subject, attachments: [attachment] },
      text: [letter.text, rides.text].filter(Boolean).join('\n—\n\n'),
      ...(to.personId ? { regarding: to.personId } : {}),
    })
    await posted.catch((fault: Error) => {
      if (fault instanceof Refusal) throw fault
      throw new Refusal('MAIL_NOT_SENT', 502) // what the mail server said may hold the address
    })
  })
  await rides.told()
  return { to: to.to, rode: rides.text !== '' }
}

async function note(
  act: Act<DealingsReach>,
  running: PaperRunning,
  { seen, to, id }: { seen: PaperSeen; to: PaperRecipient; id: string },
) {
  const { paper, party, groupCompany } = seen
  if (allowedOf(inForce(running), act)('com.activities', 'write'))
    await act.db
      .insertInto('register.paper_sent')
      .values({
        ...{ id: newId(act.at.getTime()), group_company: groupCompany, organisation_id: party.organisationId },
        ...{ person_id: party.personId, sent_to: to.personId, paper: paper.kind, document_id: id },
        ...{
          number: paper.number ?? '',
          language: paper.language,
          entered_by: act.by,
          entered_at: act.at,
          held_at: null,
        },
      })
      .execute()
  await act.record({ what: 'paper.sent', about: id, detail: { kind: paper.kind, toPerson: to.personId } })
}

async function ridingWith(
  running: PaperRunning,
  published: Published,
  { to, language, publicUrl }: { to: PaperRecipient; language: 'fi' | 'sv' | 'en'; publicUrl: string },
) {
  const { personId } = to
  if (!personId) return { text: '', told: async () => {} }
  const messenger: Occasion = {
    ...{ by: 'messenger', duty: 'messenger', purpose: 'customer-communication', at: running.now() },
    under: String(published.version),
  }
  const waiting = await look(running.db, messenger, (view) => {
    view.saw([personId], [])
    return noticesToRide(view as never, personId)
  })
  return {
    text: ridingText(published, waiting, { language, publicUrl }),
    told: async () => {
      if (waiting.length === 0) return
      await perform(running.db, messenger, (act) =>
        noticesRode(act as unknown as Act<RegisterTables>, personId, waiting, language),
      )
    },
  }
}
