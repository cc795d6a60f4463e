import type { CompiledQuery, QueryExecutorProvider, RawBuilder } from 'kysely'
import { lanesOf, nameOf } from './pools.ts'

/** A place in a query's text for a value that differs from one asking to the next. */
class Slot {
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}

type Slots<V extends readonly unknown[]> = { readonly [K in keyof V]: V[K] }

/**
 * A query that is written once for each key under an object (a policy, say) and asked many times with other values: what `write` gets
 * are places for the values, not the values, so it may not look at them. Writing a card's query anew costs more than asking it. Only what
 * an index answers is kept: outside a transaction others stand behind it (lanes.ts).
 */
export function keptQuery<V extends readonly unknown[]>() {
  const known = new WeakMap<object, Map<string, CompiledQuery<unknown>>>()

  const writtenFor = <R>(db: QueryExecutorProvider, { under, key, values, write }: Asking<V, R> & { key: string }) => {
    const held = known.get(under) ?? new Map<string, CompiledQuery<unknown>>()
    known.set(under, held)
    const query = held.get(key) ?? write(values.map((_, at) => new Slot(at)) as unknown as Slots<V>).compile(db)
    held.set(key, query)
    return query as CompiledQuery<R>
  }

  return async <R>(db: unknown, asking: Asking<V, R>): Promise<R[]> => {
    const executor = (db as QueryExecutorProvider).getExecutor() // a Look's handle is Kysely's own
    if (asking.key === null) {
      const { rows } = await executor.executeQuery<R>(asking.write(asking.values).compile(db as QueryExecutorProvider))
      return rows
    }
    const query = writtenFor(db as QueryExecutorProvider, { ...asking, key: asking.key })
    const parameters = query.parameters.map((value) => (value instanceof Slot ? asking.values[value.at] : value))
    const lanes = lanesOf(db as object)
    if (lanes) return (await lanes.ask({ name: nameOf(query.sql), text: query.sql, values: parameters })) as R[]
    executor.transformQuery(query.query, query.queryId) // a handle that is over says so here
    const { rows } = await executor.executeQuery<R>({ ...query, parameters })
    return rows
  }
}

interface Asking<V extends readonly unknown[], R> {
  /** What the text follows from: when it is another object, the query is written anew. */
  under: object
  /** Whatever else the text follows from; null where that is too much to keep. */
  key: string | null
  values: V
  write(values: Slots<V>): RawBuilder<R>
}
