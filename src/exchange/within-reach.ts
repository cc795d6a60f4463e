import { sql } from 'kysely'
import { perform } from '#ledger'
import { rowsOf } from './made-of-lines.ts'
import type { OneImport } from './reach.ts'

/**
 * Forgets what the matcher found outside the reach of whoever imports, before anything of it can be read. Such a person or
 * company is to them as one that the register does not hold; the search for doubles finds the two for somebody who sees both.
 * A business ID is public and belongs to one company only: there the line is refused, and says no more than that it cannot be taken.
 */
export async function withinReach({ running, occasion, id }: OneImport) {
  await perform(running.db, occasion, async (act) => {
    await rowsOf(
      act,
      sql`update register.import_line line set person_id = null, suppressed = false
        where line.import_id = ${id} and line.state = 'waiting' and (line.person_id is not null or line.suppressed)
          and not exists (select from register.person seen where seen.id = line.person_id)`,
    )
    await rowsOf(
      act,
      sql`update register.import_line line set organisation_id = null
        where line.import_id = ${id} and line.state = 'waiting' and line.organisation_id is not null and line.business_id is null
          and not exists (select from register.organisation seen where seen.id = line.organisation_id)`,
    )
    await rowsOf(
      act,
      sql`update register.import_line line set code = 'HELD_UNSEEN', field = 'org.name', clause = null
        where line.import_id = ${id} and line.code = 'COMPANY_CLOSED'`,
    )
    // Several of one name in the whole register may be one, or none, of those that are seen.
    await rowsOf(
      act,
      sql`update register.import_line line set state = 'waiting', outcome = 'created', code = null, field = null, organisation_id = known.id
        from (select said.name_key, (array_agg(firm.id))[1] as id, count(firm.id) as seen
            from (select distinct name_key from register.import_line where import_id = ${id} and code = 'COMPANY_NOT_CLEAR') said
            left join register.organisation firm on seloste.folded(firm.name) collate "C" = said.name_key collate "C"
            group by said.name_key) known
        where line.import_id = ${id} and line.code = 'COMPANY_NOT_CLEAR' and line.name_key = known.name_key and known.seen < 2`,
    )
    await act.record({ what: 'import.matched', about: id, detail: { key: 'reach' } })
  })
}
