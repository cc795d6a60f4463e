import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconMail } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { RecipientNotice } from './contract.ts'
import { useOversightTexts } from './texts.ts'

/** What to say is written out: it goes by mail from here, or by other means and is marked as told. */
export function TellReceiver({ notice: { id, to, letter }, onDone }: { notice: RecipientNotice; onDone: () => void }) {
  const said = useOversightTexts()
  const tell = useDeed({
    run: (way: 'mail' | 'told') => api.post(`/recipient-notices/${id}/sending`, { way }),
    done: said.toldNow,
    refreshes: [['oversight', 'receipts']],
    then: onDone,
  })
  return (
    <Stack>
      {letter && (
        <div>
          <Text size="sm" fw={600}>
            {letter.subject}
          </Text>
          <Text size="sm" className="said-text" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {letter.text}
          </Text>
        </div>
      )}
      <Group justify="flex-end" gap="xs">
        {letter && (
          <CopyButton value={`${letter.subject}\n\n${letter.text}`}>
            {({ copied, copy }) => (
              <Button variant="subtle" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
                {copied ? said.copied : said.copyLetter}
              </Button>
            )}
          </CopyButton>
        )}
        <WriteButton variant="default" loading={tell.isPending} onClick={() => tell.mutate('told')}>
          {said.byOtherMeans}
        </WriteButton>
        <WriteButton
          leftSection={<IconMail size={16} aria-hidden />}
          loading={tell.isPending}
          reason={to ? null : said.noMailAddress}
          onClick={() => tell.mutate('mail')}
        >
          {said.byMail}
        </WriteButton>
      </Group>
    </Stack>
  )
}
