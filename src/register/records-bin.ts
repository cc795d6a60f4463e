import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { BinPart } from '#lists'
import { rowsOf } from './pieces.ts'

type Kind = 'organisation' | 'person'

// The desks see nothing closed, so that the bin shows and returns what lies there by functions of its own.
const hidden = (kind: Kind): BinPart['hidden'] => ({
  rows: sql`seloste.records_in_bin(${kind})`,
  bringBack: async (act: Act<never>, id: string) => {
    const [back] = await rowsOf<{ is_back: boolean }>(
      act.db,
      sql<{ is_back: boolean }>`select seloste.unbin_record(${kind}, ${id}::uuid) as is_back`,
    )
    return back?.is_back ?? false
  },
})

/** Companies entered by mistake. One on which something hangs by the end of its days stays. */
export const companiesBin: BinPart = {
  kind: 'organisation',
  table: 'register.organisation',
  fields: ['org.name'],
  title: sql`title`,
  hidden: hidden('organisation'),
  kept: sql`exists (select from seloste.hangs_on('organisation', id))`,
}

/** People entered by mistake; retention erases them, everywhere. */
export const peopleBin: BinPart = {
  kind: 'person',
  table: 'register.person',
  fields: ['person.name'],
  title: sql`title`,
  party: 'free',
  hidden: hidden('person'),
  erased: true,
}
