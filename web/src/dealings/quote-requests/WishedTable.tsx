import { Table } from '@mantine/core'
import { useFigures } from '../lines/useFigures.ts'
import type { WishedLine } from './contract.ts'
import { useQuoteRequestTexts } from './texts.ts'

/** What the customer wishes for, to be read. */
export function WishedTable({ lines }: { lines: readonly WishedLine[] }) {
  const said = useQuoteRequestTexts()
  const { quantity } = useFigures()
  return (
    <Table aria-label={said.lines}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{said.text}</Table.Th>
          <Table.Th ta="right">{said.quantity}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>{line.text}</Table.Td>
            <Table.Td ta="right" className="figures">
              {[quantity(line.quantity), line.unit].filter(Boolean).join(' ')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
