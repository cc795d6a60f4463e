import type { Message } from './contract.ts'

/** The people of a message by name; an address where the reader does not see the name. */
export function namesIn({ people }: Pick<Message, 'people'>): string {
  return [...new Set(people.map(({ name, company, address }) => name ?? company ?? address))].join(', ')
}

/** `Vs: ` before a subject, once. */
export function answerTo(subject: string | null): string {
  const plain = subject ?? ''
  return /^(vs|re|sv|aw)\s*:/i.test(plain) ? plain : `Vs: ${plain}`
}
