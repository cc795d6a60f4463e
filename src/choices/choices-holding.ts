import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Disclosure, Fate, Holding } from '#register'
import type { Statement } from '#statement'
import type { ChoicesKey } from './choices-key.ts'
import { eraseChoices } from './erase-choices.ts'
import { knownAddresses } from './known-addresses.ts'
import { mergeChoices } from './merge-choices.ts'
import { endOf, keepingOf } from './proof-period.ts'
import type { ChoicesReach } from './reach.ts'
import { tablesOfPerson } from './tables-of-person.ts'

export interface HoldingSettings {
  key(): ChoicesKey
  statement(): Statement
}

/** What the choices keep about a person. It goes before the register's holding: it needs the addresses to keep their digests. */
export const choicesHolding = (settings: HoldingSettings): Holding<ChoicesReach> => ({
  name: 'choices',
  tables: [...tablesOfPerson, 'register.consent_proof', 'register.suppression', 'register.tombstone'],
  has: async (look, personId) => {
    for (const table of tablesOfPerson) if ((await count(look, table, personId)) > 0) return true
    return false
  },
  disclose: (look, personId) => disclosed(look, settings.key(), personId),
  plan: (look, personId) => fates(look, settings, personId),
  erase: (act, personId, plan) => eraseChoices(act, settings, { personId, plan }),
  merge: (act, from, into) => mergeChoices(act, settings.key(), from, into),
})

async function disclosed(look: Look<ChoicesReach>, key: ChoicesKey, personId: string): Promise<Disclosure> {
  const kept: Disclosure['kept'] = []
  const told = (table: string, rows: object[]) => {
    if (rows.length > 0) kept.push({ table, rows: rows as Record<string, unknown>[] })
  }
  for (const table of tablesOfPerson)
    told(table, await look.db.selectFrom(table).selectAll().where('person_id', '=', personId).execute())
  const wordings = await look.db
    .selectFrom('register.consent_wording as wording')
    .innerJoin('register.consent_event as event', 'event.wording', 'wording.hash')
    .select(['wording.hash', 'wording.text', 'wording.language', 'wording.purpose', 'wording.channel'])
    .distinct()
    .where('event.person_id', '=', personId)
    .execute()
  told('register.consent_wording', wordings)

  // A keyed digest is personal data too: it is shown by the address that it stands for.
  const addresses = await knownAddresses(look, key, personId)
  told(
    'register.suppression',
    await suppressionsOf(
      look,
      addresses.map(({ digest }) => digest),
    ),
  )
  return { holding: 'choices', kept }
}

async function suppressionsOf(look: Look<ChoicesReach>, digests: Buffer[]) {
  if (digests.length === 0) return []
  return look.db
    .selectFrom('register.suppression')
    .select(['scope', 'channel', 'topic', 'at', 'via'])
    .where('digest', 'in', digests)
    .execute()
}

async function count(look: Look<ChoicesReach>, table: (typeof tablesOfPerson)[number], personId: string) {
  const row = await look.db
    .selectFrom(table)
    .select((row) => row.fn.countAll<string>().as('rows'))
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(row?.rows ?? 0)
}

async function fates(look: Look<ChoicesReach>, settings: HoldingSettings, personId: string): Promise<Fate[]> {
  const statement = settings.statement()
  const proof = keepingOf(statement, 'consent-proof')
  const list = keepingOf(statement, 'suppression')
  const fates: Fate[] = []
  for (const table of tablesOfPerson) {
    const rows = await count(look, table, personId)
    if (rows === 0) continue
    const isKept = table === 'register.consent_event' || table === 'register.objection'
    const keeping = table === 'register.objection' ? list : proof
    const until = table === 'register.consent_event' ? endOf(proof.period, dayInHelsinki(look.at)) : null
    fates.push({
      ...{ holding: 'choices', class: classOf[table] ?? 'contact', table, rows },
      ...(isKept
        ? { fate: 'keep-minimal', until, ...(keeping.ground ? { ground: keeping.ground } : {}) }
        : { fate: 'erase' }),
    })
  }
  return fates
}

const classOf: Partial<Record<(typeof tablesOfPerson)[number], string>> = {
  'register.consent': 'consent-proof',
  'register.consent_event': 'consent-proof',
  'register.objection': 'suppression',
  'register.fact_of_sale': 'order-contract',
}
