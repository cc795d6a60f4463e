import { hashKey } from '@tanstack/react-query'

/** A record as a form reads it. */
export interface Read<T> {
  revision: number
  read: T
}

/** What a form of a record shows, and what it knows of what the server holds. */
export interface Form<T> {
  typed: T
  /** As the server held it, at the revision that the next save names. */
  known: Read<T>
  /** `known` is as it was typed and kept: the server may hold it in other words, which are taken when it is read. */
  isOwn?: boolean
  /** The parts that were typed before what somebody else kept was taken. */
  before?: Partial<T> | null
}

export function beginForm<T>(record: Read<T>): Form<T> {
  return { typed: record.read, known: record }
}

export function typeInto<T extends object>(form: Form<T>, part: Partial<T>): Form<T> {
  return { ...form, typed: { ...form.typed, ...part } }
}

/** The parts that were typed and not kept. */
export function unsavedOf<T extends object>({ typed, known }: Form<T>): Partial<T> {
  const parts = Object.entries(typed).filter(([part, value]) => !same(value, known.read[part as keyof T]))
  return Object.fromEntries(parts) as Partial<T>
}

/** True where somebody else kept something that the form does not show, because something is typed in it. */
export function isBehind<T extends object>(form: Form<T>, record: Read<T>) {
  return (
    record.revision > form.known.revision &&
    Object.keys(unsavedOf(form)).length > 0 &&
    !same(record.read, form.known.read) &&
    !same(record.read, form.typed)
  )
}

/** The form when the record was read again: it shows each part as it is kept, and each part that is being typed as it is typed. */
export function followed<T extends object>(form: Form<T>, record: Read<T>): Form<T> {
  const isAnswer = form.isOwn && record.revision === form.known.revision
  if (!isAnswer && (record.revision <= form.known.revision || isBehind(form, record))) return form
  return { ...form, typed: { ...record.read, ...unsavedOf(form) }, known: record, isOwn: false }
}

/** The form when `sent` was kept as a revision; what was typed since stays unsaved. */
export function keptAs<T extends object>(form: Form<T>, sent: T, revision: number): Form<T> {
  if (revision < form.known.revision) return form
  return { ...form, known: { revision, read: sent }, isOwn: true, before: null }
}

/** Shows what somebody else kept, and keeps what was typed aside. */
export function shownNew<T extends object>(form: Form<T>, record: Read<T>): Form<T> {
  return { typed: record.read, known: record, before: unsavedOf(form) }
}

/** Puts what was typed upon what somebody else kept. */
export function broughtBack<T extends object>(form: Form<T>): Form<T> {
  return { ...form, typed: { ...form.typed, ...form.before }, before: null }
}

// The server need not answer the parts of a value in the order in which they were sent.
function same(one: unknown, other: unknown) {
  return hashKey([one]) === hashKey([other])
}
