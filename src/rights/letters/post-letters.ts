import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { MailOut } from '#platform/mail'
import { Refusal } from '#platform/refusal'
import type { Published, Running, StatementTables } from '#statement'
import { codeMinutes, digestOfLink, linkDays, newCode, newToken } from '../links.ts'
import type { LetterKind, RightsReach } from '../tables.ts'
import { addressOnFile } from '../whose-address.ts'
import { codeMark, linkMark } from './letter.ts'
import { letterGone } from './send-letter.ts'

export type RightsRegister = Running<RightsReach & LedgerTables & StatementTables>

/** What carries a letter: the register's own outgoing mail, or a port's that knows its sender itself. */
export interface PostedMail {
  send(letter: { to: string; subject: string; text: string }): Promise<void>
}

/** The occasion of what the register does with requests by itself. */
export function byItself(running: RightsRegister, duty: 'messenger' | 'rights' | 'intake' = 'messenger'): Occasion {
  const under = String(running.current()?.version ?? 0)
  return {
    by: duty === 'messenger' ? duty : 'visitor',
    duty,
    purpose: 'customer-communication',
    at: running.now(),
    under,
  }
}

interface Waiting {
  id: string
  requestId: string
  kind: LetterKind
  personId: string | null
  language: 'fi' | 'sv' | 'en'
  subject: string
  body: string
  to: string
}

// Two rounds at once never send one letter twice; after a crash between sending and keeping, it carries the same Message-ID.
/** Mails the letters that wait, one by one; one that cannot go stays and holds up no other. Answers how many went. */
export async function postLetters(running: RightsRegister, mail: MailOut, publicUrl: string): Promise<number> {
  const published = running.current()
  if (!published) return 0
  let gone = 0
  for (const letter of await lettersWaiting(running)) {
    if (await post(running, letter, { published, mail, publicUrl })) gone += 1
  }
  return gone
}

async function post(
  running: RightsRegister,
  letter: Waiting,
  { published, mail, publicUrl }: { published: Published; mail: MailOut; publicUrl: string },
): Promise<boolean> {
  const { statement } = published
  const { text, links } = withLinks(letter, publicUrl, running.now())
  const { id, subject, to, language } = letter
  const from = statement.contact?.email?.address ?? statement.controller.email?.address ?? 'rekisteri@localhost'
  await perform(running.db, byItself(running), async (act) => {
    if (links.length > 0) await act.db.insertInto('register.rights_link').values(links).execute()
    await act.record({ what: 'request.letter-leaves', about: letter.requestId, detail: { letter: id } })
  })
  try {
    return await perform(running.db, byItself(running), async (act) => {
      const mine = await act.db
        .selectFrom('register.rights_letter')
        .select('id')
        .where('id', '=', id)
        .where('state', '=', 'queued')
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!mine) throw new Refusal('LETTER_GONE_ALREADY', 409) // another round has it
      await mail.send({ from, to, subject, text, language, id: `rights-${id}` })
      await letterGone(act, { id, state: 'sent' })
      return true
    })
  } catch {
    return false
  }
}

// What opens something is made when the letter goes, and stands in the letter alone.
function withLinks({ body, kind, requestId, language }: Waiting, publicUrl: string, at: Date) {
  if (!body.includes(linkMark)) return { text: body, links: [] }
  const token = newToken()
  const opens = kind === 'identity-question' ? ('identity' as const) : ('package' as const)
  const expires_at = new Date(`${addDays(dayInHelsinki(at), linkDays + 1)}T00:00:00+02:00`)
  const address = `${publicUrl}/${language}/request/${opens === 'identity' ? 'confirm' : 'answer'}/${token}/`
  return {
    text: body.replaceAll(linkMark, address),
    links: [{ digest: digestOfLink(token), request_id: requestId, opens, made_at: at, expires_at, used_at: null }],
  }
}

/** Mails a code to the address on file: whoever has the link and not the mailbox gets no further. */
export async function postCode(
  running: RightsRegister,
  mail: PostedMail,
  {
    token,
    requestId,
    to,
    subject,
    text,
  }: { token: string; requestId: string; to: string; subject: string; text: string },
) {
  const code = newCode()
  const at = running.now()
  await perform(running.db, byItself(running, 'rights'), async (act) => {
    const expires_at = new Date(at.getTime() + codeMinutes * 60_000)
    const digest = digestOfLink(token, code)
    // The last code alone opens it: each that was asked for before would be one more to guess.
    await act.db
      .deleteFrom('register.rights_link')
      .where('request_id', '=', requestId)
      .where('opens', '=', 'code')
      .execute()
    await act.db
      .insertInto('register.rights_link')
      .values({ digest, request_id: requestId, opens: 'code', made_at: at, expires_at, used_at: null })
      .execute()
    await act.record({ what: 'request.code-sent', about: requestId })
  })
  await mail.send({ to, subject, text: text.replaceAll(codeMark, code) })
}

// An identity question goes to the address on file of whom it is about; everything else where the request asks.
async function lettersWaiting(running: RightsRegister): Promise<Waiting[]> {
  return look(running.db, byItself(running), async (view) => {
    const rows = await view.db
      .selectFrom('register.rights_letter as letter')
      .innerJoin('register.rights_request as request', 'request.id', 'letter.request_id')
      .select(['letter.id', 'letter.kind', 'letter.language', 'letter.subject', 'letter.body'])
      .select(['request.id as requestId', 'request.person_id as personId', 'request.reply_to as replyTo'])
      .where('letter.state', '=', 'queued')
      .orderBy('letter.made_at')
      .limit(200)
      .execute()
    view.saw(
      rows.flatMap(({ personId }) => personId ?? []),
      rows.length > 0 ? ['person.email', 'sys.cases'] : [],
    )
    const found: Waiting[] = []
    for (const { replyTo, ...row } of rows) {
      const onFile = row.personId ? await addressOnFile(view, row.personId) : null
      const to = row.kind === 'identity-question' ? (onFile ?? replyTo) : (replyTo ?? onFile)
      if (to?.includes('@') && row.body !== null) found.push({ ...row, body: row.body, to })
    }
    return found
  })
}
