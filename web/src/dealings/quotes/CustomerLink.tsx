import { Button, Group, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react'
import { Sheet } from '../../ui/Sheet.tsx'
import { useChainTexts } from '../chain/texts.ts'

/** The address that the customer gets: to be copied into a message, or opened as they see it. */
export function CustomerLink({ link }: { link: string }) {
  const said = useChainTexts()
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <Sheet title={said.link}>
      <Text size="sm" c="dimmed" mb="sm">
        {said.linkHint}
      </Text>
      <Group gap="xs">
        <span className="customer-link">{link}</span>
        <Button
          size="xs"
          leftSection={clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          onClick={() => clipboard.copy(link)}
        >
          {clipboard.copied ? said.copied : said.copy}
        </Button>
        <Button
          size="xs"
          variant="default"
          component="a"
          href={link}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={15} aria-hidden />}
        >
          {said.openPage}
        </Button>
      </Group>
    </Sheet>
  )
}
