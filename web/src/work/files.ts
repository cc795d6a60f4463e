import { caller, Problem, type ProblemBody } from '../api.ts'

function headersOf(more: Record<string, string> = {}) {
  return { 'accept-language': caller.language, ...(caller.duty ? { duty: caller.duty } : {}), ...more }
}

/** Sends a file as its bytes; its name goes in a header, because addresses end up in logs. */
export async function sendFile(path: string, file: File): Promise<unknown> {
  const answer = await reach(path, {
    method: 'POST',
    headers: headersOf({ 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) }),
    body: file,
  })
  return answer.json()
}

export async function fetchFile(path: string): Promise<Blob> {
  return (await reach(path, { headers: headersOf() })).blob()
}

/** Hands a file over to the browser under its own name. */
export function saveFile(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 30_000)
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(`/api/v1${path}`, { ...init, credentials: 'same-origin' }).catch(() => null)
  if (!answer) throw new Problem({ title: '', status: 0, code: 'NO_CONNECTION' })
  if (answer.ok) return answer
  const body = (await answer.json().catch(() => null)) as ProblemBody | null
  throw new Problem(body ?? { title: '', status: answer.status, code: 'FAULT' })
}
