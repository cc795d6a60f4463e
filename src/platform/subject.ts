const most = 80

/** What a message is about: its first sentence, or as many of its whole words as a title holds, 80 characters; null of nothing. */
export function subjectOf(message: string | null): string | null {
  const line = (message ?? '').split('\n').find((one) => one.trim() !== '')
  const words = line?.trim().replace(/\s+/g, ' ') ?? ''
  if (words.length <= most) return words || null
  const sentence = /^.{11,}?[^\s.]{3,}[.!?](?= )/.exec(words.slice(0, most + 1))?.[0]
  if (sentence) return sentence.replace(/\.$/, '')
  const cut = words.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, most - 1)).replace(/[\s,;:–-]+$/, '')}…`
}
