/** A quote begun in one press. */
export interface Begun {
  id: string
  /** False where it had been begun before. */
  isNew: boolean
}

/** What a quote is made of, and the company that its representative asks for, where whoever makes it says so (S4.6). */
export interface MadeOf {
  id: string
  company?: string
}
