import { type RawBuilder, sql } from 'kysely'
import { performAsOwner } from '#ledger'
import { nameContact } from '#register'
import { anApp } from '#test/app'
import type { Outside, Visited, Witness } from './check.ts'
import { gatherEvidence, type Proof, proofsOf } from './gather-evidence.ts'
import { visitorOf } from './routes.ts'
import { witnessOf } from './witness.ts'

/** A register where every promise is kept, so that a test may break one of them. */
export async function aProvenRegister() {
  const { app, as, register, ids } = await anApp()
  const { now, db } = register
  const occasion = { by: 'ingrid', duty: 'privacy', purpose: 'customer-relationship', at: now(), under: '1' }
  await performAsOwner(db, occasion, async (act) => {
    await nameContact(act as never, { handler: ids.ingrid, deputy: null, cover: null })
    await act.record({ what: 'restore.drilled', about: 'x' })
  })
  const values = { 'person.name': 'Aino Aalto', 'person.email': 'aino@koti.example', 'person.phone': '040 123 4567' }
  const aino = (await as('saku')('POST', '/people', { values, source: 'order' })).json().id as string
  const company = { name: 'Kallio Oy', businessId: '0000017-4' }
  const outside: Outside = {
    ...{ publicUrl: 'https://register.valo.example', isDemo: false, exposedKeys: [], missingKeys: [], verified: true },
    ...{ newestBackup: now(), sealedAt: now(), replayLogWhole: true, clockSet: false, rulesAsBuilt: true },
  }
  // Asked once, before anything is broken: whoever breaks a table holds it until it is mended.
  const visited = new Map<string, Visited>()
  const ask = visitorOf(app)
  const visit = async (path: string) => {
    const page = visited.get(path) ?? (await ask(path))
    visited.set(path, page)
    return page
  }
  await gatherEvidence(register, { visit, outside })
  const mayGoTo = async () => false

  /** The checks that fail after something was broken; everything is as before afterwards. */
  async function failing({
    sql: statements = [],
    witness = {},
    outside: facts = {},
    page,
  }: Breaking): Promise<string[]> {
    const undone = new Error('undone')
    let proofs: Proof[] = []
    await db
      .owner()
      .transaction()
      .execute(async (moment) => {
        for (const statement of statements) await statement.execute(moment)
        const own = { ...witnessOf(register, moment, { visit, outside: { ...outside, ...facts } }), mayGoTo }
        const changed = typeof witness === 'function' ? witness(own) : witness
        proofs = await proofsOf({
          ...own,
          visit: async (path) => page?.(path, await visit(path)) ?? visit(path),
          ...changed,
        })
        throw undone
      })
      .catch((fault) => {
        if (fault !== undone) throw fault
      })
    return proofs.filter(({ ok }) => !ok).map(({ id }) => id)
  }

  return { app, as, register, aino, ids, company, failing, sql }
}

export interface Breaking {
  sql?: RawBuilder<unknown>[]
  witness?: Partial<Witness> | ((own: Witness) => Partial<Witness>)
  outside?: Partial<Outside>
  page?: (path: string, page: Visited) => Visited | undefined
}
