import type { Statement } from '#statement'

/** S8.4: as whom the statement names a collector: by its own name, or as one of the debt collectors. */
export function recipientOf({ recipients = [] }: Statement, collector: string): string {
  const isCalled = (said: string | undefined) => said?.trim().toLowerCase() === collector.trim().toLowerCase()
  const named = recipients.find(({ label }) => isCalled(label?.fi) || isCalled(label?.sv) || isCalled(label?.en))
  return named?.id ?? 'debt-collectors'
}
