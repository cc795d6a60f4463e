import { sql } from 'kysely'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Found, Like } from './found.ts'
import type { ColumnType, Sql } from './list-definition.ts'
import { type FilterValue, type Leaf, most, type Operator } from './list-wish.ts'
import { refuseFilter } from './refuse-filter.ts'
import type { SeenColumn, SeenList } from './seen-list.ts'

interface Test {
  test(value: Sql): Sql
  /** What is asked is that it does not hold. */
  not?: boolean
  /** The same as patterns of `like`, any of them, for an index of words. */
  like?: Like
}

type Tests = Partial<Record<Operator, (values: readonly FilterValue[]) => Test>>

/** What an operator asks of a value of this column. */
export function testOf(seen: SeenList, column: SeenColumn, leaf: Leaf, found?: Found): Test {
  const values = leaf.value === undefined ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const tests = testsFor(column.type, { seen, id: column.id, found })
  const make = Object.hasOwn(tests, leaf.is) ? tests[leaf.is] : undefined
  if (!make || values.length > most.ids) refuseFilter(column.id)
  return make(values as FilterValue[])
}

/** Which operators a column of this type takes, for the desk's filter builder. */
export function operatorsFor(type: ColumnType): Operator[] {
  return [
    ...(Object.keys(testsFor(type, { seen: null as never, id: '', found: undefined })) as Operator[]),
    'empty',
    'filled',
  ]
}

interface Asked {
  seen: SeenList
  id: string
  found: Found | undefined
}

function testsFor(type: ColumnType, asked: Asked): Tests {
  if (type === 'text') return textTests(asked.id)
  if (type === 'number' || type === 'money') return numberTests(asked.id)
  if (type === 'day' || type === 'instant') return dayTests(asked, type === 'instant')
  if (type === 'boolean') return { is: ([on]) => ({ test: (value) => sql`${value} = ${on === true}` }) }
  if (type === 'choice') return oneOf((one) => text(one, asked.id))
  if (type === 'staff') return oneOf((one) => (one === 'me' ? asked.seen.occasion.by : text(one, asked.id)))
  return { ...partyTests(asked), ...nameTests(asked, type) }
}

function textTests(id: string): Tests {
  const like = (how: 'contains' | 'starts'): NonNullable<Tests['is']> => {
    return ([said]) => {
      const words = text(said, id)
      return { test: (value) => likeSql(value, patternOf(how, words)), like: { how, said: [words] } }
    }
  }
  const same: NonNullable<Tests['is']> = (values) => {
    const words = values.map((one) => text(one, id))
    return {
      test: (value) =>
        sql`seloste.folded(${value}) = any(array(select seloste.folded(word) from unnest(${words}::text[]) word))`,
      like: { how: 'is', said: words },
    }
  }
  return {
    contains: like('contains'),
    'contains-not': (values) => ({ ...like('contains')(values), not: true }),
    is: same,
    'is-not': (values) => ({ ...same(values), not: true }),
    starts: like('starts'),
  }
}

/** The condition that a value holds these words, case and marks aside. */
export function holdsWords(value: Sql, words: string): Sql {
  return likeSql(value, patternOf('contains', words))
}

export function patternOf(how: Like['how'], words: string): string {
  const plain = words.replace(/[\\%_]/g, '\\$&')
  return `${how === 'contains' ? '%' : ''}${plain}${how === 'is' ? '' : '%'}`
}

function likeSql(value: Sql, pattern: string): Sql {
  return sql`seloste.folded(${value}) like seloste.folded(${pattern})`
}

function numberTests(id: string): Tests {
  const compare = (sign: string): NonNullable<Tests['is']> => {
    return ([said]) => {
      const number = numeric(said, id)
      return { test: (value) => sql`${value} ${sql.raw(sign)} ${number}::numeric` }
    }
  }
  return {
    is: compare('='),
    'is-not': (values) => ({ ...compare('=')(values), not: true }),
    'at-least': compare('>='),
    'at-most': compare('<='),
    between: ([from, to]) => {
      const [low, high] = [numeric(from, id), numeric(to, id)]
      return { test: (value) => sql`${value} between ${low}::numeric and ${high}::numeric` }
    },
  }
}

function dayTests({ seen, id }: Asked, isInstant: boolean): Tests {
  const edge = (day: Day) => (isInstant ? sql`(${day}::timestamp at time zone 'Europe/Helsinki')` : sql`${day}::date`)
  const from = (first: Day, last: Day): Test => ({
    test: (value) => sql`(${value} >= ${edge(first)} and ${value} < ${edge(addDays(last, 1))})`,
  })
  const today = () => dayInHelsinki(seen.occasion.at)
  return {
    is: ([said]) => from(day(said, id), day(said, id)),
    before: ([said]) => {
      const first = day(said, id)
      return { test: (value) => sql`${value} < ${edge(first)}` }
    },
    after: ([said]) => {
      const next = addDays(day(said, id), 1)
      return { test: (value) => sql`${value} >= ${edge(next)}` }
    },
    between: ([first, last]) => from(day(first, id), day(last, id)),
    'last-days': ([many]) => from(addDays(today(), 1 - days(many, id)), today()),
    'next-days': ([many]) => from(today(), addDays(today(), days(many, id) - 1)),
    'this-month': () => from(`${today().slice(0, 8)}01`, lastOfMonth(today())),
    'this-year': () => from(`${today().slice(0, 4)}-01-01`, `${today().slice(0, 4)}-12-31`),
  }
}

function oneOf(read: (one: FilterValue | undefined) => string): Tests {
  const same: NonNullable<Tests['is']> = (values) => {
    const ids = values.map(read)
    return { test: (value) => sql`(${value})::text = any(${ids}::text[])` }
  }
  return { is: same, 'is-not': (values) => ({ ...same(values), not: true }) }
}

function partyTests({ id }: Asked): Tests {
  const same: NonNullable<Tests['is']> = (values) => {
    const ids = values.map((one) => uuid(one, id))
    return { test: (value) => sql`${value} = any(${ids}::uuid[])` }
  }
  return { is: same, 'is-not': (values) => ({ ...same(values), not: true }) }
}

// Looking for a name that the duty does not read would tell it.
function nameTests({ seen, id, found }: Asked, type: 'person' | 'company'): Tests {
  const named = (operator: 'contains' | 'starts'): NonNullable<Tests['is']> => {
    return (values) => {
      const { field, name, words } = seen.references[type]
      if (field && !seen.sees(field)) refuseFilter(id)
      const { test, like } = (textTests(id)[operator] as NonNullable<Tests['is']>)(values)
      const ids = like && words ? found?.of(words, like) : undefined
      const among = (value: Sql) => (ids ? sql`${value} = any(${ids}::uuid[]) and ` : sql``)
      return { test: (value) => sql`(${among(value)}${test(name(value))})`, ...(like ? { like } : {}) }
    }
  }
  return { contains: named('contains'), starts: named('starts') }
}

function text(said: FilterValue | undefined, id: string): string {
  if (typeof said !== 'string' || said.length > most.text || said.includes('\0')) refuseFilter(id)
  return said
}

function numeric(said: FilterValue | undefined, id: string): number {
  if (typeof said !== 'number' || !Number.isFinite(said)) refuseFilter(id)
  return said
}

function days(said: FilterValue | undefined, id: string): number {
  const number = numeric(said, id)
  if (!Number.isInteger(number) || number < 1 || number > 36_600) refuseFilter(id)
  return number
}

function day(said: FilterValue | undefined, id: string): Day {
  const written = text(said, id)
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(written) ? new Date(`${written}T00:00:00Z`) : null
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written) refuseFilter(id)
  return written
}

function uuid(said: FilterValue | undefined, id: string): string {
  const written = text(said, id)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(written)) refuseFilter(id)
  return written
}

function lastOfMonth(today: Day): Day {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
