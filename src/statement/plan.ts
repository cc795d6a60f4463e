import { type Kysely, sql } from 'kysely'
import type { Said } from '#platform/language'
import { activeVersion } from './active.ts'
import type { Ground } from './apply-grants.ts'
import { type Change, changeClass, compare } from './compare.ts'
import { compile } from './compile.ts'
import { columnsFor, declaredFields } from './declared.ts'
import type { Statement } from './format.ts'
import { grantsOf } from './grants.ts'
import { type Finding, lint, publishable } from './lint.ts'
import type { Policy } from './policy.ts'
import { declaredColumn } from './table-map.ts'
import type { StatementTables } from './tables.ts'

/** What publishing a statement would do, before anybody decides. */
export interface Plan {
  version: number
  hash: string
  findings: Finding[]
  /** What publishing still needs; empty when it may go ahead. */
  missing: Finding[]
  changes: Change[]
  changeClass: 'material' | 'narrowing' | 'editorial' | 'none'
  /** How many persons must approve (C6). */
  approvals: 1 | 2
  sql: string[]
  effects: Effect[]
}

/** An effect in numbers, such as "1 204 phone numbers will be erased". */
export interface Effect {
  kind: 'erase' | 'tell' | 'add'
  field: string | null
  count: number
  said: Said
}

/** Works out the plan of a statement against the version in force. */
export async function planOf<T extends StatementTables>(
  db: Kysely<T>,
  ground: Ground,
  next: Statement,
  loginOf: (role: string) => string,
): Promise<Plan> {
  const old = await activeVersion(db as unknown as Kysely<StatementTables>)
  const statement = numbered(next, old)
  const policy = compile(statement)
  const changes = compare(old?.statement ?? null, statement)
  const kind = changeClass(changes)
  const people = await countOf(db, 'register.person', 'true')

  return {
    version: policy.version,
    hash: policy.hash,
    findings: lint(statement),
    missing: publishable(statement),
    changes,
    changeClass: kind,
    approvals: old && kind === 'material' && people > 0 ? 2 : 1,
    sql: [...columnsFor(policy, ground.maps), ...grantsOf(policy, ground.maps, loginOf)],
    effects: old ? [...(await erasures(db, ground, old.policy, policy)), ...tellings(changes, people)] : [],
  }
}

/** The plan of a statement for a register that has none yet. */
export function planOfNew(ground: Ground, next: Statement, loginOf: (role: string) => string): Plan {
  const statement = numbered(next, null)
  const policy = compile(statement)
  const changes = compare(null, statement)
  return {
    version: policy.version,
    hash: policy.hash,
    findings: lint(statement),
    missing: publishable(statement),
    changes,
    changeClass: changeClass(changes),
    approvals: 1,
    sql: [...columnsFor(policy, ground.maps), ...grantsOf(policy, ground.maps, loginOf)],
    effects: [],
  }
}

/** The statement as the next version of this register. */
export function numbered(next: Statement, old: { version: number; hash: string } | null): Statement {
  const metadata = { ...next.metadata, version: (old?.version ?? 0) + 1, supersedes: old?.version ?? null, hash: null }
  return { ...next, metadata }
}

/** The fields that the old policy declared and the next one does not. */
export function droppedFields(old: Policy, next: Policy): string[] {
  return [...old.fields.keys()].filter((field) => !next.fields.has(field))
}

async function erasures<T>(db: Kysely<T>, ground: Ground, old: Policy, next: Policy): Promise<Effect[]> {
  const added = new Set(declaredFields(old, ground.maps).map(({ id }) => id))
  const effects: Effect[] = []

  for (const field of droppedFields(old, next)) {
    const places = added.has(field)
      ? [declaredColumn(field)].map(({ table, column }) => ({ table, columns: [column] }))
      : ground.maps.flatMap(({ table, carries }) => (carries[field] ? [{ table, columns: [...carries[field]] }] : []))
    let count = 0
    for (const { table, columns } of places)
      count += await countOf(db, table, columns.map((column) => `"${column}" is not null`).join(' or '))
    const label = old.fields.get(field)?.label ?? { fi: field, sv: field, en: field }
    effects.push({
      kind: 'erase',
      field,
      count,
      said: {
        fi: `${label.fi}: ${count} tietoa poistetaan`,
        sv: `${label.sv}: ${count} uppgifter raderas`,
        en: `${label.en}: ${count} values will be erased`,
      },
    })
  }
  return effects
}

// Art. 13(3), 14(4) GDPR: those whose data would be used for something new are told first.
function tellings(changes: readonly Change[], people: number): Effect[] {
  const told = changes.filter(({ effect, kind }) => effect === 'material' && kind !== 'removed')
  if (told.length === 0 || people === 0) return []
  return [
    {
      kind: 'tell',
      field: null,
      count: people,
      said: {
        fi: `${people} henkilölle on kerrottava muutoksesta ennen kuin uutta käytetään`,
        sv: `${people} personer ska informeras om ändringen innan det nya används`,
        en: `${people} people must be told of the change before anything new is used`,
      },
    },
  ]
}

async function countOf<T>(db: Kysely<T>, table: string, condition: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${sql.raw(condition)}
  `.execute(db)
  return rows[0]?.count ?? 0
}
