export type CampaignState = 'draft' | 'tested' | 'queued' | 'sending' | 'sent' | 'stopped'
export type CampaignEvent = 'change' | 'test' | 'queueing' | 'start' | 'end' | 'stop'

export const campaignStates = ['draft', 'tested', 'queued', 'sending', 'sent', 'stopped'] as const

// What is queued is what was tested: a change makes it a draft again.
const moves: Readonly<Record<CampaignEvent, Partial<Record<CampaignState, CampaignState>>>> = {
  change: { draft: 'draft', tested: 'draft' },
  test: { draft: 'tested', tested: 'tested' },
  queueing: { tested: 'queued' },
  start: { queued: 'sending', sending: 'sending' },
  end: { sending: 'sent' },
  stop: { draft: 'stopped', tested: 'stopped', queued: 'stopped', sending: 'stopped' },
}

/** The state after an event, or null where the event does not apply. */
export function after(event: CampaignEvent, state: CampaignState): CampaignState | null {
  return moves[event][state] ?? null
}

/** The events that apply now. */
export function eventsOf(state: CampaignState): CampaignEvent[] {
  return (Object.keys(moves) as CampaignEvent[]).filter((event) => after(event, state) !== null)
}
