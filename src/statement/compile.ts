import type { Said } from '#platform/language'
import { statementHash } from './canonical.ts'
import type { Statement } from './format.ts'
import type { Duty, Field, FieldType, Policy, Purpose, Source } from './policy.ts'
import { subjectOf } from './subject.ts'

/** Turns a statement into the policy that the register obeys. */
export function compile(statement: Statement): Policy {
  const fields = byId([
    ...(statement.dataCategories ?? []).filter(isField).map(fieldOf),
    ...(statement.systemData ?? []).map(systemFieldOf),
  ])
  return {
    version: statement.metadata.version,
    hash: statementHash(statement),
    fields,
    duties: byId((statement.duties ?? []).map(dutyOf)),
    purposes: byId((statement.purposes ?? []).map(purposeOf)),
    sources: byId((statement.sources ?? []).map(sourceOf)),
    groupCompanies: (statement.group?.members ?? []).map(({ id, name }) => ({ id: id ?? name, name })),
  }
}

type Of<K extends keyof Statement> = NonNullable<Statement[K]> extends readonly (infer Item)[] ? Item : never

// S5.14: an open category ("other commercial information") declares no field, so nothing can be stored under it.
function isField(category: Of<'dataCategories'>) {
  return category.status !== 'lint-error' && !(Array.isArray(category.fields) && category.fields.length === 0)
}

function fieldOf(category: Of<'dataCategories'>): Field {
  return {
    id: category.id,
    clause: clauseOf(category.saidIn, 'S5.1'),
    label: said(category.label, category.id),
    subject: subjectOf(category.id),
    type: (category.type as FieldType | undefined) ?? null,
    choices: (category.choices ?? []).map((choice) => ({ id: choice.id, label: said(choice.label, choice.id) })),
    personal: category.personal ?? true,
    required: category.required ?? false,
    fromStage: category.fromStage ?? null,
  }
}

// S5: what the register itself keeps about people is declared like everything else, and is given to duties like it.
function systemFieldOf({ id, label, saidIn }: Of<'systemData'>): Field {
  return {
    id,
    clause: clauseOf(saidIn, 'S5.1'),
    label: said(label, id),
    subject: 'person',
    type: null,
    choices: [],
    personal: true,
    required: false,
    fromStage: null,
  }
}

function dutyOf(duty: Of<'duties'>): Duty {
  return {
    id: duty.id,
    label: said(duty.label, duty.id),
    purposes: duty.purposes ?? [],
    reach: duty.reach ?? 'own',
    exports: duty.exports !== 'none',
    reads: new Set([...(duty.reads ?? []), ...(duty.writes ?? [])]),
    writes: new Set(duty.writes ?? []),
  }
}

function purposeOf(purpose: Of<'purposes'>): Purpose {
  return {
    id: purpose.id,
    label: said(purpose.label, purpose.id),
    clause: clauseOf(purpose.saidIn, 'S4.1'),
    messageClass: purpose.messageClass ?? null,
    channels: purpose.channels ?? [],
    topics: (purpose.topics ?? []).map((topic) => ({ id: topic.id, label: said(topic.label, topic.id) })),
  }
}

function sourceOf(source: Of<'sources'>): Source {
  return {
    id: source.id,
    label: said(source.label, source.id),
    clause: clauseOf(source.saidIn, 'S6.1'),
    kind: source.kind,
    notice: source.notice ?? null,
    noteRequired: source.noteRequired ?? false,
    saleContext: source.saleContext ?? false,
    marketing: source.marketing ?? true,
    fields: source.fields ?? null,
    requiredFields: source.required ?? [],
  }
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function clauseOf(saidIn: string | readonly string[] | null | undefined, otherwise: string) {
  return (typeof saidIn === 'string' ? saidIn : saidIn?.[0]) ?? otherwise
}

function said(text: Partial<Said> | null | undefined, otherwise: string): Said {
  const first = text?.fi ?? text?.en ?? text?.sv ?? otherwise
  return { fi: text?.fi ?? first, sv: text?.sv ?? first, en: text?.en ?? first }
}
