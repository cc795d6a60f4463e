import { sql } from 'kysely'
import { type Look, look, perform } from '#ledger'
import type { SaidLine } from './checked-line.ts'
import { fieldOf } from './column.ts'
import { differenceOf } from './difference.ts'
import { type HeldRecord, heldCompanies, heldPeople } from './held-values.ts'
import { asMyself, type ExchangeReach, type OneImport } from './reach.ts'
import type { ImportSettings } from './settings.ts'

/** A line that says somebody or a company whom the register holds. */
export interface MatchedLine {
  line: number
  personId: string | null
  companyId: string | null
  /** Whether the person, or the company, is of this file and not yet held. */
  personIsNew: boolean
  companyIsNew: boolean
  said: SaidLine
}

const piece = 500

/** Says of each line that means somebody who is held whether anything would change, and refuses those whom this duty does not see. */
export async function compareLines({ running, occasion, id }: OneImport, settings: ImportSettings) {
  const fields = fieldsOfFile(settings)
  let last = 0
  for (;;) {
    const found = await look(running.db, asMyself(occasion), async (view) => {
      const lines = await matchedLines(view, id, last)
      const held = await heldBy(view.db, lines, fields)
      view.saw(
        [...held.people.keys()],
        held.people.size > 0 ? [...fields].filter((field) => field.startsWith('person.')) : [],
      )
      return { lines, held }
    })
    if (found.lines.length === 0) return
    last = found.lines.at(-1)?.line ?? last
    const fates = found.lines.map((line) => ({ line: line.line, ...fateOf(line, found.held, settings) }))
    await perform(running.db, occasion, async (act) => {
      await sql`update register.import_line kept set outcome = case when fate.code is null then fate.outcome end,
          state = case when fate.code is null then kept.state else 'refused' end, code = fate.code, field = fate.field
        from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb) as fate (line integer, outcome text, code text, field text)
        where kept.import_id = ${id} and kept.line = fate.line and kept.state = 'waiting'`.execute(act.db as never)
      await act.record({ what: 'import.compared', about: id, detail: { lines: fates.length } })
    })
  }
}

export function fieldsOfFile({ columns }: Pick<ImportSettings, 'columns'>): Set<string> {
  return new Set(columns.flatMap((target) => (target ? [fieldOf(target)] : [])))
}

async function matchedLines(
  { db }: Pick<Look<ExchangeReach>, 'db'>,
  id: string,
  after: number,
): Promise<MatchedLine[]> {
  const { rows } = await sql<MatchedLine>`
    select line, case when first_line is null then person_id end as "personId", case when first_company_line is null then organisation_id end as "companyId",
      new_person is not null and person_id is null as "personIsNew", new_organisation is not null and organisation_id is null as "companyIsNew", said
    from register.import_line
    where import_id = ${id} and state = 'waiting' and line > ${after}
      and (person_id is not null or organisation_id is not null)
      and not (first_company_line is not null and person_id is null)
    order by line limit ${piece}`.execute(db as never)
  return rows
}

export interface HeldBy {
  people: Map<string, HeldRecord>
  companies: Map<string, HeldRecord>
}

export async function heldBy(
  db: Look<ExchangeReach>['db'],
  lines: readonly MatchedLine[],
  fields: ReadonlySet<string>,
): Promise<HeldBy> {
  return {
    people: await heldPeople(db, [...new Set(lines.flatMap(({ personId }) => personId ?? []))], fields),
    companies: await heldCompanies(db, [...new Set(lines.flatMap(({ companyId }) => companyId ?? []))], fields),
  }
}

/** What a matched line would change, field by field; `unseen` where the register holds whom this duty does not see. */
export function changesOf(
  { said, personId, companyId }: MatchedLine,
  { people, companies }: HeldBy,
  settings: ImportSettings,
) {
  const person = personId ? people.get(personId) : undefined
  const company = companyId ? companies.get(companyId) : undefined
  const unseen = personId && !person ? 'person.name' : companyId && !company ? 'org.name' : null
  const { 'person.jobRole': role, ...rest } = said.person ?? { added: {} }
  const isThere = companyId !== null && (person?.roles.has(companyId) ?? false)
  const changes = person ? differenceOf(rest, person.values, settings) : {}
  if (person && isThere && role)
    Object.assign(
      changes,
      differenceOf(
        { 'person.jobRole': role, added: {} },
        { 'person.jobRole': person.roles.get(companyId) ?? null, added: {} },
        settings,
      ),
    )
  return {
    unseen,
    person: changes,
    company: company && said.company ? differenceOf(said.company, company.values, settings) : {},
    /** Whether the person comes to represent the company of the line. */
    joins: person !== undefined && said.company !== undefined && !isThere,
    role: role ?? undefined,
  }
}

function fateOf(line: MatchedLine, held: HeldBy, settings: ImportSettings) {
  const { unseen, person, company, joins } = changesOf(line, held, settings)
  if (unseen) return { code: 'HELD_UNSEEN', field: unseen }
  if (line.personIsNew || line.companyIsNew) return { outcome: 'created' }
  const isChanged = Object.keys(person).length > 0 || Object.keys(company).length > 0 || joins
  return { outcome: isChanged ? 'updated' : 'unchanged' }
}
