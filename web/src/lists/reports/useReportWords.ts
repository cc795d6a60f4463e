import type { GroupValue, List, ReportWish } from '../contract.ts'
import { useCells } from '../useCells.tsx'
import { useReportTexts } from './texts.ts'

/** How the groups and figures of a report are said. */
export function useReportWords(list: List, { groups, measures }: ReportWish) {
  const texts = useReportTexts()
  const { heading, said, number, euros } = useCells()
  const columnOf = (id: string | undefined) => list.columns.find((column) => column.id === id)
  return {
    groups: groups.map(({ column }) => columnOf(column)?.label ?? column),
    measures: measures.map(({ of, column }) => {
      const label = columnOf(column)?.label
      return label ? `${label}, ${texts.of[of]}` : texts.rows
    }),
    group: (at: number, value: GroupValue) => {
      const grouping = groups[at]
      const column = columnOf(grouping?.column)
      return column ? heading(column, value, grouping?.by) : String(value)
    },
    /** A round step of the axis: cents would only be noise. */
    axis: (value: number) => {
      const column = columnOf(measures[0]?.column)
      return column?.type === 'money' && measures[0]?.of !== 'count' ? euros(value) : number(value)
    },
    /** For a spreadsheet: euros of what is kept in cents, and no unit. */
    plain: (at: number, value: number) => {
      const measure = measures[at]
      const isMoney = columnOf(measure?.column)?.type === 'money' && measure?.of !== 'count'
      return (isMoney ? (value / 100).toFixed(2) : String(value)).replace('.', ',')
    },
    figure: (at: number, value: number) => {
      const measure = measures[at]
      const column = columnOf(measure?.column)
      return column && measure?.of !== 'count' ? said({ ...column, several: false }, value) : number(value)
    },
  }
}
