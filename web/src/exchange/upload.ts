import { caller, Problem, type ProblemBody } from '../api.ts'
import type { FileColumns } from './contract.ts'

/** Sends a file as it is, telling how much of it has gone; the bytes are never held in memory whole. */
export function upload(
  { file, holds }: { file: File; holds: string },
  told: (share: number) => void,
): Promise<FileColumns> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?holds=${encodeURIComponent(holds)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', caller.language)
    if (caller.duty) request.setRequestHeader('duty', caller.duty)
    request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0)
    request.onerror = () => failed(new Problem({ title: '', status: 0, code: 'NO_CONNECTION' }))
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status < 300) done(answer as FileColumns)
      else failed(new Problem((answer as ProblemBody | null) ?? { title: '', status: request.status, code: 'FAULT' }))
    }
    request.send(file)
  })
}

/** Saves an answer of the server as a file. */
export async function save(path: string, name: string) {
  const headers: Record<string, string> = {
    'accept-language': caller.language,
    ...(caller.duty ? { duty: caller.duty } : {}),
  }
  const answer = await fetch(`/api/v1${path}`, { headers, credentials: 'same-origin' })
  if (!answer.ok) throw new Problem((await answer.json()) as ProblemBody)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
