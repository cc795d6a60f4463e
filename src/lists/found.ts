import type { Words } from './list-definition.ts'

/** How words are asked of a text, and which: any of them will do. */
export interface Like {
  how: 'contains' | 'starts' | 'is'
  said: readonly string[]
}

/** What the indexes of words said of a wish. Where they say nothing, rows are looked at one by one. */
export interface Found {
  /** The rows that hold one of these; undefined where they are too many, or the words too short for an index. */
  of(words: Words, like: Like): readonly string[] | undefined
}
