import type { ColumnEdit, ListDefinition } from '#lists'
import { inForce } from '#register'
import { dealSubjects, deals, type FieldId } from '#statement'
import { type Document, documents, markOf } from './said-beside.view.ts'
import { sayBeside } from './say-beside.ts'

/** S5.1: a list of deals, or of what follows from them, has the fields that the statement added to those as columns, changed for many too. */
export function withAdded(list: ListDefinition): ListDefinition {
  const subject = dealSubjects.find((one) => deals[one].table === list.table)
  const document = documents.find((one) => one === subject)
  if (!subject) return list
  return { ...list, subject, ...(document ? { editAdded: (field, value) => editOf(document, field, value) } : {}) }
}

const editOf = (subject: Document, field: FieldId, value: Parameters<typeof markOf>[0]): ColumnEdit => ({
  field,
  before: { value, revision: markOf(value) },
  change: (act, running, { id, revision: mark, value: said }) =>
    sayBeside(act as never, inForce(running as never), { subject, id, values: { [field]: said }, mark }),
})
