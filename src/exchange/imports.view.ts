import { sql } from 'kysely'
import { type Look, look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ExchangeReach, Place } from './reach.ts'
import type { LineOutcome, LineState } from './tables.ts'

const shown = [
  ...([
    'id',
    'at',
    'by',
    'source',
    'state',
    'kind',
    'lines',
    'people',
    'companies',
    'held',
    'refused',
    'updated',
    'holds',
    'made',
  ] as const),
  ...([
    'read_lines as readLines',
    'taken_lines as takenLines',
    'finished_at as finishedAt',
    'fault',
    'notices',
  ] as const),
] as const

/** The latest imports, in numbers. */
export async function importsListed({ db, saw, by }: Look<ExchangeReach>) {
  saw([], [])
  const rows = await db
    .selectFrom('register.import_run')
    .select([...shown])
    .where('state', '<>', 'kept')
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ by: whose, ...run }) => ({ ...run, isOwn: whose === by }))
}

/** An import of one's own; nobody works on another's. */
export async function ownRun(running: Place, occasion: Occasion, id: string) {
  const run = await look(running.db, occasion, async ({ db, saw, by }) => {
    saw([], [])
    return db.selectFrom('register.import_run').selectAll().where('id', '=', id).where('by', '=', by).executeTakeFirst()
  })
  if (!run) throw new Refusal('NOT_FOUND', 404)
  return run
}

export interface Counted {
  state: LineState
  outcome: LineOutcome | null
  suppressed: boolean
  lines: number
}

/** How many lines met which fate. Asked only while an import is tried: each line is looked at once. */
export async function linesCounted({ db, saw }: Look<ExchangeReach>, id: string): Promise<Counted[]> {
  saw([], [])
  const { rows } = await sql<Counted>`
    select state, outcome, suppressed, count(*)::int as lines from register.import_line where import_id = ${id} group by 1, 2, 3
  `.execute(db as never)
  return rows
}

export interface LinesWish {
  fate: 'created' | 'updated' | 'unchanged' | 'refused' | 'erased' | 'suppressed' | 'left'
  most: number
}

/** The first lines of one fate, with what they say. */
export async function linesShown({ db, saw }: Look<ExchangeReach>, id: string, { fate, most }: LinesWish) {
  const rows = await db
    .selectFrom('register.import_line')
    .select([
      'line',
      'state',
      'outcome',
      'code',
      'field',
      'clause',
      'person_id as personId',
      'organisation_id as companyId',
      'record_id as recordId',
      'shown',
    ])
    .select([
      sql<string | null>`coalesce(said #>> '{company,org.name}',
        (select firm.name from register.organisation firm where firm.id = import_line.organisation_id))`.as('company'),
    ])
    .select([
      sql<
        string | null
      >`coalesce(nullif(concat_ws(' ', said #>> '{person,person.name,given}', said #>> '{person,person.name,family}'), ''),
        (select nullif(btrim(who.given_name || ' ' || who.family_name), '') from register.person who where who.id = import_line.person_id))`.as(
        'person',
      ),
    ])
    .where('import_id', '=', id)
    .where((eb) => {
      if (fate === 'suppressed') return eb('suppressed', '=', true)
      if (fate === 'refused' || fate === 'erased' || fate === 'left') return eb('state', '=', fate)
      return eb.and([eb('state', 'in', ['waiting', 'taken']), eb('outcome', '=', fate)])
    })
    .orderBy('line')
    .limit(most)
    .execute()
  saw(
    rows.flatMap(({ personId }) => personId ?? []),
    rows.some(({ person }) => person) ? ['person.name'] : [],
  )
  return rows
}
