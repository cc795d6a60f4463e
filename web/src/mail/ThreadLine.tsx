import { Group, Text } from '@mantine/core'
import { IconArrowForwardUp, IconLock, IconPaperclip } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SearchWords } from '../search-words.ts'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { ThreadRow } from './contract.ts'
import { namesIn } from './names.ts'
import { useMailTexts } from './texts.ts'

/** One thread in a list: with whom, about what, and when its newest message came or went. */
export function ThreadLine({ row, search }: { row: ThreadRow; search: SearchWords }) {
  const said = useMailTexts()
  const { instant } = useFormat()
  const company = row.people.find((one) => one.company && one.company !== one.name)?.company
  return (
    <Link
      className="enquiry-row"
      activeOptions={{ includeSearch: false }}
      to={to.message(row.threadId)}
      search={search as never}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={620} truncate>
          {namesIn(row)}
        </Text>
        <Text size="xs" c="dimmed" className="figures" style={{ flex: 'none' }}>
          {instant(row.at)}
        </Text>
      </Group>
      {company && (
        <Text size="xs" c="dimmed" truncate>
          {company}
        </Text>
      )}
      <Group gap={5} wrap="nowrap" mt={3}>
        {row.direction === 'out' && (
          <IconArrowForwardUp size={15} aria-label={said.show.sent} style={{ flex: 'none' }} />
        )}
        {row.hasFiles && <IconPaperclip size={15} aria-label={said.hasFiles} style={{ flex: 'none' }} />}
        {row.subject === null && <IconLock size={14} aria-hidden style={{ flex: 'none' }} />}
        <Text size="sm" truncate c={row.subject === null ? 'dimmed' : undefined}>
          {row.subject === null ? said.hiddenSubject : row.subject || said.noSubject}
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" align="flex-end" gap="xs">
        <Text size="sm" c="dimmed" lineClamp={1}>
          {row.preview}
        </Text>
        {row.state === 'failed' || row.state === 'unsure' ? (
          <StateBadge said={said.states[row.state] ?? ''} tone="bad" />
        ) : (
          row.messages > 1 && (
            <Text size="xs" c="dimmed" className="figures" style={{ flex: 'none' }}>
              {said.messages(row.messages)}
            </Text>
          )
        )}
      </Group>
    </Link>
  )
}
