import { type RawBuilder, sql } from 'kysely'
import { type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import { isLanguage, type Language } from '#platform/language'
import type { MailOut } from '#platform/mail'
import type { RegisterTables } from '#register'
import type { Published, Running } from '#statement'
import { addressKey } from './choices-key.ts'
import { houseOf } from './frame.pages.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { consentToken, myPageToken } from './links.ts'
import { ownMail } from './own-mail.texts.ts'
import type { ChoicesTables } from './tables.ts'
import { filled } from './unsubscribe.texts.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

export interface Sending {
  mail: MailOut
  publicUrl: string
}

/** How long a link to one's own page opens it. */
export const linkHours = 2

/** Mails the link to somebody's own page to the mailbox it was asked for. Sent twice after a crash, it is the same letter. */
export async function sendOwnPageLink<T extends Tables>(running: Running<T>, sending: Sending, emailId: string) {
  const published = running.current()
  if (!published) return
  const occasion = messenger(running, published)
  const found = await look(running.db, occasion, (view) => mailboxOf(view as never, emailId))
  if (!found) return

  const until = new Date(occasion.at.getTime() + linkHours * 3_600_000)
  const token = myPageToken(
    choicesKeyIn(running),
    found.personId,
    until,
    addressKey(choicesKeyIn(running), 'email', found.to),
  )
  const { language } = found
  const values = { link: linkTo(sending, `my/${token}?language=${language}`), hours: linkHours }
  await sending.mail.send({
    ...letter(published, sending, language, { ...ownMail.page, values }),
    ...{ to: found.to, id: `own-page-${emailId}-${found.askedAt.getTime()}`, regarding: found.personId },
  })
  await perform(running.db, occasion, async (act) => {
    await sql`update register.own_page_link set sent_at = ${occasion.at} where email_id = ${emailId}`.execute(
      executor(act),
    )
    await act.record({ what: 'own-page.link-sent', about: found.personId, detail: { language } })
  })
}

/** Mails the link by which somebody confirms a consent that was asked for. */
export async function sendConsentLink<T extends Tables>(running: Running<T>, sending: Sending, consentId: string) {
  const published = running.current()
  if (!published) return
  const occasion = messenger(running, published)
  const found = await look(running.db, occasion, (view) => askedFor(view as never, consentId))
  if (!found) return

  const token = consentToken(choicesKeyIn(running), consentId, addressKey(choicesKeyIn(running), 'email', found.to))
  const { language, wording } = found
  const values = { link: linkTo(sending, `c/${token}?language=${language}`), wording }
  await sending.mail.send({
    ...letter(published, sending, language, { ...ownMail.consent, values }),
    ...{ to: found.to, id: `consent-${consentId}-${found.since.getTime()}`, regarding: found.personId },
  })
  await perform(running.db, occasion, (act) =>
    act.record({ what: 'consent.link-sent', about: found.personId, detail: { language } }),
  )
}

async function mailboxOf(look: Look<Tables>, emailId: string) {
  const row = await look.db
    .selectFrom('register.person_email as mail')
    .innerJoin('register.own_page_link as link', 'link.email_id', 'mail.id')
    .select(['mail.person_id as personId', 'mail.address as to', 'link.asked_at as askedAt'])
    .where('mail.id', '=', emailId)
    .where('link.sent_at', 'is', null)
    .executeTakeFirst()
  look.saw(row ? [row.personId] : [], ['person.email'])
  return row ? { ...row, language: await languageOf(look, row.personId) } : null
}

async function askedFor(look: Look<Tables>, consentId: string) {
  const row = await look.db
    .selectFrom('register.consent as consent')
    .innerJoin('register.consent_wording as read', 'read.hash', 'consent.wording')
    .innerJoin('register.person_email as mail', 'mail.person_id', 'consent.person_id')
    .select(['consent.person_id as personId', 'consent.since', 'mail.address as to', 'read.text as wording'])
    .select('read.language')
    .where('consent.id', '=', consentId)
    .where('consent.state', '=', 'requested')
    .orderBy('mail.is_primary', 'desc')
    .limit(1)
    .executeTakeFirst()
  look.saw(row ? [row.personId] : [], ['person.email', 'sys.consent'])
  return row ?? null
}

// In the language in which the person last wrote to us.
async function languageOf(look: Look<Tables>, personId: string): Promise<Language> {
  const row = await look.db
    .selectFrom('register.enquiry')
    .select('language')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return isLanguage(row?.language) ? row.language : 'fi'
}

interface Wanted {
  subject: Record<Language, string>
  text: Record<Language, string>
  values: Record<string, string | number>
}

function letter(published: Published, sending: Sending, language: Language, { subject, text, values }: Wanted) {
  const { controller, contact } = published.statement
  const from = controller.email?.address ?? 'rekisteri@localhost'
  const said = {
    ...{ house: houseOf(published), statement: linkTo(sending, `${language}/`) },
    contact: contact?.email?.address ?? from,
    ...values,
  }
  return { from, language, subject: subject[language], text: filled(text[language], said) }
}

function linkTo({ publicUrl }: Sending, path: string) {
  return new URL(path, `${publicUrl.replace(/\/$/, '')}/`).href
}

function messenger<T>(running: Running<T>, published: Published): Occasion {
  const under = String(published.version)
  return { by: 'messenger', duty: 'messenger', purpose: 'customer-communication', at: running.now(), under }
}

function executor(act: { db: unknown }) {
  return act.db as Parameters<RawBuilder<unknown>['execute']>[0]
}
