import { addDays, addMonths, type Day } from '#platform/finnish-calendar'
import { leavesEea, type Processor, type Statement, type Transfer } from '#statement'

/** A tool or a processor that somebody switched off. */
export interface Stop {
  kind: 'tool' | 'processor'
  subject: string
}

export type TransferState = 'in-force' | 'check-soon' | 'check-overdue' | 'stopped' | 'incomplete'

/** One way out of the EEA: to whom, where, by which tool, and whether it is open today. */
export interface WayOut {
  processor: string
  country: string
  tool: ToolId | null
  state: TransferState
  /** The last day on which the check of the tool holds. */
  checkHoldsUntil: Day | null
  transfer: Transfer
}

/** The tools of Chapter V by one name each; the statement may spell them with their article. */
export const toolIds = ['adequacy-2023-1795', 'scc-2021-914', 'bcr', 'derogation-49'] as const
export type ToolId = (typeof toolIds)[number]

export function toolOf(said: string | null | undefined): ToolId | null {
  if (!said) return null
  const lower = said.toLowerCase()
  return toolIds.find((id) => lower.includes(id)) ?? null
}

/** L-45.1: the check of a tool holds a year, and is asked for two months before. */
export function wayOutOf(transfer: Transfer, stops: readonly Stop[], today: Day): WayOut {
  const tool = toolOf(transfer.tool)
  const holds = transfer.checkedOn ? addMonths(transfer.checkedOn, 12) : null
  const { processor, country } = transfer
  return { processor, country, tool, checkHoldsUntil: holds, transfer, state: stateOf() }

  function stateOf(): TransferState {
    if (stops.some(({ kind, subject }) => kind === 'tool' && subject === tool)) return 'stopped'
    if (!tool || !transfer.evidence || !holds) return 'incomplete'
    if (holds < today) return 'check-overdue'
    return holds <= addDays(today, 60) ? 'check-soon' : 'in-force'
  }
}

/** Every way out that the statement lists and that needs a tool. */
export function waysOut(statement: Statement, stops: readonly Stop[], today: Day): WayOut[] {
  return (statement.transfers?.list ?? [])
    .filter(({ country }) => leavesEea(country))
    .map((transfer) => wayOutOf(transfer, stops, today))
}

/** The countries outside the EEA where a processor, or another in its place, handles the data. */
export function countriesAbroad(statement: Statement, processor: Pick<Processor, 'id' | 'country' | 'subprocessors'>) {
  const listed = (statement.transfers?.list ?? []).filter((one) => one.processor === processor.id)
  const below = (processor.subprocessors ?? []).map((one) => (typeof one === 'string' ? null : one.country))
  const all = [processor.country, ...below, ...listed.map(({ country }) => country)]
  return [...new Set(all.filter((country): country is string => Boolean(country && leavesEea(country))))]
}
