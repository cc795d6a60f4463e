import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useDeed } from '../ui/useDeed.ts'
import { type ImportNow, linesOf } from './contract.ts'
import { useExchangeTexts } from './texts.ts'
import { save } from './upload.ts'

/** The lines that were left out, each with its reason, as a file to be mended. */
export function SaveRefused({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const saving = useDeed({ run: () => save(`/imports/${run.id}/refused`, 'seloste-import.csv'), refreshes: [] })
  if (linesOf(run, 'refused') + linesOf(run, 'erased') === 0) return null
  return (
    <Button
      variant="default"
      loading={saving.isPending}
      leftSection={<IconDownload size={17} aria-hidden />}
      onClick={() => saving.mutate()}
    >
      {said.saveRefused}
    </Button>
  )
}
