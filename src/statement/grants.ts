import pg from 'pg'
import type { Duty, Policy } from './policy.ts'
import { columnsOf, fieldsOf, type MachineRights, plainOf, type TableMap } from './table-map.ts'

const name = pg.escapeIdentifier
const quoted = (columns: readonly string[]) => columns.map(name).join(', ')
const table = ({ table: path }: TableMap) => path.split('.').map(name).join('.')

/** Every grant and row policy that the policy asks for, as SQL, after everything earlier was taken away. */
export function grantsOf(
  policy: Policy | null,
  maps: readonly TableMap[],
  loginOf: (role: string) => string,
): string[] {
  const duties = [...(policy?.duties.values() ?? [])]
  return [
    ...maps.map((map) => `alter table ${table(map)} enable row level security`),
    ...maps.flatMap((map) => duties.flatMap((duty) => grantsOfDuty(duty, map, loginOf(duty.id)))),
    ...maps.flatMap((map) =>
      Object.entries(machinesOf(map)).flatMap(([machine, rights]) =>
        grantsOfMachine(withoutBin(machine, rights, map), map, loginOf(machine)),
      ),
    ),
    ...duties.flatMap((duty) => grantsOfEvery(loginOf(duty.id))),
  ]
}

/** What every role needs that may act at all: the schemas. Its records in the ledger are the ledger's to grant. */
export function grantsOfEvery(login: string): string[] {
  return [`grant usage on schema register, declared, seloste to ${name(login)}`]
}

function grantsOfDuty(duty: Duty, map: TableMap, login: string): string[] {
  const reads = opening(map, duty.reads)
  const writes = opening(map, duty.writes)
  if (reads.length === 0) return []

  const readable = [...plainOf(map), ...reads.flatMap((field) => map.carries[field] ?? [])]
  const writable = [...plainOf(map), ...writes.flatMap((field) => map.carries[field] ?? [])]
  const reached = map.rows?.[duty.reach === 'all' ? 'all' : duty.reach] ?? map.rows?.all ?? 'true'
  const rows = map.binned ? `(${outOfBin}) and (${reached})` : reached
  const rule = (verb: string, condition: string) =>
    `create policy ${name(`${duty.id} ${verb}`)} on ${table(map)} for ${verb} to ${name(login)} ${condition}`

  return [
    `grant select (${quoted(readable)}) on ${table(map)} to ${name(login)}`,
    rule('select', `using (${rows})`),
    ...(writes.length === 0
      ? []
      : [
          `grant insert (${quoted(writable)}), update (${quoted(writable)}) on ${table(map)} to ${name(login)}`,
          rule('insert', `with check (${map.adds ?? 'true'})`),
          rule('update', `using (${rows}) with check (${map.addsOnly ? 'true' : (map.adds ?? 'true')})`),
        ]),
    ...(writes.length > 0 && map.deletable
      ? [`grant delete on ${table(map)} to ${name(login)}`, rule('delete', `using (${rows})`)]
      : []),
  ]
}

const outOfBin = `binned_at is null or current_setting('seloste.bin', true) = 'open'`
// Art. 15–18 GDPR: a bin is no way around a right; two records of one person are one in the bin too.
const reachBin = new Set(['rights', 'retention', 'matching'])

function withoutBin(machine: string, rights: MachineRights, map: TableMap): MachineRights {
  if (!map.binned || reachBin.has(machine)) return rights
  return { ...rights, rows: `(${outOfBin}) and (${rights.rows ?? 'true'})` }
}

/** Whoever keeps retention empties the bin, of tables of which it keeps nothing else too. */
function machinesOf(map: TableMap): Readonly<Record<string, MachineRights>> {
  if (!map.binned || map.machines?.retention) return map.machines ?? {}
  const held = ['held_at', 'person_id'].filter((column) => map.plain.includes(column))
  const empties = { select: ['id', 'binned_at', 'binned_by', ...held], delete: true, rows: 'binned_at is not null' }
  return { ...map.machines, retention: empties }
}

/** Of the fields a duty has, those that open this table. */
function opening(map: TableMap, has: ReadonlySet<string>): string[] {
  const fields = new Set(fieldsOf(map))
  const { opensTo } = map
  return [...has].filter((field) => fields.has(field) || (opensTo && field.startsWith(opensTo)))
}

function grantsOfMachine(rights: MachineRights, map: TableMap, login: string): string[] {
  const listed = (columns: readonly string[] | '*') => quoted(columns === '*' ? columnsOf(map) : columns)
  const rule = (verb: string, condition: string) =>
    `create policy ${name(`${login} ${verb}`)} on ${table(map)} for ${verb} to ${name(login)} ${condition}`
  const rows = rights.rows ?? 'true'

  return [
    ...(rights.select
      ? [
          `grant select (${listed(rights.select)}) on ${table(map)} to ${name(login)}`,
          rule('select', `using (${rows})`),
        ]
      : []),
    ...(rights.insert
      ? [
          `grant insert (${listed(rights.insert)}) on ${table(map)} to ${name(login)}`,
          rule('insert', 'with check (true)'),
        ]
      : []),
    ...(rights.update
      ? [
          `grant update (${listed(rights.update)}) on ${table(map)} to ${name(login)}`,
          rule('update', `using (${rows}) with check (true)`),
        ]
      : []),
    ...(rights.delete ? [`grant delete on ${table(map)} to ${name(login)}`, rule('delete', `using (${rows})`)] : []),
  ]
}
