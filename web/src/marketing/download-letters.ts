import { caller, Problem, type ProblemBody } from '../api.ts'

/** Has the letters made and saves them as a file: a PDF is no JSON, and its making changes something. */
export async function downloadLetters(id: string, wish: { processor: string | null; sides: 1 | 2 }) {
  const answer = await fetch(`/api/v1/campaigns/${id}/letters`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/pdf, application/json',
      'accept-language': caller.language,
      'content-type': 'application/json',
      ...(caller.duty ? { duty: caller.duty } : {}),
    },
    body: JSON.stringify(wish),
  })
  if (!answer.ok) throw new Problem((await answer.json()) as ProblemBody)
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'letters.pdf'
  link.click()
  URL.revokeObjectURL(url)
}
