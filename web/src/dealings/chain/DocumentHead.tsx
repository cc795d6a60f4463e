import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { PageHead } from '../../ui/PageHead.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { ChainLine } from './ChainLine.tsx'
import type { Step, StepKind, WithParty } from './contract.ts'
import { PartyLink } from './PartyLink.tsx'
import { useChainTexts } from './texts.ts'
import { tones } from './tones.ts'

/** The head of a document: what it is, whose, how far it has come, and what comes next. */
export function DocumentHead({
  kind,
  document,
  list,
  actions,
}: {
  kind: StepKind
  document: WithParty & { id: string; number: string | null; state: string; chain: Step[] }
  list: { to: string; label: string }
  actions: ReactNode
}) {
  const said = useChainTexts()
  return (
    <>
      <PageHead
        title={[said.steps[kind], document.number].filter(Boolean).join(' ')}
        crumbs={[list]}
        under={
          <Group gap={8}>
            <PartyLink {...document} />
            <StateBadge said={said.states[document.state] ?? document.state} tone={tones[document.state]} />
          </Group>
        }
        actions={actions}
      />
      <ChainLine steps={document.chain} here={document.id} />
    </>
  )
}
