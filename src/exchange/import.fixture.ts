import assert from 'node:assert/strict'
import type { TestApp } from '#test/app'

type Ask = ReturnType<TestApp['as']>

export const csv = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

/** Brings a file and answers what was read of its columns. */
export async function bring(ask: Ask, file: Buffer, holds?: string) {
  return ask('POST', holds ? `/imports?holds=${holds}` : '/imports', {
    payload: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
}

interface Wish {
  columns?: (string | null)[]
  source?: string
  /** What the file holds; people and companies where nothing is said. */
  holds?: string
  [more: string]: unknown
}

/** Brings a file and tries it; answers the import's id and how far it came. */
export async function tried(ask: Ask, file: Buffer, { columns, source = 'organisation', holds, ...more }: Wish = {}) {
  const kept = await bring(ask, file, holds)
  assert.equal(kept.statusCode, 201, kept.body)
  const { id, columns: proposed } = kept.json()
  const answer = await ask('POST', `/imports/${id}/trial`, { columns: columns ?? proposed, source, ...more })
  assert.equal(answer.statusCode, 202, answer.body)
  return { id: id as string, run: answer.json() }
}

/** The same, and runs it. */
export async function imported(ask: Ask, file: Buffer, wish: Wish = {}) {
  const { id } = await tried(ask, file, wish)
  const answer = await ask('POST', `/imports/${id}/run`)
  assert.equal(answer.statusCode, 202, answer.body)
  return { id, run: answer.json() }
}

/** Every line that met this fate, as `line code field`. */
export async function linesOf(ask: Ask, id: string, fate: string): Promise<string[]> {
  const answer = await ask('GET', `/imports/${id}/lines?fate=${fate}`)
  return answer
    .json()
    .items.map(({ line, code, field }: Record<string, unknown>) => [line, code, field].filter(Boolean).join(' '))
}
