import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { api } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { ImportNow } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

/** How far an import is. It goes on by itself when the page is left. */
export function UnderWay({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const cancel = useDeed({
    run: () => api.post(`/imports/${run.id}/cancel`),
    refreshes: [['imports']],
    done: said.cancelled,
  })
  const isRead = run.state === 'reading'
  const share = run.lines > 0 ? ((run.takenLines + run.refused) / run.lines) * 100 : 100
  const what = { reading: said.reading, running: said.running, undoing: said.undoing }[
    run.state as 'reading' | 'running' | 'undoing'
  ]
  return (
    <Sheet title={what}>
      <Stack gap="md" aria-live="polite">
        <Progress
          value={isRead || run.state === 'undoing' ? 100 : share}
          animated={isRead || run.state === 'undoing'}
          aria-label={what}
        />
        <Group justify="space-between">
          <Text size="sm" className="figures">
            {isRead
              ? said.linesRead(number(run.readLines))
              : run.state === 'running'
                ? said.linesTaken(number(run.takenLines), number(run.lines))
                : ''}
          </Text>
          {run.state !== 'undoing' && (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {said.cancel}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {said.leaveFreely}
        </Text>
      </Stack>
    </Sheet>
  )
}
