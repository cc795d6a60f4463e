import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { meQuery } from '../access/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { useOversightTexts } from './texts.ts'

export type Part = 'recipients' | 'disclosures' | 'authorities' | 'papers' | 'receipts'

const paths: Record<Part, string> = {
  recipients: to.oversight(),
  disclosures: to.disclosures(),
  authorities: to.authorities(),
  papers: to.papers(),
  receipts: to.receipts(),
}
// S10.3: the administrator keeps the switches and is the second pair of eyes; people are the privacy contact's.
const ofAdministrator: Part[] = ['recipients', 'authorities']

/** One place for whoever oversees the register; its parts are its own addresses. */
export function OversightFrame({
  part,
  under,
  actions,
  children,
}: {
  part: Part
  under: string
  actions?: ReactNode
  children: ReactNode
}) {
  const said = useOversightTexts()
  const { shell } = useTexts()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const isPrivacy = me?.duties.some(({ id }) => id === 'privacy') ?? false
  const parts = (Object.keys(paths) as Part[]).filter(
    (one) => isPrivacy || ofAdministrator.includes(one) || one === part,
  )
  return (
    <>
      <PageHead
        title={said.parts[part]}
        under={under}
        crumbs={[{ to: to.oversight(), label: shell.places.oversight }]}
        actions={actions}
      />
      <Tabs value={part} onChange={(next) => next && navigate({ to: paths[next as Part] })} keepMounted={false} mb="lg">
        <Tabs.List aria-label={said.partsLabel} style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
          {parts.map((one) => (
            <Tabs.Tab key={one} value={one} style={{ flexShrink: 0 }}>
              {said.parts[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part} pt="lg">
          {children}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
