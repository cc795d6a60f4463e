import { Button, Group, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type ImportNow, linesOf } from './contract.ts'
import { FatesPart } from './FatesPart.tsx'
import { SaveRefused } from './SaveRefused.tsx'
import { useExchangeTexts } from './texts.ts'

/** What would become of each line; from here it is taken, mapped anew or let be. */
export function TrialPart({ run, onColumns }: { run: ImportNow; onColumns: () => void }) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const take = useDeed({
    run: () => api.post(`/imports/${run.id}/run`),
    refreshes: [['people'], ['companies'], ['imports'], ['notices'], ['products'], ['opportunities']],
  })
  const cancel = useDeed({
    run: () => api.post(`/imports/${run.id}/cancel`),
    refreshes: [['imports']],
    done: said.cancelled,
  })
  const coming = linesOf(run, 'created') + linesOf(run, 'updated')
  return (
    <Sheet title={said.trial}>
      <Stack gap="md">
        {coming === 0 && (
          <Empty icon={<IconDownload size={26} />} title={said.none}>
            {said.noneText}
          </Empty>
        )}
        <FatesPart run={run} />
        <Group justify="flex-end">
          <Button variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {said.cancel}
          </Button>
          <Button variant="default" onClick={onColumns}>
            {said.back}
          </Button>
          <SaveRefused run={run} />
          {coming > 0 && (
            <WriteButton loading={take.isPending} onClick={() => take.mutate()}>
              {said.import(coming, number(coming))}
            </WriteButton>
          )}
        </Group>
      </Stack>
    </Sheet>
  )
}
