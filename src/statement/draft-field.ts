import { Refusal } from '#platform/refusal'
import { clausesOf, type DataCategory, type Duty, type Statement, type Words } from './format.ts'
import { clauseLinks } from './parity.ts'
import { basisInWords } from './render/words.ts'
import { fieldBeginning, heldBy, type Subject, subjectOf, subjects } from './subject.ts'

export const fieldTypes = ['text', 'long-text', 'number', 'date', 'boolean', 'choice'] as const
export const fieldStages = ['prospect', 'customer', 'after-sales'] as const

/** A field that is asked to be added: what it is called, on what it is said, and which duties read it and write it. */
export interface FieldWish {
  subject: Subject
  type: (typeof fieldTypes)[number]
  label: Words
  choices?: readonly Words[]
  required: boolean
  /** From when it is collected of companies and people; what is said of a deal is said from its first day. */
  fromStage: (typeof fieldStages)[number]
  duties: readonly { id: string; writes: boolean }[]
}

/** What a new field may be said of and by whom, and what for: a field is used for what the duties that read it are there for. */
export function fieldForm({ duties = [], purposes, dataCategories, metadata }: Statement) {
  const declared = new Set(dataCategories.map(({ id }) => id))
  const usable = duties.filter(({ reads }) => reads.length > 0)
  return {
    languages: [...new Set([metadata.languages.primary, ...metadata.languages.translations])],
    subjects: subjects.flatMap((id) => {
      const record = recordOf(id)
      if (!declared.has(record)) return []
      return [{ id, beginning: fieldBeginning(id), duties: usable.filter(sees(record)).map((duty) => duty.id) }]
    }),
    duties: usable.map(({ id, label, purposes: uses }) => ({
      ...{ id, label },
      purposes: purposes
        .filter((purpose) => uses.includes(purpose.id))
        .map((purpose) => ({ label: purpose.label, basis: basesOf(purpose) })),
    })),
  }
}

/** The statement with one field more, and that field's id. */
export function withField(statement: Statement, wish: FieldWish): { statement: Statement; field: string } {
  const { subject, label, type, choices = [], duties } = wish
  const { dataCategories } = statement
  const isNamed = dataCategories.some((one) => subjectOf(one.id) === subject && same(one.label.fi, label.fi))
  if (isNamed) throw new Refusal('FIELD_NAMED_ALREADY', 422, { field: 'label', clause: 'S5.1' })
  if (type === 'choice' && choices.length < 2)
    throw new Refusal('FIELD_WITHOUT_CHOICES', 422, { field: 'choices', clause: 'S5.1' })

  const taken = dataCategories.map(({ id }) => id.split('.')[1] ?? '')
  const id = `${fieldBeginning(subject)}.${unlike(taken, wordsOf(label).map(inCamel).join('').slice(0, 44), 'field')}`
  const field: DataCategory = {
    ...{ id, saidIn: nextClause(statement), type },
    ...(type === 'choice' ? { choices: chosenFrom(choices) } : {}),
    ...{ label, personal: personal[subject] ?? 'mixed' },
    ...(wish.required ? { required: true } : {}),
    fromStage: personal[subject] === undefined ? 'prospect' : wish.fromStage,
  }
  const given = (duty: Duty): Duty => {
    const one = duties.find((named) => named.id === duty.id)
    if (!one) return duty
    return { ...duty, reads: [...duty.reads, id], writes: one.writes ? [...duty.writes, id] : duty.writes }
  }
  return {
    statement: { ...statement, dataCategories: [...dataCategories, field], duties: statement.duties?.map(given) },
    field: id,
  }
}

// S5.1: what is said of a company may tell of whoever trades in their own name, and what is said of a deal of whoever it is with.
const personal: Partial<Record<Subject, DataCategory['personal']>> = { organisation: 'when-sole-trader', person: true }

function recordOf(subject: Subject): string {
  return heldBy(`${fieldBeginning(subject)}.any`) ?? (subject === 'person' ? 'person.name' : 'org.name')
}

function sees(record: string) {
  return ({ reads, writes }: Duty) => reads.includes(record) || writes.includes(record)
}

function basesOf({ basis }: Statement['purposes'][number]): Words[] {
  return [...new Set((basis ?? []).map(({ ref }) => ref))].map((ref) => ({
    ...{ fi: basisInWords(ref, 'fi'), sv: basisInWords(ref, 'sv'), en: basisInWords(ref, 'en') },
  }))
}

// A clause of its own, after the last one of section 5.
function nextClause(statement: Statement): string {
  const said = [
    ...Object.keys(clauseLinks(statement)),
    ...statement.dataCategories.flatMap((one) => clausesOf(one.saidIn)),
  ]
  return `S5.${Math.max(0, ...said.map((clause) => Number(/^S5\.(\d+)$/.exec(clause)?.[1] ?? 0))) + 1}`
}

function chosenFrom(choices: readonly Words[]) {
  const taken: string[] = []
  return choices.map((label) => {
    const id = unlike(taken, wordsOf(label).join('-').slice(0, 50), 'choice')
    taken.push(id)
    return { id, label }
  })
}

/** The words of a label in plain small letters, as ids are made of them: the English ones, where it has them. */
function wordsOf({ en, fi }: Words): string[] {
  const plain = (en ?? fi).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/^[^a-z]+/, '').match(/[a-z0-9]+/g) ?? []
}

function inCamel(word: string, at: number): string {
  return at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)
}

function unlike(taken: readonly string[], wanted: string, otherwise: string): string {
  const name = wanted || otherwise
  for (let nth = 1; ; nth += 1) {
    const one = nth === 1 ? name : `${name}${nth}`
    if (!taken.includes(one)) return one
  }
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
