import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/index.tsx'
import type { List, ListColumn } from './contract.ts'
import { ChooseRow, pathOf } from './ListTable.tsx'
import type { Line } from './lines.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'
import type { Choosing } from './useChosen.ts'

/** The same rows on a phone: each a card with its name and the values that are there. */
export function ListCards({
  list,
  columns,
  lines,
  choosing,
  heading,
}: {
  list: List
  columns: readonly ListColumn[]
  lines: readonly Line[]
  choosing: Choosing | null
  heading: (line: Extract<Line, { group: string }>) => ReactNode
}) {
  const { ui } = useTexts()
  const texts = useListTexts()
  const { said, cell } = useCells()
  const [name, ...others] = columns
  const badge = others.find(({ type }) => type === 'choice')
  const sum = others.find(({ type }) => type === 'money')
  return (
    <ul className="row-cards">
      {lines.map((line) => {
        if ('group' in line)
          return (
            <li key={`group ${line.group}`} className="list-group">
              {heading(line)}
            </li>
          )
        const { row } = line
        const values = others
          .filter((column) => column !== badge && column !== sum)
          .map((column) => ({ ...column, text: said(column, row.values[column.id]) }))
          .filter(({ text }) => text !== '')
          .slice(0, 3)
        const worth = sum && said(sum, row.values[sum.id])
        return (
          <li key={row.id} className="list-card">
            {choosing && <ChooseRow row={row} columns={columns} choosing={choosing} />}
            <Link className="row-card" to={pathOf(list, row)}>
              <span className="list-card-head">
                <Text fw={600} size="sm" lineClamp={2}>
                  {(name && said(name, row.values[name.id])) || (name?.id === 'number' ? texts.noNumber : ui.unknown)}
                </Text>
                {badge && <span>{cell({ ...badge, opens: undefined } as ListColumn, row.values[badge.id])}</span>}
              </span>
              <span className="list-card-head">
                <span className="list-card-lines">
                  {values.map(({ id, type, label, text }) => (
                    <Text key={id} size="xs" c="dimmed" truncate>
                      <span className={isFigure(type) ? undefined : 'unseen'}>{label}: </span>
                      {text}
                    </Text>
                  ))}
                </span>
                {worth && (
                  <Text size="sm" className="figures">
                    <span className="unseen">{sum.label}: </span>
                    {worth}
                  </Text>
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

// A day or a number says nothing without what it is of.
function isFigure(type: ListColumn['type']) {
  return ['money', 'number', 'day', 'instant', 'boolean'].includes(type)
}
