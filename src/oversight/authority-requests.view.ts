import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { isSilent, mayDecide } from './authority-request.ts'
import type { OversightTables } from './tables.ts'

/** Requests of authorities, what waits for somebody first. */
export async function authorityRequests(look: Look<OversightTables>) {
  const rows = await requests(look)
    .orderBy(sql`case state when 'prepared' then 0 when 'approved' then 1 else 2 end`)
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute()
  look.saw([], [])
  return { items: rows.map((row) => shown(look, row)), next: null }
}

/** One request; the privacy contact sees whom it is about, the administrator how many. */
export async function authorityRequestOf(look: Look<OversightTables>, id: string) {
  const row = await requests(look).where('id', '=', id).executeTakeFirst()
  const people = row && look.duty === 'privacy' ? await named(look, id) : []
  look.saw(
    people.map((one) => one.id),
    people.length > 0 ? ['person.name', 'sys.cases'] : [],
  )
  return row ? { ...shown(look, row), people } : null
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

// What one may do here is the server's to say, with the reason where it is a no.
function shown(look: Look<OversightTables>, row: Row) {
  const decides = row.state === 'prepared' && mayDecide(row, look.by)
  return {
    ...row,
    silent: isSilent(row, dayInHelsinki(look.at)),
    may: {
      decide: decides,
      release: row.state === 'approved' && look.duty === 'privacy',
      own: !mayDecide(row, look.by),
    },
  }
}

async function named(look: Look<OversightTables>, id: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select who.id, btrim(who.given_name || ' ' || who.family_name) as name
    from register.authority_request request join register.person who on who.id = any(request.people)
    where request.id = ${id} order by who.family_name, who.given_name
  `.execute(look.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0])
  return rows
}

function requests({ db }: Look<OversightTables>) {
  const name = (staff: 'prepared_by' | 'decided_by' | 'released_by') =>
    sql<
      string | null
    >`(select staff.name from register.staff where staff.id::text = authority_request.${sql.ref(staff)})`
  return db
    .selectFrom('register.authority_request')
    .select(['id', 'recipient', 'authority', 'provision', 'document_ref as documentRef', 'purpose', 'fields', 'state'])
    .select([
      'people_count as peopleCount',
      'asked_on as askedOn',
      'received_at as receivedAt',
      'prepared_at as preparedAt',
    ])
    .select(['silent_until as silentUntil', 'silent_ground as silentGround', 'prepared_by as preparedBy'])
    .select(['decided_at as decidedAt', 'decision_note as decisionNote', 'released_at as releasedAt'])
    .select(['extract_digest as extractDigest', 'revision'])
    .select([
      name('prepared_by').as('preparedByName'),
      name('decided_by').as('decidedByName'),
      name('released_by').as('releasedByName'),
    ])
}
