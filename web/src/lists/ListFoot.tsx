import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Wish } from './contract.ts'
import { countQuery } from './queries.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'

/** How many rows are in sight; how many there are in all is counted only when somebody asks. */
export function ListFoot({ name, wish, rows, isWhole }: { name: string; wish: Wish; rows: number; isWhole: boolean }) {
  const texts = useListTexts()
  const { number } = useCells()
  const asked = JSON.stringify([wish.filter, wish.q])
  const [counting, setCounting] = useState<{ asked: string; exact: boolean } | null>(null)
  const isAsked = counting?.asked === asked
  const count = useQuery({ ...countQuery(name, wish, counting?.exact ?? false), enabled: isAsked })
  const all = isAsked ? count.data : undefined
  return (
    <Group px="md" py="xs" gap="sm" justify="space-between">
      <Text size="xs" c="dimmed" className="figures" role="status">
        {isWhole ? texts.counted(number(rows)) : texts.shown(number(rows))}
        {all && !isWhole && ` · ${all.more ? texts.countedMore(number(all.rows)) : texts.counted(number(all.rows))}`}
      </Text>
      {!isWhole && (!all || all.more) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={isAsked && count.isFetching}
          onClick={() => setCounting({ asked, exact: Boolean(all?.more) })}
        >
          {all?.more ? texts.countExact : texts.countRows}
        </Button>
      )}
    </Group>
  )
}
