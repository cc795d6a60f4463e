import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type ImportNow, linesOf, peopleAndCompanies } from './contract.ts'
import { FatesPart } from './FatesPart.tsx'
import { SaveRefused } from './SaveRefused.tsx'
import { useExchangeTexts } from './texts.ts'

/** What came of an import, and the way to take it back. */
export function ResultPart({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const navigate = useNavigate()
  const title = { finished: said.result, cancelled: said.cancelled, undone: said.undone, failed: said.failed }[
    run.state as 'finished' | 'cancelled' | 'undone' | 'failed'
  ]
  const left = linesOf(run, 'left')
  const canUndo = (run.state === 'finished' || run.state === 'cancelled') && run.takenLines > 0
  return (
    <Sheet title={title}>
      <Stack gap="md">
        {run.state === 'failed' && (
          <Alert color="red" variant="light" role="alert">
            {said.failedText}
          </Alert>
        )}
        {run.state === 'undone' && (
          <Alert color={left > 0 ? 'yellow' : 'petrol'}>
            {left > 0 ? said.undoneLeft(number(left)) : said.undoneWhole}
          </Alert>
        )}
        {run.state !== 'undone' && run.takenLines > 0 && (
          <Text size="sm">
            {run.holds === peopleAndCompanies
              ? said.counted(number(run.people), number(run.companies), number(run.updated))
              : said.madeCounted(number(run.made), number(run.updated))}
          </Text>
        )}
        <FatesPart run={run} />
        {run.state === 'finished' && run.notices > 0 && <Text size="sm">{said.noticesText}</Text>}
        <Group justify="flex-end">
          {canUndo && <UndoButton run={run} />}
          <SaveRefused run={run} />
          <Button onClick={() => navigate({ to: to.imports() })}>{said.another}</Button>
        </Group>
      </Stack>
    </Sheet>
  )
}

function UndoButton({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const undo = useDeed({
    run: () => api.post(`/imports/${run.id}/undo`),
    refreshes: [['people'], ['companies'], ['imports'], ['notices'], ['products'], ['opportunities']],
    then: close,
  })
  return (
    <>
      <WriteButton variant="default" leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={open}>
        {said.undo}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={said.undoTitle} closeButtonProps={{ 'aria-label': ui.close }}>
        <Stack>
          <Text size="sm">{run.holds === peopleAndCompanies ? said.undoText : said.undoRecordsText}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {ui.cancel}
            </Button>
            <WriteButton color="red.9" loading={undo.isPending} onClick={() => undo.mutate()}>
              {said.undoConfirm}
            </WriteButton>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
