import { addressKey, type ChoicesKey, type ChoicesTables } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import {
  fieldsAbout,
  type InForce,
  inForce,
  normaliseEmail,
  provenanceOf,
  type RegisterTables,
  type SaidSource,
} from '#register'
import { may, type Running } from '#statement'
import { dayOfValues, fieldOf, type Target, targetsOf } from './column.ts'
import type { CsvTable } from './csv-text.ts'
import { importRows } from './import-rows.ts'
import { keysHeld } from './keys-held.view.ts'
import type { Outcome } from './outcome.ts'
import { type SaidRow, saidRow } from './row.ts'
import type { ExchangeTables } from './tables.ts'

export type ExchangeReach = RegisterTables & ChoicesTables & LedgerTables & ExchangeTables

export interface FileWish extends SaidSource {
  table: CsvTable
  columns: readonly (Target | null)[]
  groupCompany?: string
  /** Tries everything and keeps nothing. */
  dry: boolean
}

/** What this duty may fill from a file, for the first screen and for the check of the second. */
export function targetsFor(wanted: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>) {
  const fields = [...fieldsAbout(wanted, 'organisation'), ...fieldsAbout(wanted, 'person')]
  const writable = fields.filter(({ id }) => may(wanted.policy, duty, purpose, id, 'write').allowed)
  return { fields: writable, targets: targetsOf(writable) }
}

/** Imports a file, or tries it: the very same deed, taken back at its end. */
export async function importFile(
  running: Running<ExchangeReach>,
  key: ChoicesKey,
  occasion: Occasion,
  wish: FileWish,
): Promise<Outcome[]> {
  const wanted = inForce(running)
  refuseColumns(wanted, occasion, wish)
  provenanceOf(wanted.policy, { ...wish, asOf: wish.asOf ?? firstDay(wish) }, occasion)

  const rows = wish.table.rows.map((row) => saidRow(row, wish.columns))
  const emails = rows.flatMap((row) => emailOf(row) ?? [])
  const digest = (email: string) => addressKey(key, 'email', email).toString('hex')
  const matching = { ...occasion, duty: 'matching', purpose: 'matching', reach: 'all' as const }
  const held = await look(running.db, matching, (asked) =>
    keysHeld(asked, {
      emails,
      digests: emails.map((email) => addressKey(key, 'email', email)),
      businessIds: rows.flatMap(({ company }) => normaliseBusinessId(String(company['org.businessId'] ?? '')) ?? []),
    }),
  )
  const digestsOf = (row: SaidRow) => [emailOf(row)].flatMap((email) => (email ? [digest(email)] : []))
  try {
    return await perform(running.db, occasion, async (act) => {
      const outcomes = await importRows(act, wanted, { ...wish, rows, held, digestsOf })
      if (wish.dry) throw new Tried(outcomes)
      return outcomes
    })
  } catch (fault) {
    if (fault instanceof Tried) return fault.outcomes
    throw fault
  }
}

/** Takes back a trial: the transaction goes, what it found stays. */
class Tried extends Error {
  readonly outcomes: Outcome[]
  constructor(outcomes: Outcome[]) {
    super('tried')
    this.outcomes = outcomes
  }
}

function emailOf({ person }: SaidRow): string | null {
  const typed = person['person.email']
  return typeof typed === 'string' ? normaliseEmail(typed) : null
}

function refuseColumns(wanted: InForce, occasion: Occasion, { columns, table }: FileWish) {
  const { targets } = targetsFor(wanted, occasion)
  const said = columns.filter((one): one is Target => one !== null)
  const other = said.find((target) => !targets.includes(target))
  if (other !== undefined) {
    const verdict = may(wanted.policy, occasion.duty, occasion.purpose, fieldOf(other), 'write')
    throw verdict.allowed
      ? new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1' })
      : new Refusal(verdict.code, 422, { clause: verdict.clause, duty: occasion.duty, purpose: occasion.purpose })
  }
  if (columns.length > table.header.length) throw new Refusal('INVALID_REQUEST', 422, { field: 'columns' })
  const twice = said.find((target, at) => said.indexOf(target) !== at)
  if (twice) throw new Refusal('COLUMN_TWICE', 422, { field: fieldOf(twice) })
  if (!said.some((target) => ['person.name', 'org.name'].includes(fieldOf(target))))
    throw new Refusal('COLUMN_OF_NAME_MISSING', 422, { field: 'org.name' })
}

// Our own earlier register keeps its own days: each line says its own, so the file as a whole is asked only for the column.
function firstDay({ columns, table }: FileWish): string | undefined {
  if (!columns.includes(dayOfValues)) return undefined
  return table.rows.map((row) => saidRow(row, columns).asOf).find(Boolean) ?? '2000-01-01'
}
