import { sql } from 'kysely'
import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { MailOut } from '#platform/mail'
import { noticesRode, noticesToRide, type RegisterTables, ridingText } from '#register'
import type { Published, Running, StatementTables } from '#statement'
import { address } from './addresses.ts'
import { filled, contactTexts as texts } from './contact.texts.ts'
import { referenceOf } from './reference.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

/** Puts the receipt of an enquiry into the queue, in the deed's own transaction: the payload is an opaque id. */
export async function sendLater(act: Act<RegisterTables>, enquiryId: string) {
  await sql`select seloste.enqueue('send-receipt', ${enquiryId})`.execute(
    act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0],
  )
}

/** Sends the receipt of an enquiry to the address it came from; sent twice after a crash, it carries the same Message-ID. */
export async function sendReceipt<T extends Tables>(
  running: Running<T>,
  mail: MailOut,
  publicUrl: string,
  enquiryId: string,
) {
  const published = running.current()
  if (!published) return
  const occasion: Occasion = {
    by: 'messenger',
    duty: 'messenger',
    purpose: 'customer-communication',
    at: running.now(),
    under: String(published.version),
  }
  const receipt = await look(running.db, occasion, (view) => receiptOf(view as never, enquiryId))
  if (!receipt) return

  const { language, personId, notices } = receipt
  const letter = letterOf(published, publicUrl, enquiryId, language)
  const riding = ridingText(published, notices, { language, publicUrl })
  await mail.send({
    ...letter,
    text: [letter.text, riding].filter(Boolean).join('\n—\n\n'),
    to: receipt.address,
    id: `receipt-${enquiryId}`,
    regarding: personId,
  })
  await perform(running.db, occasion, async (act) => {
    await act.record({ what: 'receipt.sent', about: enquiryId, detail: { language } })
    await noticesRode(act as never, personId, notices, language)
  })
}

/** Where the receipt of an enquiry goes, in which language, and which notices of the person wait to ride in it. */
async function receiptOf(look: Look<RegisterTables>, enquiryId: string) {
  const row = await look.db
    .selectFrom('register.enquiry as enquiry')
    .innerJoin('register.person_email as mail', 'mail.person_id', 'enquiry.person_id')
    .select(['enquiry.person_id as personId', 'enquiry.language', 'mail.address'])
    .where('enquiry.id', '=', enquiryId)
    .orderBy('mail.is_primary', 'desc')
    .limit(1)
    .executeTakeFirst()
  look.saw(row?.personId ? [row.personId] : [], ['person.email'])
  if (!row?.personId) return null
  const { personId, address: to } = row
  return { personId, address: to, language: row.language as Language, notices: await noticesToRide(look, personId) }
}

function letterOf(published: Published, publicUrl: string, enquiryId: string, language: Language) {
  const { controller, contact, register } = published.statement
  const from = controller.email?.address ?? 'rekisteri@localhost'
  return {
    from,
    language,
    subject: texts.receiptSubject[language],
    text: filled(texts.receipt[language], {
      controller: controller.legalName ?? '',
      register: register.name[language] ?? register.name.fi,
      version: published.version,
      link: new URL(address.version(language, published.version), `${publicUrl}/`).href,
      contact: contact?.email?.address ?? from,
      reference: referenceOf(enquiryId),
    }),
  }
}
