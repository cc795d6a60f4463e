import type { Act, Look } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import type { Published } from '#statement'
import type { NoticeArticle } from './notice.ts'
import { mostTelling, noticeLetter } from './notice-letter.ts'
import type { RegisterTables } from './tables.ts'

export interface RidingNotice {
  id: string
  article: NoticeArticle
  source: string
}

/** The notices of a person that wait for a mail to ride in, the oldest first. */
export async function noticesToRide({ db }: Look<RegisterTables>, personId: string): Promise<RidingNotice[]> {
  return db
    .selectFrom('register.notice')
    .select(['id', 'article', 'source'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['queued', 'failed'])
    .orderBy('obtained_at')
    .execute()
}

/** What the waiting notices say, to stand under the text of another mail; empty where none waits. */
export function ridingText(published: Published, waiting: readonly RidingNotice[], wish: NoticeWish): string {
  return dueNotice(published, waiting, wish)?.text ?? ''
}

interface NoticeWish {
  language: Language
  publicUrl: string
}

/** The waiting notices as one letter of their own; null where none waits. */
export function dueNotice(
  { statement, version, policy }: Published,
  waiting: readonly RidingNotice[],
  { language, publicUrl }: NoticeWish,
) {
  const first = mostTelling(waiting)
  if (!first) return null
  const source = policy.sources.get(first.source)
  const isPublicSource = source?.kind === 'public-register'
  const wish = { statement, version, publicUrl, language, isPublicSource, article: first.article }
  return noticeLetter({ ...wish, source: source?.label[language] ?? '' })
}

// Art. 14(3)(b) GDPR: at the latest with the first communication to the person.
/** Keeps that a person's waiting notices went with a mail, or in one of their own. */
export async function noticesRode(
  act: Act<RegisterTables>,
  personId: string,
  rode: readonly RidingNotice[],
  language: Language,
  way: 'in-next-mail' | 'mail' = 'in-next-mail',
) {
  const statement_version = Number(act.under)
  for (const { id } of rode) {
    const { numUpdatedRows } = await act.db
      .updateTable('register.notice')
      .set({ state: 'sent', settled_at: act.at, statement_version })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'failed'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    const sent = {
      way,
      outcome: 'sent' as const,
      language,
      statement_version,
      by: act.by,
      at: act.at,
    }
    await act.db
      .insertInto('register.notice_delivery')
      .values({ id: newId(act.at.getTime()), notice_id: id, person_id: personId, ...sent })
      .execute()
  }
  if (rode.length > 0) {
    await act.record({
      what: 'notice.given',
      about: personId,
      detail: { way, language, version: statement_version },
    })
  }
}
