import type { Page, Sentence, Span } from './page/page.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
export type Entry = { [key: string]: Json | undefined }

interface Mark {
  clause: string
  sentence: Sentence
  at: number
}

/** Where readers write down what they read: every value with the sentence it was read from. */
export interface Notebook {
  statement: Entry
  origins: Record<string, Span>
  /** Writes a value where none stands yet; false when there is one already or nothing to write. */
  set(pointer: string, value: Json | undefined, from: Sentence): boolean
  /** Adds an entry to a list unless one with its id is there; answers its pointer. */
  add(list: string, entry: Entry, from: Sentence): string
  /** Says which clause a sentence (from `at` on) is, and that the value at `pointer` is said there. */
  said(pointer: string, clause: string, from: Sentence, at?: number): void
  /** Says which clause a sentence is, for prose without effect. */
  prose(clause: string, from: Sentence): void
  at(pointer: string): Json | undefined
  place(sentence: Sentence): void
  isPlaced(sentence: Sentence): boolean
  marks: Mark[]
}

export function openNotebook(page: Page): Notebook {
  const statement: Entry = {}
  const origins: Record<string, Span> = {}
  const placed = new Set<number>()
  const marks: Mark[] = []
  const ids = new Map<string, Map<Json | undefined, string>>()

  const note = (pointer: string, from: Sentence) => {
    origins[pointer] = { sentence: page.text.slice(from.start, from.end), start: from.start, end: from.end }
    placed.add(from.start)
  }
  const book: Notebook = {
    statement,
    origins,
    marks,
    at: (pointer) => valueAt(statement, pointer),
    place: (sentence) => void placed.add(sentence.start),
    isPlaced: (sentence) => placed.has(sentence.start),
    set(pointer, value, from) {
      if (value === undefined || value === null || value === '') return false
      const [holder, key] = holderOf(statement, pointer)
      placed.add(from.start)
      if (holder[key] !== undefined && holder[key] !== null) return false
      holder[key] = value
      note(pointer, from)
      return true
    },
    add(list, entry, from) {
      const [holder, key] = holderOf(statement, list)
      const entries = Array.isArray(holder[key]) ? holder[key] : []
      holder[key] = entries
      const known = ids.get(list) ?? new Map<Json | undefined, string>()
      ids.set(list, known)
      placed.add(from.start)
      const there = entry.id === undefined ? undefined : known.get(entry.id)
      if (there !== undefined) return there
      entries.push(entry)
      const pointer = `${list}/${entries.length - 1}`
      if (entry.id !== undefined) known.set(entry.id, pointer)
      note(pointer, from)
      return pointer
    },
    said(pointer, clause, from, at = 0) {
      const [holder, key] = holderOf(statement, `${pointer}/saidIn`)
      const clauses = Array.isArray(holder[key]) ? holder[key] : []
      holder[key] = clauses
      if (!clauses.includes(clause)) clauses.push(clause)
      origins[`${pointer}/saidIn`] ??= {
        sentence: page.text.slice(from.start, from.end),
        start: from.start,
        end: from.end,
      }
      placed.add(from.start)
      marks.push({ clause, sentence: from, at })
    },
    prose(clause, from) {
      const only = Array.isArray(statement.textOnly) ? statement.textOnly : []
      statement.textOnly = only
      if (!only.includes(clause)) {
        only.push(clause)
        note(`/textOnly/${only.length - 1}`, from)
      }
      placed.add(from.start)
      marks.push({ clause, sentence: from, at: 0 })
    },
  }
  return book
}

function holderOf(root: Entry, pointer: string): [Entry, string] {
  const steps = pointer.slice(1).split('/')
  const key = steps.pop() ?? ''
  let holder: Entry = root
  for (const step of steps) {
    const next = holder[step]
    if (typeof next === 'object' && next !== null) holder = next as Entry
    else {
      const made: Entry = {}
      holder[step] = made
      holder = made
    }
  }
  return [holder, key]
}

function valueAt(root: Entry, pointer: string): Json | undefined {
  let value: Json | undefined = root
  for (const step of pointer.slice(1).split('/')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Entry)[step]
  }
  return value
}
