import { Group, Tabs } from '@mantine/core'
import { IconFileText, IconMail, IconMailbox, IconSend, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { AudiencePart } from './AudiencePart.tsx'
import { ContentPart } from './ContentPart.tsx'
import type { Campaign } from './contract.ts'
import { GoingPart } from './GoingPart.tsx'
import { campaignQuery, rulesQuery } from './queries.ts'
import { SendPart } from './SendPart.tsx'
import { StopButton } from './StopButton.tsx'
import { useMarketingTexts } from './texts.ts'
import { stateOf } from './tones.ts'
import './marketing.css'

export function CampaignScreen() {
  const { campaign: id = '' } = useParams({ strict: false })
  const campaign = useQuery(campaignQuery(id))
  return <Asked query={campaign}>{(found) => <CampaignSheet campaign={found} />}</Asked>
}

function CampaignSheet({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const topics = useQuery(rulesQuery).data?.topics ?? []
  const { name, channel, events } = campaign
  const Icon = channel === 'post' ? IconMailbox : IconMail
  return (
    <>
      <PageHead
        title={name}
        crumbs={[{ to: to.campaigns(), label: said.title }]}
        under={
          <Group gap={10}>
            <StateBadge {...stateOf(campaign, said)} />
            <Group gap={5}>
              <Icon size={15} aria-hidden /> {said.channels[channel] ?? channel}
            </Group>
            <span>{campaign.topics.map((id) => topics.find((one) => one.id === id)?.label ?? id).join(', ')}</span>
          </Group>
        }
        actions={events.includes('stop') && <StopButton campaign={campaign} />}
      />
      {events.includes('change') ? <Making campaign={campaign} /> : <GoingPart campaign={campaign} />}
    </>
  )
}

const parts = { content: IconFileText, audience: IconUsers, send: IconSend } as const
type Part = keyof typeof parts

function Making({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { part?: string }
  const part: Part = search.part && search.part in parts ? (search.part as Part) : 'content'
  const open = (next: string | null) =>
    navigate({ to: to.campaign(campaign.id), search: { part: next ?? 'content' }, replace: true, resetScroll: false })
  return (
    <Tabs value={part} onChange={open} keepMounted={false}>
      <Tabs.List mb="lg" aria-label={said.partsLabel}>
        {(Object.keys(parts) as Part[]).map((one) => {
          const Icon = parts[one]
          return (
            <Tabs.Tab key={one} value={one} leftSection={<Icon size={17} aria-hidden />}>
              {said.parts[one]}
            </Tabs.Tab>
          )
        })}
      </Tabs.List>
      <Tabs.Panel value="content">
        <ContentPart campaign={campaign} />
      </Tabs.Panel>
      <Tabs.Panel value="audience">
        <AudiencePart campaign={campaign} />
      </Tabs.Panel>
      <Tabs.Panel value="send">
        <SendPart campaign={campaign} />
      </Tabs.Panel>
    </Tabs>
  )
}
