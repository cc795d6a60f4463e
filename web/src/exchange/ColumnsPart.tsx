import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconTestPipe } from '@tabler/icons-react'
import { type SaidSource, SourceChoice } from '../register/SourceChoice.tsx'
import { capital } from '../texts/index.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { FileColumns } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

/** What each column of the file fills, and where the data come from. */
export function ColumnsPart({
  read,
  columns,
  onColumns,
  source,
  onSource,
  busy,
  onTry,
}: {
  read: FileColumns
  columns: (string | null)[]
  onColumns: (columns: (string | null)[]) => void
  source: SaidSource
  onSource: (source: SaidSource) => void
  busy: boolean
  onTry: () => void
}) {
  const said = useExchangeTexts()
  const choose = (at: number, target: string | null) =>
    onColumns(columns.map((one, n) => (n === at ? target : one === target ? null : one)))
  const choices = read.targets.map(({ id, label }) => ({ value: id, label: capital(label) }))
  return (
    <Sheet title={said.columns} actions={<Text size="sm">{said.lines(read.lines)}</Text>}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {said.columnsText}
        </Text>
        <Scrolling label={said.column}>
          <table className="records">
            <thead>
              <tr>
                <th scope="col">{said.column}</th>
                <th scope="col">{said.example}</th>
                <th scope="col">{said.target}</th>
              </tr>
            </thead>
            <tbody>
              {read.header.map((title, at) => (
                <tr key={at}>
                  <th scope="row">{title || '–'}</th>
                  <td>{read.sample.map((cells) => cells[at]).find(Boolean) ?? '–'}</td>
                  <td>
                    <Select
                      aria-label={`${said.target}: ${title}`}
                      placeholder={said.leaveOut}
                      value={columns[at] ?? null}
                      data={choices}
                      clearable
                      onChange={(target) => choose(at, target)}
                      w={260}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
        <SourceChoice said={source} onChange={onSource} />
        <Group justify="flex-end">
          <Text size="sm" c="dimmed">
            {said.tryText}
          </Text>
          <Button loading={busy} leftSection={<IconTestPipe size={17} aria-hidden />} onClick={onTry}>
            {said.try}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
