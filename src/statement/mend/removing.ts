import { clausesOf, type SaidIn, type Statement } from '../format.ts'

/** Takes the own prose of these clauses away, so that the page is worded from the facts instead. */
export function dropProse(statement: Statement, said: SaidIn | null): Statement {
  const gone = new Set(clausesOf(said))
  if (statement.clauses) {
    statement.clauses = Object.fromEntries(Object.entries(statement.clauses).filter(([clause]) => !gone.has(clause)))
  }
  if (statement.textOnly) statement.textOnly = statement.textOnly.filter((clause) => !gone.has(clause))
  return statement
}

/** Takes a purpose away, with every duty's and source's mention of it. */
export function dropPurposes(statement: Statement, gone: ReadonlySet<string>): Statement {
  const removed = statement.purposes.filter(({ id }) => gone.has(id))
  statement.purposes = statement.purposes.filter(({ id }) => !gone.has(id))
  for (const duty of statement.duties ?? []) duty.purposes = duty.purposes.filter((id) => !gone.has(id))
  for (const source of statement.sources) {
    if (source.permittedPurposes) source.permittedPurposes = source.permittedPurposes.filter((id) => !gone.has(id))
  }
  for (const { saidIn } of removed) dropUnsharedProse(statement, saidIn)
  return statement
}

/** Takes fields away, with every duty's and source's mention of them. */
export function dropFields(statement: Statement, gone: ReadonlySet<string>): Statement {
  const removed = statement.dataCategories.filter(({ id }) => gone.has(id))
  const stays = (id: string) => !gone.has(id)
  statement.dataCategories = statement.dataCategories.filter(({ id }) => stays(id))
  for (const duty of statement.duties ?? []) {
    duty.reads = duty.reads.filter(stays)
    duty.writes = duty.writes.filter(stays)
  }
  for (const source of statement.sources) {
    if (source.fields) source.fields = source.fields.filter(stays)
    if (source.required) source.required = source.required.filter(stays)
  }
  for (const { saidIn } of removed) dropUnsharedProse(statement, saidIn)
  return statement
}

/** Takes processors away, with their transfers. */
export function dropProcessors(statement: Statement, gone: ReadonlySet<string>): Statement {
  const removed = (statement.processors ?? []).filter(({ id }) => gone.has(id))
  const transfers = statement.transfers?.list ?? []
  statement.processors = (statement.processors ?? []).filter(({ id }) => !gone.has(id))
  if (statement.transfers) statement.transfers.list = transfers.filter(({ processor }) => !gone.has(processor))

  for (const { saidIn } of removed) dropProse(statement, saidIn)
  for (const { processor, saidIn } of transfers) if (gone.has(processor)) dropProse(statement, saidIn)
  return statement
}

/** Prose of a clause goes when nothing that stays is said in it. */
function dropUnsharedProse(statement: Statement, said: SaidIn): void {
  const { clauses: _prose, ...facts } = statement
  const used = new Set(clausesIn(facts))
  dropProse(
    statement,
    clausesOf(said).filter((clause) => !used.has(clause)),
  )
}

function clausesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn)
  if (typeof value !== 'object' || value === null) return []

  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'saidIn' ? clausesOf(inner as SaidIn) : clausesIn(inner),
  )
}

/** The place in a list that a finding's path points at. */
export function placeIn(path: string | undefined): number {
  return Number(path?.split('/').at(-1) ?? Number.NaN)
}
