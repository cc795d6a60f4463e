import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Published } from '#statement'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { type InForce, seesOf } from './in-force.ts'
import type { MailOut } from './mail-out.ts'
import { isOpen, type NoticeArticle, type NoticeWay, stateAfter } from './notice.ts'
import { mostTelling, noticeLetter } from './notice-letter.ts'
import type { RegisterTables } from './tables.ts'

export interface Delivery {
  personId: string
  way: Exclude<NoticeWay, 'form'>
  language: Language
  /** Needed where the way is `mail`. */
  mail?: { out: MailOut; published: Published; publicUrl: string }
}

/** Tells a person of the processing: by mail, on paper, by phone, or with the next mail. A late notice lifts the freeze at once. */
export async function deliverNotice(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, way, language, mail }: Delivery,
) {
  refuseUnlessWriter(inForce, act, 'person.name')
  const notices = await act.db
    .selectFrom('register.notice')
    .select(['id', 'state', 'article', 'source'])
    .where('person_id', '=', personId)
    .orderBy('obtained_at', 'desc')
    .execute()
  const told = notices.some(isOpen) ? notices.filter(isOpen) : notices.slice(0, 1)
  if (told.length === 0) throw new Refusal('NOT_FOUND', 404)
  const state = stateAfter(way, true)
  const version = Number(act.under)

  for (const { id } of told) {
    const row = {
      id: newId(act.at.getTime()),
      notice_id: id,
      person_id: personId,
      way,
      language,
      statement_version: version,
      by: act.by,
      at: act.at,
    }
    const outcome = state === 'queued' ? 'waiting' : state === 'sent' ? 'sent' : 'delivered'
    await act.db
      .insertInto('register.notice_delivery')
      .values({ ...row, outcome })
      .execute()
    const settled = { state, statement_version: version, settled_at: state === 'queued' ? null : act.at }
    await act.db
      .updateTable('register.notice')
      .set(settled)
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'failed', 'sent'])
      .execute()
  }
  await act.record({
    what: state === 'queued' ? 'notice.put-in-next-mail' : 'notice.given',
    about: personId,
    detail: { way, language, version },
  })

  // Last, so that nothing is kept of a letter that did not go.
  if (way === 'mail') await post(act, inForce, { personId, language, mail, notice: mostTelling(told) })
}

interface Posting extends Pick<Delivery, 'personId' | 'language' | 'mail'> {
  notice?: { article: NoticeArticle; source: string }
}

async function post(act: Act<RegisterTables>, inForce: InForce, { personId, language, mail, notice }: Posting) {
  if (!mail || !notice) throw new Refusal('MAIL_NOT_SET_UP', 409)
  if (!seesOf(inForce, act)('person.email'))
    throw new Refusal('FIELD_NOT_OF_DUTY', 403, { field: 'person.email', clause: 'S5.7', duty: act.duty })
  const address = await act.db
    .selectFrom('register.person_email')
    .select(['address', 'is_proven'])
    .where('person_id', '=', personId)
    .orderBy('is_proven', 'desc')
    .orderBy('is_primary', 'desc')
    .executeTakeFirst()
  if (!address) throw new Refusal('NO_EMAIL_ADDRESS', 409, { clause: 'S6.7' })
  if (!address.is_proven) throw new Refusal('EMAIL_NOT_CONFIRMED', 409, { clause: 'S6.3' })

  const source = inForce.policy.sources.get(notice.source)
  const { statement, version } = mail.published
  const isPublicSource = source?.kind === 'public-register'
  const letter = noticeLetter({
    statement,
    version,
    publicUrl: mail.publicUrl,
    language,
    source: source?.label[language] ?? '',
    isPublicSource,
    article: notice.article,
  })
  await mail.out.send({ to: address.address, regarding: personId, ...letter }).catch(() => {
    // What the mail server said may hold the address, so it is not repeated.
    throw new Refusal('MAIL_NOT_SENT', 502)
  })
}
