import { sql } from 'kysely'
import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { MailOut } from '#platform/mail'
import type { RegisterTables } from '#register'
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

  await mail.send({
    ...letterOf(published, publicUrl, enquiryId, receipt.language),
    to: receipt.address,
    id: `receipt-${enquiryId}`,
  })
  await perform(running.db, occasion, (act) =>
    act.record({ what: 'receipt.sent', about: enquiryId, detail: { language: receipt.language } }),
  )
}

/** Where the receipt of an enquiry goes, and in which language. */
async function receiptOf({ db, saw }: Look<RegisterTables>, enquiryId: string) {
  const row = await db
    .selectFrom('register.enquiry as enquiry')
    .innerJoin('register.person_email as mail', 'mail.person_id', 'enquiry.person_id')
    .select(['enquiry.person_id as personId', 'enquiry.language', 'mail.address'])
    .where('enquiry.id', '=', enquiryId)
    .orderBy('mail.is_primary', 'desc')
    .limit(1)
    .executeTakeFirst()
  saw(row?.personId ? [row.personId] : [], ['person.email'])
  return row ? { address: row.address, language: row.language as Language } : null
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
