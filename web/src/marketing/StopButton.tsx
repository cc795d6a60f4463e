import { Button, Group, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign } from './contract.ts'
import { useMarketingTexts } from './texts.ts'

/** Stops a campaign: what has not gone stays. */
export function StopButton({ campaign: { id, state, counts } }: { campaign: Campaign }) {
  const { ui } = useTexts()
  const said = useMarketingTexts()
  const [asks, setAsks] = useState(false)
  const isGoing = state === 'queued' || state === 'sending'
  const stop = useDeed({
    run: () => api.post(`/campaigns/${id}/stop`),
    done: said.stopped,
    refreshes: [['campaigns']],
    then: () => setAsks(false),
  })
  const label = isGoing ? said.stop : said.discard
  return (
    <>
      <WriteButton variant="default" leftSection={<IconHandStop size={17} aria-hidden />} onClick={() => setAsks(true)}>
        {label}
      </WriteButton>
      <Dialog opened={asks} onClose={() => setAsks(false)} title={said.stopTitle}>
        <Stack>
          <Text size="sm">{said.stopText(counts.queued + counts.held)}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setAsks(false)} data-autofocus>
              {ui.cancel}
            </Button>
            <Button color="red" loading={stop.isPending} onClick={() => stop.mutate()}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
