import { Table } from '@mantine/core'
import type { List, Report, ReportWish } from '../contract.ts'
import { useReportWords } from './useReportWords.ts'

/** The figures of a report as a table. */
export function ReportTable({ list, wish, report }: { list: List; wish: ReportWish; report: Report }) {
  const words = useReportWords(list, wish)
  return (
    <Table.ScrollContainer minWidth={320} tabIndex={0} aria-label={list.title}>
      <Table fz="sm" verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            {words.groups.map((label) => (
              <Table.Th key={label}>{label}</Table.Th>
            ))}
            {words.measures.map((label) => (
              <Table.Th key={label} ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.rows.map(({ groups, measures }) => (
            <Table.Tr key={JSON.stringify(groups)}>
              {groups.map((value, at) => (
                <Table.Td key={at}>{words.group(at, value)}</Table.Td>
              ))}
              {measures.map((value, at) => (
                <Table.Td key={at} ta="right" className="figures">
                  {value === null ? '–' : words.figure(at, value)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
