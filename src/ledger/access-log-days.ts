import { type Kysely, sql } from 'kysely'

/** One day of the access log (UTC), as its digest says it. */
export interface LogDay {
  day: string
  rows: number
  sha256: string
}

/** Entries are written a moment after their instant: a day is closed an hour after midnight. */
export const graceOfDay = 60 * 60 * 1000

/** Digests of the days that are over and have none yet. */
export async function daysToSeal<T>(db: Kysely<T>, at: Date): Promise<LogDay[]> {
  const over = new Date(at.getTime() - graceOfDay).toISOString().slice(0, 10)
  const { rows } = await sql<{ day: string }>`
    with recursive ${loggedDays}
    select logged.day from logged
    where logged.day < ${over}::date and not exists (
      select from register.ledger_opening opening where opening.payload ->> 'about' = 'access-log/' || logged.day
    )
    order by logged.day`.execute(db)

  const days: LogDay[] = []
  for (const { day } of rows) days.push(await digestOf(db, day))
  return days
}

/** Digests of all days that have entries now, or of those after a day. */
export async function allDays<T>(db: Kysely<T>, after = '0001-01-01'): Promise<LogDay[]> {
  const { rows } = await sql<{
    day: string
  }>`with recursive ${loggedDays} select day from logged where day > ${after}::date`.execute(db)
  const days: LogDay[] = []
  for (const { day } of rows) days.push(await digestOf(db, day))
  return days
}

// Hops from day to day along the key instead of reading every entry: 2 years of days in 15 ms.
const loggedDays = sql`logged (day) as (
  select (min(at) at time zone 'UTC')::date from register.access_log
  union all
  select (select (min(entry.at) at time zone 'UTC')::date from register.access_log entry
          where entry.at >= (logged.day + 1)::timestamp at time zone 'UTC')
  from logged where logged.day is not null
)`

// Each entry as a JSON array of text that no session setting changes; their digests, in order, once more.
async function digestOf<T>(db: Kysely<T>, day: string): Promise<LogDay> {
  const { rows } = await sql<{ rows: number; sha256: string }>`
    select count(*) as rows,
      encode(sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(
        entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.by, entry.duty, entry.purpose,
        to_jsonb(entry.people), to_jsonb(entry.fields), entry.under
      )::text, 'UTF8')), ''::bytea order by entry.at, entry.id), ''::bytea)), 'hex') as sha256
    from register.access_log entry
    where entry.at >= (${day}::date)::timestamp at time zone 'UTC'
      and entry.at < (${day}::date + 1)::timestamp at time zone 'UTC'`.execute(db)
  const [digest] = rows
  if (!digest) throw new Error('an aggregate gives one row')
  return { day, ...digest }
}
