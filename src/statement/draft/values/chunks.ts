export interface Chunk {
  words: string
  /** Where in the sentence it begins. */
  at: number
}

/** The members of a list written in a sentence: split at commas, semicolons and conjunctions, brackets opened. */
export function chunksOf(plain: string, from = 0): Chunk[] {
  const chunks: Chunk[] = []
  let start = from
  const divide = /\s*[;|\t]\s*|,\s+|\s*[()]\s*|\s(?:ja\/tai|ja|sekä|tai|taikka|eli)\s|\s[–-]\s|\s\/\s|\.$/gu
  divide.lastIndex = from
  for (let hit = divide.exec(plain); hit; hit = divide.exec(plain)) {
    push(chunks, plain, start, hit.index)
    start = hit.index + hit[0].length
  }
  push(chunks, plain, start, plain.length)
  return chunks
}

function push(chunks: Chunk[], plain: string, start: number, end: number): void {
  const raw = plain.slice(start, end)
  const bare = raw.replace(/^[\s"“”'•*-]+/u, '')
  const words = bare.replace(/[\s.,;:"“”']+$/u, '')
  if (words !== '') chunks.push({ words, at: start + raw.length - bare.length })
}
