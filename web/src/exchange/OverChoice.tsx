import { Select } from '@mantine/core'
import { Sheet } from '../ui/Sheet.tsx'
import type { Overwrite } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

/** What happens to a record that is held already: of records the file is the newer word unless somebody says otherwise. */
export function OverChoice({
  holds,
  over,
  onChoose,
}: {
  holds: string
  over: Overwrite
  onChoose: (over: Overwrite) => void
}) {
  const said = useExchangeTexts()
  return (
    <Sheet>
      <Select
        label={said.over}
        description={said.overText[holds]}
        allowDeselect={false}
        value={over}
        data={(['always', 'if-empty', 'never'] as const).map((value) => ({ value, label: said.overs[value] }))}
        onChange={(how) => how && onChoose(how as Overwrite)}
        maw={420}
      />
    </Sheet>
  )
}
