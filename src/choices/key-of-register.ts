import type { ChoicesKey } from './choices-key.ts'

const kept = new WeakMap<object, ChoicesKey>()

/** Gives a register at work its key, from outside its database. Called once, as it is opened. */
export function useChoicesKey({ db }: { readonly db: object }, key: ChoicesKey) {
  kept.set(db, key)
}

/** The key of a register at work. */
export function choicesKeyIn({ db }: { readonly db: object }): ChoicesKey {
  const key = kept.get(db)
  if (!key) throw new Error('the register was opened without its choices key')
  return key
}
