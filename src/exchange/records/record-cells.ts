import { Refusal } from '#platform/refusal'
import { addedCell, checkAdded, dayInCell, type ImportColumn, type ImportKind, type SaidByColumn } from '#register'
import { plainTitle } from '../column-title.ts'
import { figureIn } from './figure.ts'

/** Which column of the file is which column of the kind, by the name it has here or its title; null where nothing is sure. */
export function proposedFor({ columns }: ImportKind, header: readonly string[]): (string | null)[] {
  const taken = new Set<string>()
  return header.map((title) => {
    const plain = title.trim().toLowerCase()
    const tried = [plain.replace(/\s+/g, ' '), plainTitle(title.replace(/[€%]/g, ' '))]
    const isCalled = ({ label }: ImportColumn) => Object.values(label).some((name) => name.toLowerCase() === plain)
    const free = columns.filter(({ id }) => !taken.has(id))
    const found = free.find(isCalled) ?? free.find(({ titles }) => tried.some((one) => titles.test(one)))
    if (found) taken.add(found.id)
    return found?.id ?? null
  })
}

/** Refuses columns that this kind has not, twice the same, and a file without what each line needs. */
export function refuseColumns({ columns }: ImportKind, chosen: readonly (string | null)[], width: number) {
  const said = chosen.filter((one): one is string => one !== null)
  if (chosen.length > width || said.some((id) => !columns.some((column) => column.id === id)))
    throw new Refusal('INVALID_REQUEST', 422, { field: 'columns' })
  const twice = said.find((id, at) => said.indexOf(id) !== at)
  if (twice) throw new Refusal('COLUMN_TWICE', 422, { field: twice })
  const lacking = columns.find(({ id, isNeeded }) => isNeeded && !said.includes(id))
  if (lacking) throw new Refusal('COLUMN_MISSING', 422, { field: lacking.id })
}

/** What one line says, each cell read as its column is; refuses at the column what cannot be read. */
export function saidBy(
  { columns }: ImportKind,
  chosen: readonly (string | null)[],
  { cells, isSheet }: { cells: readonly string[]; isSheet: boolean },
): SaidByColumn {
  const said: Record<string, string | number | boolean> = {}
  for (const [at, id] of chosen.entries()) {
    const cell = cells[at]?.trim()
    const column = columns.find((one) => one.id === id)
    if (cell && column) said[column.id] = valueIn(column, cell, isSheet)
  }
  if (Object.keys(said).length === 0) throw new Refusal('LINE_EMPTY', 422)
  return said
}

function valueIn({ id, type }: ImportColumn, cell: string, isSheet: boolean): string | number | boolean {
  if (type === undefined) return cell
  if (type === 'day') return dayInCell(cell) ?? refused('DAY_NOT_READ', id)
  if ('added' in type) return checkAdded(type.added, addedCell(type.added, cell)) ?? refused('VALUE_NOT_VALID', id)
  if ('choices' in type) {
    const plain = cell.toLowerCase().replace(/\s+/g, ' ')
    const found = Object.entries(type.choices).find(([choice, words]) => choice === cell || words.test(plain))
    return found?.[0] ?? refused('VALUE_NOT_VALID', id)
  }
  const figure = figureIn(cell, { ...type, isSheet })
  if (figure === 'not-clear') return refused('FIGURE_NOT_CLEAR', id)
  if (figure === 'not-read') return refused('FIGURE_NOT_READ', id)
  if (figure === 'too-fine') return refused('FIGURE_TOO_FINE', id)
  return figure < 0 ? refused('FIGURE_NEGATIVE', id) : figure
}

function refused(code: string, field: string): never {
  throw new Refusal(code, 422, { field })
}
