import { caller, Problem, type ProblemBody } from '../api.ts'

/** Fetches a file of a message and hands it to the browser to be saved. */
export async function fetchFile(path: string, name: string) {
  const answer = await fetch(`/api/v1${path}`, {
    credentials: 'same-origin',
    headers: { 'accept-language': caller.language, ...(caller.duty ? { duty: caller.duty } : {}) },
  })
  if (!answer.ok) throw new Problem((await answer.json()) as ProblemBody)
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
