import type { Tone } from '../ui/StateBadge.tsx'
import type { CampaignRow, RecipientState } from './contract.ts'
import type { MarketingTexts } from './texts.ts'

const tones: Record<string, Tone> = { tested: 'wait', queued: 'wait', sending: 'wait', sent: 'good' }

export function stateOf({ state, channel }: Pick<CampaignRow, 'state' | 'channel'>, said: MarketingTexts) {
  const words = channel !== 'post' ? said.states[state] : state === 'sent' ? said.posted : onPaper(state, said)
  return { said: words ?? state, tone: tones[state] ?? ('calm' as const) }
}

function onPaper(state: string, said: MarketingTexts) {
  return state === 'queued' || state === 'sending' ? said.lying : said.states[state]
}

export const toneOfRecipient: Record<RecipientState, Tone> = {
  ...{ queued: 'wait', held: 'wait', sending: 'wait', sent: 'good', unsure: 'bad', bounced: 'bad', skipped: 'calm' },
}
