import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Holding } from './holding.ts'

export interface Merging {
  from: string
  into: string
  /** Fields whose value comes from the record that goes; of every other the one that stays keeps its own. */
  take?: readonly string[]
}

/** Makes one record of two that are the same person, in every holding. Of two choices the strictest stays (S12.16). Answers the id by which it can be undone. */
export async function mergePeople<T>(
  act: Act<T>,
  holdings: readonly Holding<T>[],
  { from, into, take = [] }: Merging,
): Promise<string> {
  if (from === into) throw new Refusal('SAME_PERSON', 422, { field: 'from' })
  const id = newId(act.at.getTime())
  await sql`select seloste.begin_merge(${id}, 'person', ${from}, ${into}, ${act.by}, ${act.at})`.execute(
    act.db as never,
  )
  if (take.length > 0)
    await sql`select seloste.take_values('person', ${from}, ${into}, ${[...take]}::text[])`.execute(act.db as never)
  for (const holding of holdings) await holding.merge(act, from, into)
  await sql`select seloste.end_merge(${id})`.execute(act.db as never)
  await act.record({ what: 'person.merged', about: into, detail: { from, merge: id } })
  return id
}

/** The same of two companies: whatever a module keeps about one moves to the other. */
export async function mergeCompanies<T>(act: Act<T>, { from, into, take = [] }: Merging): Promise<string> {
  if (from === into) throw new Refusal('SAME_COMPANY', 422, { field: 'from' })
  const id = newId(act.at.getTime())
  await sql`select seloste.begin_merge(${id}, 'organisation', ${from}, ${into}, ${act.by}, ${act.at})`.execute(
    act.db as never,
  )
  if (take.length > 0)
    await sql`select seloste.take_values('organisation', ${from}, ${into}, ${[...take]}::text[])`.execute(
      act.db as never,
    )
  await sql`select seloste.merge_organisations(${from}, ${into}, ${act.at})`
    .execute(act.db as never)
    .catch((fault: unknown) => {
      if ((fault as { code?: string }).code === '22000')
        throw new Refusal('MERGE_PERSONS_FIRST', 409, { clause: 'S5.2' })
      throw fault
    })
  await sql`select seloste.end_merge(${id})`.execute(act.db as never)
  await act.record({ what: 'organisation.merged', about: into, detail: { from, merge: id } })
  return id
}

/** Tells two records apart again, as they were. Refused where something new hangs on what they became. */
export async function undoMerge<T>(
  act: Act<T>,
  { merge, about, from }: { merge: string; about: string; from: string },
) {
  const { rows } = await sql<{ place: string | null }>`select seloste.undo_merge(${merge}, ${act.at}) as place`.execute(
    act.db as never,
  )
  const place = rows[0]?.place
  if (place === 'over') throw new Refusal('MERGE_OVER', 409)
  if (place) throw new Refusal('MERGE_HAS_GROWN', 409, { place: place.replace(/^(register|declared)\./, '') })
  await act.record({ what: 'merge.undone', about, detail: { from, merge } })
}
