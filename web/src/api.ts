import type { Language } from './contract.ts'

/** What the server answers when it refuses: RFC 9457, with our code and the clause. */
export interface ProblemBody {
  title: string
  status: number
  code: string
  detail?: { clause?: string; field?: string; [key: string]: unknown }
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: NonNullable<ProblemBody['detail']>

  constructor(body: ProblemBody) {
    super(body.title)
    this.status = body.status
    this.code = body.code
    this.detail = body.detail ?? {}
  }
}

/** Who asks: the language of the answers, and the duty when the person has chosen one. */
export const caller: { language: Language; duty: string | null } = { language: 'fi', duty: null }

interface Asking {
  body?: unknown
  revision?: number | string
  signal?: AbortSignal
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => ask<T>('GET', path, { signal }),
  /** A question in the body: words that name people stay out of addresses. */
  read: <T>(path: string, body: unknown, signal?: AbortSignal) => ask<T>('POST', path, { body, signal }),
  post: <T>(path: string, body?: unknown, revision?: number | string) => ask<T>('POST', path, { body, revision }),
  put: <T>(path: string, body: unknown, revision?: number | string) => ask<T>('PUT', path, { body, revision }),
  patch: <T>(path: string, body: unknown, revision: number | string) => ask<T>('PATCH', path, { body, revision }),
  delete: <T>(path: string, body?: unknown, revision?: number | string) => ask<T>('DELETE', path, { body, revision }),
}

async function ask<T>(method: string, path: string, { body, revision, signal }: Asking): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': caller.language }
  if (caller.duty) headers.duty = caller.duty
  if (revision !== undefined) headers['if-match'] = `"${revision}"`
  if (body !== undefined) headers['content-type'] = 'application/json'

  const answer = await reach(`/api/v1${path}`, {
    method,
    headers,
    signal: signal ?? null,
    credentials: 'same-origin',
    body: body === undefined ? null : JSON.stringify(body),
  })
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  throw new Problem(await problemIn(answer))
}

async function reach(url: string, init: RequestInit) {
  try {
    return await fetch(url, init)
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw new Problem({ title: '', status: 0, code: 'NO_CONNECTION' })
  }
}

async function problemIn(answer: Response): Promise<ProblemBody> {
  if (answer.headers.get('content-type')?.includes('json')) return (await answer.json()) as ProblemBody
  return { title: '', status: answer.status, code: answer.status === 401 ? 'NOT_SIGNED_IN' : 'FAULT' }
}

/** A query string without what is empty. */
export function queryOf(asked: Record<string, string | number | boolean | null | undefined>) {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
