import { useTexts } from '../texts/index.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Company, Person } from './contract.ts'
import { stateOfNotice, toneOfNotice, toneOfRelationship } from './tones.ts'

export function States({ row }: { row: Company }) {
  const { register } = useTexts()
  const states = [...new Set(row.relationships.map(({ state }) => state))]
  return states.map((state) => (
    <StateBadge key={state} said={register.states[state] ?? state} tone={toneOfRelationship(state)} />
  ))
}

export function NoticeState({ row }: { row: Person }) {
  const { register } = useTexts()
  const pressing =
    row.notices?.find(({ overdue }) => overdue) ??
    row.notices?.find(({ state }) => state === 'queued' || state === 'failed') ??
    row.notices?.[0]
  const state = row.noticeState ?? (pressing ? stateOfNotice(pressing) : null)
  return state ? <StateBadge said={register.noticeStates[state] ?? state} tone={toneOfNotice(state)} /> : null
}
