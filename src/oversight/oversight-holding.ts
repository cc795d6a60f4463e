import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Fate, Holding } from '#register'
import type { OversightTables } from './tables.ts'

const table = 'register.authority_request'
const open: Said = {
  fi: 'viranomaisen pyyntö on käsiteltävänä (17 artiklan 3 kohdan b alakohta)',
  sv: 'en myndighets begäran behandlas (artikel 17.3 b)',
  en: 'a request of an authority is being dealt with (Art. 17(3)(b))',
}
const settled: Said = { fi: 'pyyntö on ratkaistu', sv: 'begäran har avgjorts', en: 'the request is settled' }
const listed = (person: string) => sql<boolean>`people @> array[${person}]::uuid[]`

/** What is kept about a person of authorities' requests; under the machine duty `rights`. */
export const oversightHolding: Holding<OversightTables> = {
  name: 'oversight',
  tables: [table],
  has: async (look, personId) => (await rowsOf(look, personId)).length > 0,
  disclose: async (look, personId) => {
    const today = dayInHelsinki(look.at)
    // Art. 23 GDPR: what an authority forbade to tell is left out until its day is over.
    const rows = (await rowsOf(look, personId)).filter(
      ({ silent_until }) => silent_until === null || silent_until < today,
    )
    const told = rows.map(({ silent_until: _, ...row }) => row)
    return { holding: 'oversight', kept: told.length > 0 ? [{ table, rows: told }] : [] }
  },
  plan: async (look, personId) => {
    const rows = await rowsOf(look, personId)
    const waiting = rows.filter(({ state }) => state === 'prepared' || state === 'approved')
    const over = rows.filter((row) => !waiting.includes(row))
    const fates: Fate[] = []
    const of = (some: typeof rows) => ({
      holding: 'oversight',
      class: 'rights-case',
      table,
      ids: some.map(({ id }) => id),
      rows: some.length,
    })
    if (waiting.length > 0)
      fates.push({ ...of(waiting), fate: 'hold', blocker: 'law', ground: open, until: null, event: settled })
    if (over.length > 0) fates.push({ ...of(over), fate: 'erase' })
    return fates
  },
  erase: async (act, personId, fates) => {
    const own = fates.filter(({ holding }) => holding === 'oversight')
    for (const { ids = [] } of own.filter(({ fate }) => fate === 'erase')) {
      await act.db
        .deleteFrom(table)
        .where('id', 'in', [...ids])
        .where(sql<boolean>`people <@ array[${personId}]::uuid[]`)
        .execute()
      await act.db
        .updateTable(table)
        .set({ people: sql`array_remove(people, ${personId}::uuid)` })
        .where('id', 'in', [...ids])
        .execute()
    }
    return own.map(({ class: kept, rows, fate }) => ({
      ...{ holding: 'oversight', table, class: kept, rows },
      outcome: fate === 'erase' ? ('erased' as const) : ('held' as const),
    }))
  },
  // Art. 18(2): what the law obliges to hand out is handed out of restricted data too.
  merge: async (act, from, into) => {
    await act.db
      .updateTable(table)
      .set({ people: sql`array(select distinct unnest(array_replace(people, ${from}::uuid, ${into}::uuid)))` })
      .where(listed(from))
      .execute()
  },
}

function rowsOf({ db }: Look<OversightTables>, personId: string) {
  return db
    .selectFrom(table)
    .select([
      'id',
      'authority',
      'provision',
      'document_ref',
      'fields',
      'asked_on',
      'state',
      'released_at',
      'silent_until',
    ])
    .where(listed(personId))
    .orderBy('received_at')
    .execute()
}
