import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { compile } from './compile.ts'
import type { Statement } from './format.ts'
import type { Policy } from './policy.ts'
import type { StatementTables } from './tables.ts'

/** A version as it was published, with the policy that follows from it. */
export interface Published {
  version: number
  hash: string
  statement: Statement
  policy: Policy
  publishedAt: Date
  effectiveFrom: Date
  supersedes: number | null
  changeClass: 'material' | 'narrowing' | 'editorial'
}

export interface Tampering {
  version: number
  /** What does not agree: the text with its hash, or the hash with the ledger. */
  with: 'hash' | 'ledger'
}

/** The version in force, or null before the first is published. */
export async function activeVersion(db: Kysely<StatementTables>): Promise<Published | null> {
  const row = await db
    .selectFrom('register.statement_version')
    .select(['version', 'hash', 'canonical', 'published_at', 'effective_from', 'supersedes', 'change_class'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? publishedOf(row) : null
}

/** Every version, newest first. */
export async function allVersions(db: Kysely<StatementTables>): Promise<Published[]> {
  const rows = await db
    .selectFrom('register.statement_version')
    .select(['version', 'hash', 'canonical', 'published_at', 'effective_from', 'supersedes', 'change_class'])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(publishedOf)
}

/** S0.2: versions are immutable. Recomputes each hash, and asks the ledger which hash was published. */
export async function tamperings(db: Kysely<StatementTables>): Promise<Tampering[]> {
  const { rows } = await sql<{ version: number; hash: string; canonical: string; recorded: string | null }>`
    select version.version, version.hash, version.canonical, seloste.recorded_hash(version.version) as recorded
    from register.statement_version version
    order by version.version
  `.execute(db)

  const altered = rows.flatMap(({ version, hash, canonical, recorded }) => [
    ...(sha256(canonical) === hash ? [] : [{ version, with: 'hash' as const }]),
    ...(recorded === hash ? [] : [{ version, with: 'ledger' as const }]),
  ])
  return [...altered, ...(await missing(db, rows))]
}

/** Versions that the ledger tells of and that are not there any more. */
async function missing(db: Kysely<StatementTables>, held: readonly { version: number }[]): Promise<Tampering[]> {
  const known = new Set(held.map(({ version }) => version))
  const last = Math.max(0, ...known)
  const wanted = Array.from({ length: last + 1 }, (_, at) => at + 1).filter((version) => !known.has(version))
  const { rows } = await sql<{ version: number }>`
    select version from unnest(${wanted}::integer[]) version where seloste.recorded_hash(version) is not null
  `.execute(db)
  return rows.map(({ version }) => ({ version, with: 'ledger' }))
}

interface Row {
  version: number
  hash: string
  canonical: string
  published_at: Date
  effective_from: Date
  supersedes: number | null
  change_class: Published['changeClass']
}

function publishedOf(row: Row): Published {
  const statement = JSON.parse(row.canonical) as Statement
  return {
    version: row.version,
    hash: row.hash,
    statement,
    policy: { ...compile(statement), hash: row.hash },
    publishedAt: row.published_at,
    effectiveFrom: row.effective_from,
    supersedes: row.supersedes,
    changeClass: row.change_class,
  }
}

function sha256(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
