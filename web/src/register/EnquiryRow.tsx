import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Enquiry } from './contract.ts'

export function EnquiryRow({ enquiry, show }: { enquiry: Enquiry; show: string }) {
  const {
    register: { enquiries: said },
    ui,
  } = useTexts()
  const { instant } = useFormat()
  const who = senderOf(enquiry) || ui.unknown
  const company = enquiry.company?.name
  return (
    <Link
      className="enquiry-row"
      activeOptions={{ includeSearch: false }}
      to={to.enquiry(enquiry.id)}
      search={{ show } as never}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={620} truncate>
          {who}
        </Text>
        <Text size="xs" c="dimmed" className="figures" style={{ flex: 'none' }}>
          {instant(enquiry.receivedAt)}
        </Text>
      </Group>
      {company && (
        <Text size="xs" c="dimmed" truncate>
          {company}
        </Text>
      )}
      <Group justify="space-between" wrap="nowrap" align="flex-end" gap="xs" mt={3}>
        <Text size="sm" lineClamp={2} c="dimmed">
          {enquiry.message}
        </Text>
        {enquiry.state === 'new' && <StateBadge said={said.states.new ?? ''} tone="wait" />}
      </Group>
    </Link>
  )
}

export function senderOf({ saidName, person }: Enquiry) {
  return person?.name || saidName || ''
}
