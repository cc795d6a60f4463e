import type { Language } from '#platform/language'
import { may } from '#statement'
import { isGroupable, isNaming, isSortable, type SeenColumn, type SeenList } from './seen-list.ts'
import { operatorsFor } from './value-test.ts'

/** A list in the reader's language: what may be shown, filtered, sorted, grouped and changed. */
export function described(seen: SeenList, language: Language) {
  const { name, title, opens, shown, quick = [], sort, search } = seen.definition
  return {
    ...{ name, title: title[language], opens, search: search !== undefined },
    // What an export of it is for, to begin with: the purpose in the statement's own words.
    reason: seen.policy.purposes.get(seen.occasion.purpose)?.label[language] ?? '',
    isAboutPeople: seen.isAboutPeople,
    mayExport: seen.mayExport,
    quick: quick.filter((id) => seen.columns.has(id)),
    shown: shown.filter((id) => seen.columns.has(id)),
    sort: seen.columns.has(sort.replace(/^-/, '')) ? sort : null,
    columns: [...seen.columns.values()].map((column) => describedColumn(seen, column, language)),
  }
}

function describedColumn(seen: SeenList, column: SeenColumn, language: Language) {
  const { id, type, label, fields, choices, several = false, filterable, edit } = column
  const { policy, occasion } = seen
  const isEditable = edit && may(policy, occasion.duty, occasion.purpose, edit.field, 'write').allowed
  return {
    ...{ id, type, label: label[language], field: fields[0] ?? null, several },
    ...(choices.length
      ? {
          choices: choices.map(({ id: one, label: said, toldApart, tone }) => ({
            id: one,
            label: (toldApart ?? said)[language],
            ...(tone ? { tone } : {}),
          })),
        }
      : {}),
    operators: filterable === false ? [] : operatorsFor(type),
    sortable: isSortable(column),
    groupable: isGroupable(column),
    ...(isNaming(column) ? { names: true } : {}),
    ...(type === 'person' || type === 'company' ? { opens: seen.references[type].opens } : {}),
    ...(isEditable ? { edit: { source: edit.source ?? false } } : {}),
  }
}
