import { Text } from '@mantine/core'
import type { Grouping, ListColumn, ReportRow } from './contract.ts'
import type { Line } from './lines.ts'
import { useListTexts } from './texts.ts'
import { isNamed, useCells } from './useCells.tsx'

/** The heading of a group, with its count and sums once they have been asked for. */
export function GroupHeading({
  line,
  column,
  group,
  counted,
  summed,
}: {
  line: Extract<Line, { group: string }>
  column: ListColumn
  group: Grouping
  counted: readonly ReportRow[] | undefined
  summed: readonly ListColumn[]
}) {
  const texts = useListTexts()
  const { heading, said, number } = useCells()
  const row = counted?.find(({ groups: [value] }) => keyOf(value ?? null) === line.group)
  return (
    <>
      <span>{heading(column, line.value, group.by)}</span>
      {row && (
        <Text component="span" size="xs" c="dimmed" className="figures list-counted">
          {[
            texts.rowsInGroup(number(row.measures[0] ?? 0)),
            ...summed.map((one, at) => texts.sumOf(one.label, said(one, row.measures[at + 1] ?? 0))),
          ].join(' · ')}
        </Text>
      )}
    </>
  )
}

function keyOf(value: ReportRow['groups'][number]) {
  return isNamed(value) ? value.id : String(value ?? '')
}
