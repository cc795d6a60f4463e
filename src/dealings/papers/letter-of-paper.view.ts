import { type Act, type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { askProof, inForce, type Letter, noticesRode, noticesToRide, type RegisterTables, ridingText } from '#register'
import type { Published, Running } from '#statement'
import { digestOfProof, proofAddress, proofToken } from '../quotes/proof-link.ts'
import { quoteAddress } from '../quotes/quote-link.ts'
import type { DealingsReach } from '../reach.ts'
import { paperMail } from './paper-mail.words.ts'
import { type DocumentKind, fileNameOf, paperOf } from './paper-of.view.ts'
import { paperPdf } from './paper-pdf.ts'
import { type PaperRecipient, recipientsOf } from './recipients-of-paper.view.ts'

export type PaperRunning = Running<DealingsReach & LedgerTables>

interface Wish {
  document: DocumentKind
  id: string
  to: PaperRecipient['to']
  message: string | null
  publicUrl: string
}

/** A paper in its letter, ready to leave, and what is to be kept once it has left. */
export interface PaperLetter extends Omit<Letter, 'id'> {
  toPerson: string | null
  /** Whether a waiting notice rides in it. */
  rode: boolean
  /** Keeps that the notices which rode in it were given (Art. 14(3)(b) GDPR). */
  told(): Promise<void>
}

/** The letter that carries a paper as things stand now. A notice that waits for the next mail rides in it. Who is on it is in the access log. */
export async function letterOfPaper(running: PaperRunning, occasion: Occasion, wish: Wish): Promise<PaperLetter> {
  const published = running.current()
  if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  const { statement } = published
  const { publicUrl, message } = wish
  const { seen, recipients } = await look(running.db, occasion, async (view) => {
    const asked = { look: view, inForce: inForce(running), statement, id: wish.id }
    const seen = await paperOf(wish.document, asked)
    if (seen.settled) throw new Refusal('REMINDER_SETTLED', 409, { clause: 'S5.11' })
    return {
      seen,
      recipients: await recipientsOf(view, asked.inForce, seen.party, { kind: wish.document, id: wish.id }),
    }
  })
  const { paper } = seen
  if (paper.number === null) throw new Refusal('PAPER_IS_DRAFT', 409)
  const to = recipients.find((one) => one.to === wish.to)
  if (!to) throw new Refusal('NO_EMAIL_ADDRESS', 409, { clause: 'S6.7' })
  // S6.3: what is told to an address that nobody has confirmed is told to nobody.
  const personId = to.unproven ? null : to.personId
  const rides = await ridingWith(running, published, { personId, language: paper.language, publicUrl })
  const proof = to.unanswered
    ? await proofFor(running, { emailId: to.unanswered, language: paper.language, publicUrl })
    : null
  const link = seen.waits ? quoteAddress(running, publicUrl, { quoteId: wish.id, version: seen.waits }) : null
  const letter = paperMail(paper, { message, link, proof })
  return {
    ...{ to: to.address, subject: letter.subject, toPerson: to.personId, rode: rides.text !== '', told: rides.told },
    text: [letter.text, rides.text].filter(Boolean).join('\n—\n\n'),
    attachments: [{ name: fileNameOf(paper), type: 'application/pdf', content: await paperPdf(paper) }],
    ...(to.personId ? { regarding: to.personId } : {}),
  }
}

/** The link by which whoever reads the letter answers from its address; what is kept of it is a digest. */
async function proofFor(
  running: PaperRunning,
  { emailId, language, publicUrl }: { emailId: string; language: Language; publicUrl: string },
) {
  const token = proofToken(running, emailId)
  const itself: Occasion = {
    ...{ by: 'register', duty: 'worker', purpose: 'customer-communication', at: running.now() },
    under: String(running.current()?.version ?? 0),
  }
  await perform(running.db, itself, (act) => askProof(act, { emailId, digest: digestOfProof(token) }))
  return proofAddress(publicUrl, token, language)
}

async function ridingWith(
  running: PaperRunning,
  published: Published,
  { personId, language, publicUrl }: { personId: string | null; language: Language; publicUrl: string },
) {
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
