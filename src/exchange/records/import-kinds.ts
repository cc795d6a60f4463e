import type { Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type FileTaking, type ImportColumn, type ImportKind, type InForce, inForce, writableOfDeal } from '#register'
import { targetsFor } from '../import-targets.ts'
import type { OneImport } from '../reach.ts'
import type { ImportSettings } from '../settings.ts'

/** What a file of people and companies is called: the importer's own kind. */
export const peopleAndCompanies = 'people-and-companies'

/** The kind of which an import is; undefined where it is people and companies. */
export function kindOf(kinds: readonly ImportKind[], holds: string): ImportKind | undefined {
  if (holds === peopleAndCompanies) return undefined
  const kind = kinds.find(({ id }) => id === holds)
  if (!kind) throw new Refusal('NOT_FOUND', 404, { field: 'holds' })
  return kind
}

/** The same with the fields that the statement added, as far as this duty writes them; a title of a file is theirs by their label. */
export function kindFor(
  { running, occasion, kinds = [] }: Pick<OneImport, 'running' | 'occasion' | 'kinds'>,
  holds: string,
): ImportKind | undefined {
  const kind = kindOf(kinds, holds)
  if (!kind?.subject) return kind
  const added = writableOfDeal(inForce(running), occasion, kind.subject).map(
    (field): ImportColumn => ({ id: field.id, label: field.label, titles: /^$/, type: { added: field } }),
  )
  return { ...kind, columns: [...kind.columns, ...added] }
}

/** Refuses a duty that may not bring what the file is said to hold. */
export function refuseUnlessBrings(kinds: readonly ImportKind[], holds: string, wanted: InForce, occasion: Occasion) {
  const kind = kindOf(kinds, holds)
  if (kind) kind.refuseUnlessBrings(wanted, occasion)
  else targetsFor(wanted, occasion)
}

/** What this duty may bring by file. */
export function kindsBrought(kinds: readonly ImportKind[], wanted: InForce, occasion: Occasion): string[] {
  return [peopleAndCompanies, ...kinds.map(({ id }) => id)].filter((holds) => {
    try {
      refuseUnlessBrings(kinds, holds, wanted, occasion)
      return true
    } catch (fault) {
      if (fault instanceof Refusal) return false
      throw fault
    }
  })
}

/** How the lines are taken: of records the file is the newer word unless somebody says otherwise. */
export function takingBy({ overwrite, language = 'fi' }: Pick<ImportSettings, 'overwrite' | 'language'>): FileTaking {
  return { over: overwrite.record ?? 'always', language }
}
