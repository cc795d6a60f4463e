import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { staffWhoSee, workField } from './party-of-work.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

/** Names of the staff by id; machines and those who are not there any more have none. */
export async function namesOfStaff(
  door: { db: unknown },
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (wanted.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; name: string }>(
    door,
    sql`select id::text, name from register.staff where id = any(${wanted}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Colleagues who may be given a task about this person or company, or be mentioned: those whose duty sees it. */
export async function colleaguesWhoSee(
  look: Look<WorkReach>,
  inForce: InForce,
  party: { organisationId: string | null; personId: string | null },
) {
  refuseUnlessSees(inForce, look, [workField])
  look.saw([], [])
  const names = await namesOfStaff(look, await staffWhoSee(look, inForce, party))
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'fi'))
}
