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
      return Number(answer?.n ?? Number.NaN)
    },
    mayGoTo: async (destination) => (await mayGoTo(register, destination)).allowed,
    visit: (path) => {
      const known = visited.get(path) ?? visit(path)
      visited.set(path, known)
      return known
    },
  }
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
