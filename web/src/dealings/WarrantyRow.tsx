import { Group, Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { AddedToRow } from './AddedToRow.tsx'
import type { Warranty } from './contract.ts'
import { useDealingsTexts } from './texts.ts'

export function WarrantyRow({
  warranty: { id, item, serial, product, endsOn, claimUntil, values },
}: {
  warranty: Warranty
}) {
  const said = useDealingsTexts()
  const { day } = useFormat()
  const isOver = endsOn < new Date().toISOString().slice(0, 10)
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {item}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {[
            serial,
            product && product.name !== item && product.name,
            said.until(day(endsOn)),
            said.claims(day(claimUntil)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <AddedToRow subject="warranty" of={`/warranties/${id}`} values={values} />
      </div>
      <StateBadge said={isOver ? said.over : said.running} tone={isOver ? 'calm' : 'good'} />
    </Group>
  )
}
