import { sql } from 'kysely'
import type { Occasion } from '#ledger'
import type { FinderPart } from '#lists'
import { newId } from '#platform/new-id'
import { inForce } from '#register'
import { partsSeen, rowOf } from './find-records.view.ts'
import { rowsOf } from './rows.ts'
import type { WorkRegister } from './under-duty.ts'

const mostKept = 30

/**
 * Notes that somebody opened a card or a record: opaque ids, as often as one looks, so no act of the ledger (design 4). What this duty does
 * not see, or what is not there, is not noted, and nobody is told which.
 */
export async function noteSeen(
  running: WorkRegister,
  { by, duty, purpose, at }: Occasion,
  { parts, kind, id }: { parts: readonly FinderPart[]; kind: string; id: string },
) {
  const part = partsSeen({ duty, purpose }, inForce(running), parts).find((one) => one.kind === kind)
  const opened = openedSql(kind, id, part)
  if (!opened) return
  await running.db
    .as(duty)
    .transaction()
    .execute(async (db) => {
      // Row policies of a narrower reach ask who is acting.
      await rowsOf({ db }, sql`select set_config('seloste.by', ${by}, true)`)
      await rowsOf(
        { db },
        sql`insert into register.seen_lately (id, staff, kind, record_id, organisation_id, person_id, at)
          select ${newId(at.getTime())}::uuid, ${by}, ${kind}, ${id}::uuid, opened.organisation, opened.person, ${at} from (${opened}) opened
          on conflict (staff, kind, record_id) do update set at = excluded.at`,
      )
      await rowsOf(
        { db },
        sql`delete from register.seen_lately where staff = ${by} and id not in
          (select id from register.seen_lately where staff = ${by} order by at desc limit ${sql.lit(mostKept)})`,
      )
    })
    .catch((fault: { code?: string }) => {
      if (fault.code !== '42501') throw fault // a duty without the fields has no such list
    })
}

/** With whom what was opened is about; undefined where this duty opens no such thing. */
function openedSql(kind: string, id: string, part: FinderPart | undefined) {
  if (kind === 'person')
    return sql`select null::uuid as organisation, id as person from register.person where id = ${id}::uuid`
  if (kind === 'company')
    return sql`select id as organisation, null::uuid as person from register.organisation where id = ${id}::uuid`
  if (!part) return undefined
  const { row, where, opens } = rowOf(part)
  return sql`select ${part.organisation ?? sql`null::uuid`} as organisation, ${part.person ?? sql`null::uuid`} as person
    from ${sql.table(part.table)} where ${opens} = ${id}::uuid ${where ? sql`and ${where}` : sql``}
    order by ${sql.ref(`${row}.id`)} desc limit 1`
}
