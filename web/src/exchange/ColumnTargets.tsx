import { Select, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { capital } from '../texts/index.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import type { FileColumns } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

/** Each column of the file with an example and the field that it fills; on a phone one under another. */
export function ColumnTargets({
  read,
  columns,
  onChoose,
}: {
  read: FileColumns
  columns: readonly (string | null)[]
  onChoose: (at: number, target: string | null) => void
}) {
  const said = useExchangeTexts()
  const isWide = useMediaQuery('(min-width: 48em)')
  const targets = read.targets.map(({ id, label }) => ({ value: id, label: capital(label) }))
  const rows = read.header.map((title, at) => {
    const example = read.sample.map((cells) => cells[at]).find(Boolean) ?? '–'
    const choice = (
      <Select
        aria-label={`${said.target}: ${title || at + 1}`}
        placeholder={said.leaveOut}
        value={columns[at] ?? null}
        data={targets}
        clearable
        searchable
        onChange={(target) => onChoose(at, target)}
        w={isWide ? 360 : '100%'}
      />
    )
    return { at, title: title || '–', example, choice }
  })
  if (!isWide)
    return (
      <Stack gap="md">
        {rows.map(({ at, title, example, choice }) => (
          <div key={at}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Text size="sm" c="dimmed" mb={4} truncate>
              {example}
            </Text>
            {choice}
          </div>
        ))}
      </Stack>
    )
  return (
    <Scrolling label={said.column}>
      <table className="records">
        <thead>
          <tr>
            {[said.column, said.example, said.target].map((word) => (
              <th key={word} scope="col">
                <span>{word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, title, example, choice }) => (
            <tr key={at}>
              <td>
                <Text size="sm" fw={600}>
                  {title}
                </Text>
              </td>
              <td>{example}</td>
              <td>{choice}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
