import { Refusal } from '#platform/refusal'
import { addedCell, dayInCell } from '#register'
import type { Field } from '#statement'
import { dayOfNotice, dayOfValues, isOfSeveral, type Target } from './column.ts'
import { businessIdCell, emailsIn, familyFirst, phonesIn, postcodeAndCity, postcodeCell } from './typed-cell.ts'

/** What one line of a file says: of a company, of a person, or of both. */
export interface SaidRow {
  company: Record<string, unknown>
  person: Record<string, unknown>
  /** The day the values are true of, YYYY-MM-DD, where the file says one. */
  asOf?: string
  /** The day on which the person was told of the processing. */
  noticedOn?: string
}

/** Puts the cells of one line where the columns belong. An empty cell says nothing. */
export function saidRow(
  cells: readonly string[],
  columns: readonly (Target | null)[],
  added: ReadonlyMap<string, Field>,
): SaidRow {
  const row: SaidRow = { company: {}, person: {} }
  for (const [at, target] of columns.entries()) {
    const cell = cells[at]?.trim()
    if (!target || !cell) continue
    if (target === dayOfValues || target === dayOfNotice) {
      const day = dayInCell(cell)
      if (!day) throw new Refusal('DAY_NOT_READ', 422, { field: target })
      row[target] = day
      continue
    }
    const [field = '', part] = target.split('/')
    const into = field.startsWith('person.') ? row.person : row.company
    const own = added.get(field)
    if (part === 'family-first') into[field] = familyFirst(cell)
    else if (part === 'place') into[field] = { ...(into[field] as object | undefined), ...placeIn(cell, field) }
    else if (part === 'postcode') into[field] = { ...(into[field] as object | undefined), postcode: postcodeCell(cell) }
    else if (part) into[field] = { ...(into[field] as object | undefined), [part]: cell }
    else if (isOfSeveral(target))
      into[field] = [
        ...((into[field] as string[] | undefined) ?? []),
        ...(target === 'person.phone' ? phonesIn(cell) : emailsIn(cell)),
      ]
    else if (target === 'org.businessId') into[field] = businessIdCell(cell)
    else if (target === 'org.phone') into[field] = phonesIn(cell)[0]
    else if (target === 'org.email') into[field] = emailsIn(cell)[0]
    else into[field] = own ? addedCell(own, cell) : cell
  }
  for (const field of ['org.addresses', 'person.address']) {
    const into = field === 'org.addresses' ? row.company : row.person
    if (into[field]) into[field] = [into[field]]
  }
  return row
}

function placeIn(cell: string, field: string) {
  const found = postcodeAndCity(cell)
  if (!found) throw new Refusal('ADDRESS_NOT_VALID', 422, { field, part: 'postcode' })
  return found
}
