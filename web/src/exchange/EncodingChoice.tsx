import { Alert, Select, Stack } from '@mantine/core'
import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { FileColumns } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

/** How the file is written, as it was found out; said otherwise, the examples below are read anew. */
export function EncodingChoice({ read }: { read: FileColumns }) {
  const said = useExchangeTexts()
  const choose = useDeed<string>({
    run: (encoding) => api.put(`/imports/${read.id}/encoding`, { encoding }),
    refreshes: [['imports', read.id]],
  })
  if (read.kind === 'xlsx') return null
  const isDoubtful = [read.header, ...read.sample].flat().some((cell) => misread.test(cell))
  return (
    <Stack gap="xs">
      {isDoubtful && <Alert color="yellow">{said.encodingDoubt}</Alert>}
      <Select
        label={said.encoding}
        description={said.encodingText}
        value={read.encoding}
        data={Object.entries(said.encodings).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        disabled={choose.isPending}
        onChange={(encoding) => encoding && choose.mutate(encoding)}
        maw={360}
      />
    </Stack>
  )
}

// A sign that stands for bytes nobody could read, or UTF-8 read as something else.
const misread = /\uFFFD|Ã[\u0080-\u00BF¤¶¥…„–]|Â[\u00A0-\u00BF]/
