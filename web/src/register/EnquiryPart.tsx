import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Enquiry } from './contract.ts'
import { EnquiryDeeds } from './EnquiryDeeds.tsx'
import { EnquiryFacts } from './EnquiryFacts.tsx'
import { senderOf } from './EnquiryRow.tsx'
import { enquiryQuery } from './queries.ts'

export function EnquiryPart() {
  const { enquiry: id = '' } = useParams({ strict: false })
  const enquiry = useQuery(enquiryQuery(id))
  const {
    register: { enquiries: said },
  } = useTexts()
  return (
    <article className="sheet" style={{ padding: 'var(--mantine-spacing-lg)' }}>
      <Anchor
        component={Link}
        to={to.enquiries()}
        size="sm"
        hiddenFrom="md"
        mb="sm"
        display="inline-flex"
        style={{ alignItems: 'center', gap: 5 }}
      >
        <IconArrowLeft size={16} aria-hidden />
        {said.backToList}
      </Anchor>
      <Asked query={enquiry}>{(one) => <Opened enquiry={one} />}</Asked>
    </article>
  )
}

function Opened({ enquiry }: { enquiry: Enquiry }) {
  const {
    register: { enquiries: said },
    ui,
  } = useTexts()
  const { instant } = useFormat()
  // Where the list gives way to the open enquiry, this is the page's own heading.
  const isAlone = useMediaQuery('(max-width: 900px)') ?? false
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={isAlone ? 1 : 2} fz="1.3rem">
            {senderOf(enquiry) || ui.unknown}
          </Title>
          <Text size="sm" c="dimmed" className="figures">
            {instant(enquiry.receivedAt)} · {said.ways[enquiry.channel] ?? enquiry.channel}
          </Text>
        </div>
        <StateBadge
          said={said.states[enquiry.state] ?? enquiry.state}
          tone={enquiry.state === 'closed' ? 'calm' : enquiry.state === 'answered' ? 'good' : 'wait'}
        />
      </Group>
      <EnquiryDeeds enquiry={enquiry} />
      <section aria-label={said.message}>
        <p className="message-text" lang={enquiry.language} style={{ margin: 0 }}>
          {enquiry.message}
        </p>
      </section>
      <EnquiryFacts enquiry={enquiry} />
    </Stack>
  )
}
