import { type Kysely, sql, type Transaction } from 'kysely'
import { mayGoTo } from '#recipients'
import { declaredMaps, type Published, type Running, type TableMap } from '#statement'
import type { Outside, Visited, Witness } from './check.ts'

/** Whatever a register's evidence is asked from besides its database. */
export interface Means {
  visit(path: string): Promise<Visited>
  outside: Outside
}

/** A register as its checks see it: at one moment, with the owner's rights, reading only, and counting only. */
export function witnessOf<T>(
  register: Running<T>,
  moment: Transaction<T> | Kysely<T>,
  { visit, outside }: Means,
): Witness {
  const policy = register.policy()
  const { statement } = register.current() as Published // policy() refuses where there is none
  const ask = async <R>(query: { execute(db: Kysely<T>): Promise<{ rows: R[] }> }) => (await query.execute(moment)).rows
  const visited = new Map<string, Promise<Visited>>()

  return {
    ...{ statement, policy, now: register.now(), outside },
    altered: register.altered().length,
    undeclared: register.undeclared().length,
    count: async (query) => Number((await ask(query))[0]?.n ?? Number.NaN),
    recorded: async (what) => {
      const [last] = await ask(sql<{ at: string | null }>`
        select max(payload ->> 'at') as at from register.ledger_opening where payload ->> 'what' = ${what}`)
      return last?.at ? new Date(last.at) : null
    },
    mayRead: async (duty, table, column) => {
      const [answer] = await ask(sql<{ may: boolean }>`
        select has_column_privilege(${register.db.loginOf(duty)}, ${table}, ${column}, 'select') as may`)
      return answer?.may ?? false
    },
    surplusGrants: async () => {
      const unnamed = unnamedColumns(register, [...register.ground.maps, ...declaredMaps(policy, register.ground.maps)])
      const [answer] = await ask(sql<{ n: number }>`
        select count(*) as n
        from unnest(${unnamed.map(({ login }) => login)}::text[], ${unnamed.map(({ table }) => table)}::text[],
          ${unnamed.map(({ column }) => column)}::text[]) as unnamed (login, place, part)
        where has_column_privilege(unnamed.login, unnamed.place, unnamed.part, 'select')`)
      const duties = [...policy.duties.keys()].map((duty) => register.db.loginOf(duty))
      const [opened] = await ask(openedBesides(duties, register.db.loginOf))
      return Number(answer?.n ?? Number.NaN) + Number(opened?.n ?? Number.NaN)
    },
    mayGoTo: async (destination) => (await mayGoTo(register, destination)).allowed,
    visit: (path) => {
      const known = visited.get(path) ?? visit(path)
      visited.set(path, known)
      return known
    },
  }
}

/** What else somebody with the owner's rights could have opened: functions, rows, the ledger, and what may not be taken back. */
function openedBesides(duties: readonly string[], loginOf: (role: string) => string) {
  const narrow = [...duties.filter((login) => login !== loginOf('privacy')), loginOf('direct_marketing')]
  return sql<{ n: number }>`
    select (select count(*) from pg_proc own where own.pronamespace = 'seloste'::regnamespace
        and not exists (select from pg_depend part where part.classid = 'pg_proc'::regclass and part.objid = own.oid and part.deptype = 'e')
        and exists (select from aclexplode(coalesce(own.proacl, acldefault('f', own.proowner))) given where given.grantee = 0))
      + (select count(*) from unnest(${duties}::text[]) login
        where has_any_column_privilege(login, 'register.ledger_leaf', 'update') or has_table_privilege(login, 'register.ledger_leaf', 'delete'))
      + (select count(*) from pg_policies open where open.schemaname = 'register' and open.tablename = 'person'
        and open.cmd in ('SELECT', 'ALL') and open.qual = 'true' and open.roles && (${narrow}::text[])::name[])
      + (select 1 - count(*) from pg_trigger kept where kept.tgenabled <> 'D' and kept.tgname = 'objection_is_lifted_by_its_own') as n`
}

/** Every column that carries declared fields, by the duties whose statement names none of them. */
function unnamedColumns<T>({ db, policy }: Running<T>, maps: readonly TableMap[]) {
  const duties = [...policy().duties.values()]
  return maps.flatMap(({ table, carries, plain, machines = {} }) => {
    const columns = [...new Set(Object.values(carries).flat())].filter((column) => !plain.includes(column))
    return duties
      .filter(({ id }) => !machines[id])
      .flatMap(({ id, reads, writes }) =>
        columns
          .filter((column) => {
            const fields = Object.keys(carries).filter((field) => carries[field]?.includes(column))
            return !fields.some((field) => reads.has(field) || writes.has(field))
          })
          .map((column) => ({ login: db.loginOf(id), table, column })),
      )
  })
}
