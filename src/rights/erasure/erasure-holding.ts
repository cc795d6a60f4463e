import { sql } from 'kysely'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Fate, Holding } from '#register'
import { groundOfBlocker, type Statement } from '#statement'
import { rowsOf } from '../rows.ts'
import type { ErasureTables } from './tables.ts'

const name = 'erasures'
const proof: Said = {
  fi: 'osoitusvelvollisuus (5 artiklan 2 kohta): tunniste ja lukumäärät, ei tietoja henkilöstä',
  sv: 'ansvarsskyldighet (artikel 5.2): identifierare och antal, inga uppgifter om personen',
  en: 'accountability (Art. 5(2)): an id and counts, nothing about the person',
}

/** Legal claims, held until their review and no longer, and the evidence of an erasure, which says nothing about anybody. */
export const erasureHolding = (statement: () => Statement): Holding<ErasureTables> => ({
  name,
  tables: ['register.legal_hold', 'register.erasure'],
  has: async (look, personId) => (await claims(look, personId)).length > 0,
  disclose: async (look, personId) => {
    const rows = await rowsOf(
      look,
      sql`select claim, scope, opened_at, review_on, closed_at from register.legal_hold where person_id = ${personId}::uuid`,
    )
    return { holding: name, kept: rows.length > 0 ? [{ table: 'register.legal_hold', rows }] : [] }
  },
  plan: async (look, personId) => {
    const ground = groundOfBlocker(statement(), 'legal-claim')
    const today = dayInHelsinki(look.at)
    const fates = (await claims(look, personId)).map(({ id, until, open }): Fate => {
      const what = { holding: name, class: 'rights-case', table: 'register.legal_hold', ids: [id], rows: 1 }
      if (!ground || !open || until < today) return { ...what, fate: 'erase' }
      return { ...what, fate: 'hold', blocker: 'legal-claim', ground, until }
    })
    const [done] = await rowsOf(look, sql`select 1 from register.erasure where person_id = ${personId}::uuid`)
    const evidence = { holding: name, class: 'rights-case', table: 'register.erasure', rows: 1, until: null }
    return done ? [...fates, { ...evidence, fate: 'keep-minimal', ground: proof }] : fates
  },
  erase: async (act, _, fates) => {
    const mine = fates.filter(({ table }) => table === 'register.legal_hold')
    for (const { ids = [] } of mine.filter(({ fate }) => fate === 'erase'))
      await act.db.deleteFrom('register.legal_hold').where('id', 'in', ids).execute()
    return mine.map(({ table, class: aClass, rows, fate }) => ({
      ...{ holding: name, table, class: aClass, rows },
      outcome: fate === 'erase' ? ('erased' as const) : ('held' as const),
    }))
  },
  merge: async (act, from, into) => {
    await act.db.updateTable('register.legal_hold').set({ person_id: into }).where('person_id', '=', from).execute()
  },
})

async function claims(look: { db: unknown }, personId: string) {
  return rowsOf<{ id: string; until: string; open: boolean }>(
    look,
    sql`select id, review_on as until, closed_at is null as open from register.legal_hold where person_id = ${personId}::uuid`,
  )
}
