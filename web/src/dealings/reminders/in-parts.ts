import { api, Problem } from '../../api.ts'

const atOnce = 100

export interface Round {
  groupCompany: string
  invoices: readonly string[]
  letters: ReadonlySet<string>
  onPart: (done: number) => void
}

/**
 * Writes a round of reminders, some at a time, as one run. Where it stops in the middle, what was written stands in the run (`cut`:
 * how many were not asked for, and `why`) and the rest is still due: each is written once. A part of which nothing is due any more stops nothing.
 */
export async function remindInParts({ groupCompany, invoices, letters, onPart }: Round) {
  let run: string | null = null
  let nothing: unknown = null
  onPart(0)
  for (let n = 0; n < invoices.length; n += atOnce) {
    const part = invoices.slice(n, n + atOnce)
    const body = { groupCompany, invoices: part, letters: part.filter((id) => letters.has(id)) }
    try {
      run = (await api.post<{ id: string }>('/reminder-runs', { ...body, ...(run ? { run } : {}) })).id
    } catch (fault) {
      if (fault instanceof Problem && fault.code === 'NOTHING_TO_REMIND') nothing = fault
      else if (run) return { run, cut: invoices.length - n, why: fault }
      else throw fault
    }
    onPart(Math.min(n + atOnce, invoices.length))
  }
  if (!run) throw nothing
  return { run, cut: 0, why: null }
}

export type SettlingEvent = 'printed' | 'as-letter' | 'again'

/** The same deed on many reminders of a run, some at a time; a part of which all were paid meanwhile stops nothing. */
export async function settleInParts(
  run: string,
  { event, reminders }: { event: SettlingEvent; reminders: readonly string[] },
) {
  let settled = 0
  let paid: unknown = null
  for (let n = 0; n < reminders.length; n += atOnce) {
    const body = { event, reminders: reminders.slice(n, n + atOnce) }
    try {
      settled += (await api.post<{ settled: number }>(`/reminder-runs/${run}/reminders`, body)).settled
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.code !== 'REMINDER_SETTLED') throw fault
      paid = fault
    }
  }
  if (settled === 0 && paid) throw paid
  return settled
}
