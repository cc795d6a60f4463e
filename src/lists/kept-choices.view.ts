import { look, type Occasion } from '#ledger'
import { languages } from '#platform/language'
import type { Running } from '#statement'
import type { Choice } from './list-definition.ts'
import { rowsOf } from './rows.ts'
import type { SeenColumn } from './seen-list.ts'

type Columns = ReadonlyMap<string, SeenColumn>

const kept = new WeakMap<Columns, { said: string; columns: Columns }>()

/** The columns with those choices that the desk itself lays, such as the stages of pipelines, as they stand now. */
export async function withKeptChoices(
  columns: Columns,
  { db }: Pick<Running<never>, 'db'>,
  occasion: Occasion,
): Promise<Columns> {
  const asking = [...columns.values()].flatMap(({ id, keptIn }) => (keptIn ? [{ id, keptIn }] : []))
  if (asking.length === 0) return columns
  const read = await look(db, occasion, async (view) => {
    view.saw([], [])
    const each = asking.map(async ({ id, keptIn }) => [id, await rowsOf<Choice>(view.db, keptIn as never)] as const)
    return Object.fromEntries(await Promise.all(each))
  })
  // The same columns while nothing has changed: what is kept by them stays kept.
  const said = JSON.stringify(read)
  const known = kept.get(columns)
  if (known?.said === said) return known.columns
  const made = new Map(
    [...columns].map(([id, column]) => [id, read[id] ? { ...column, choices: toldApart(read[id]) } : column]),
  )
  kept.set(columns, { said, columns: made })
  return made
}

/** Two choices of one name say which they are `of`: a stage its pipeline. */
function toldApart(choices: readonly Choice[]): Choice[] {
  return choices.map((one) => {
    const of = one.of
    if (!of) return one
    const isAlike = ({ id, label }: Choice) =>
      id !== one.id && languages.some((each) => label[each] === one.label[each])
    const isTwice = choices.some(isAlike)
    return isTwice ? { ...one, toldApart: bothSaid(one.label, of) } : one
  })
}

function bothSaid(label: Choice['label'], of: Choice['label']): Choice['label'] {
  const said = (language: keyof Choice['label']) => `${label[language]} (${of[language]})`
  return { fi: said('fi'), sv: said('sv'), en: said('en') }
}
