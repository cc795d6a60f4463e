import type { Entry } from '../notebook.ts'

/** A label in the three languages, built where a lexicon names a thing. */
export function label(fi: string, sv?: string, en?: string): Entry {
  return { fi, ...(sv ? { sv } : {}), ...(en ? { en } : {}) }
}

/** A short id from Finnish words: "Kengän koko" becomes kengan-koko. */
export function slugOf(words: string): string {
  const slug = words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/&/g, ' ja ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug === '' ? 'x' : slug
}

export function camelOf(words: string): string {
  return slugOf(words)
    .slice(0, 50)
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
