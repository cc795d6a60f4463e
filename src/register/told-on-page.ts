import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import type { RegisterTables } from './tables.ts'

// Art. 13(4) GDPR: the page holds the same statement that the waiting notices of Art. 13 would send, so they are given with it. Those of
// Art. 14 also say where the data came from (Art. 14(2)(f)), and a change is to be named: they wait for a letter.
/** Closes what a person had still to be told of data they gave themselves, as they are told on a page. Under the machine duty `intake`. */
export async function toldOnPage(
  act: Act<RegisterTables>,
  { personId, language }: { personId: string; language: Language },
) {
  const statement_version = Number(act.under)
  const { rows } = await sql<{ id: string }>`
    select seloste.told_on_page(${personId}::uuid, ${statement_version}::integer, ${act.at}) as id`.execute(
    act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
  )
  for (const { id } of rows) {
    const given = { way: 'form' as const, outcome: 'delivered' as const, language, statement_version }
    await act.db
      .insertInto('register.notice_delivery')
      .values({ id: newId(act.at.getTime()), notice_id: id, person_id: personId, ...given, by: act.by, at: act.at })
      .execute()
  }
  if (rows.length > 0)
    await act.record({
      what: 'notice.given',
      about: personId,
      detail: { way: 'form', language, version: statement_version },
    })
}
