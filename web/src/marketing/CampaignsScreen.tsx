import { Button, Group, Text } from '@mantine/core'
import { IconMail, IconMailbox, IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { CampaignRow } from './contract.ts'
import { campaignsQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'
import { stateOf } from './tones.ts'
import './marketing.css'

/** Every campaign, the newest first, with where it stands. */
export function CampaignsScreen() {
  const said = useMarketingTexts()
  const navigate = useNavigate()
  const campaigns = useQuery(campaignsQuery)
  const begin = (
    <WriteButton leftSection={<IconPlus size={17} aria-hidden />} onClick={() => navigate({ to: to.newCampaign() })}>
      {said.newCampaign}
    </WriteButton>
  )
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        actions={
          <>
            <Button
              variant="default"
              component={Link}
              to={to.undeliverables()}
              leftSection={<IconMailbox size={17} aria-hidden />}
            >
              {said.returns}
            </Button>
            {begin}
          </>
        }
      />
      <Sheet flush>
        <Asked query={campaigns}>
          {(items) =>
            items.length === 0 ? (
              <Empty icon={<IconSpeakerphone size={26} />} title={said.none}>
                {said.noneText}
              </Empty>
            ) : (
              <ul className="row-cards campaigns">
                {items.map((one) => (
                  <CampaignLine key={one.id} campaign={one} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Sheet>
    </>
  )
}

function CampaignLine({ campaign }: { campaign: CampaignRow }) {
  const said = useMarketingTexts()
  const { day, number } = useFormat()
  const { counts, channel, name, changedAt, endedAt } = campaign
  const state = stateOf(campaign, said)
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const Icon = channel === 'post' ? IconMailbox : IconMail
  return (
    <li>
      <Link className="row-card campaign-line" to={to.campaign(campaign.id)}>
        <span className="campaign-mark" aria-hidden>
          <Icon size={19} />
        </span>
        <span className="campaign-name">
          <Text component="span" fw={620} size="sm">
            {name}
          </Text>
          <Text component="span" size="xs" c="dimmed">
            {said.channels[channel] ?? channel} · {day(endedAt ?? changedAt)}
          </Text>
        </span>
        <Group component="span" gap="lg" className="campaign-figures figures">
          {all > 0 && (
            <>
              <Figure count={number(counts.sent)} what={said.columns.sent} />
              <Figure count={number(counts.skipped)} what={said.columns.out} />
            </>
          )}
        </Group>
        <StateBadge {...state} />
      </Link>
    </li>
  )
}

function Figure({ count, what }: { count: string; what: string }) {
  return (
    <span className="small-figure">
      <b>{count}</b> {what.toLocaleLowerCase()}
    </span>
  )
}
