import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Imported } from './contract.ts'
import { refusedFile } from './refused-file.ts'
import { useExchangeTexts } from './texts.ts'

/** What an import did or would do: numbers first, then each refused line with its reason. */
export function OutcomePart({
  title,
  imported: { outcomes, tally },
  text,
  busy,
  onTake,
  onAnother,
  then,
}: {
  title: string
  imported: Imported
  text: string
  busy?: boolean
  onTake?: () => void
  onAnother?: () => void
  then?: () => void
}) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const refused = outcomes.filter(({ result }) => result === 'refused')
  const added = outcomes.filter(({ result }) => result === 'added').length
  const figures = [
    [tally.people, said.people],
    [tally.companies, said.companies],
    [tally.held, said.held],
    [tally.refused, said.refused],
  ] as const
  const save = () => {
    const url = URL.createObjectURL(
      new Blob(['\uFEFF', refusedFile(text, outcomes, said.reason)], { type: 'text/csv;charset=utf-8' }),
    )
    const link = document.createElement('a')
    link.href = url
    link.download = 'seloste-import.csv'
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Sheet title={title}>
      <Stack gap="md" aria-live="polite">
        <Group gap="xl">
          {figures.map(([count, what]) => (
            <div key={what}>
              <Text fz={26} fw={650} className="figures" lh={1.1}>
                {number(count)}
              </Text>
              <Text size="sm" c="dimmed">
                {what}
              </Text>
            </div>
          ))}
        </Group>
        {refused.length > 0 && (
          <>
            <Text fw={600}>{said.refusedLines}</Text>
            <Scrolling label={said.refusedLines}>
              <table className="records">
                <thead>
                  <tr>
                    <th scope="col">{said.line}</th>
                    <th scope="col">{said.why}</th>
                  </tr>
                </thead>
                <tbody>
                  {refused.slice(0, 200).map(({ line, said: why, code }) => (
                    <tr key={line}>
                      <td className="figures">{line}</td>
                      <td>{why ?? code}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
          </>
        )}
        {onTake && added === 0 && (
          <Empty icon={<IconDownload size={26} />} title={said.none}>
            {said.noneText}
          </Empty>
        )}
        {onAnother && tally.people > 0 && <Text size="sm">{said.noticesText}</Text>}
        <Group justify="flex-end">
          {refused.length > 0 && (
            <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={save}>
              {said.saveRefused}
            </Button>
          )}
          {onTake && added > 0 && (
            <WriteButton loading={busy ?? false} onClick={onTake}>
              {said.import(added)}
            </WriteButton>
          )}
          {onAnother && (
            <Button
              onClick={() => {
                onAnother()
                then?.()
              }}
            >
              {said.another}
            </Button>
          )}
        </Group>
      </Stack>
    </Sheet>
  )
}
