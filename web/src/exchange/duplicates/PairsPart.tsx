import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, queryOf } from '../../api.ts'
import type { Page } from '../../contract.ts'
import type { Subject } from '../../register/contract.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { MergePair } from './MergePair.tsx'
import { useDuplicateTexts } from './texts.ts'

export interface Pair {
  id: string
  score: number
  reasons: string[]
  one: { id: string; name: string; createdAt: string }
  other: { id: string; name: string; createdAt: string }
}

/** Pairs of one kind, the surest first, each with its reasons. */
export function PairsPart({ subject }: { subject: Subject }) {
  const said = useDuplicateTexts()
  const [merging, setMerging] = useState<Pair | null>(null)
  const pairs = useInfiniteQuery({
    queryKey: ['duplicates', subject],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Pair>>(`/duplicates${queryOf({ subject, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Asked query={pairs}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0)
          return (
            <Sheet>
              <Empty icon={<IconUserCheck size={26} />} title={said.none}>
                {said.noneText}
              </Empty>
            </Sheet>
          )
        return (
          <Stack gap="sm">
            {items.map((pair) => (
              <PairRow key={pair.id} subject={subject} pair={pair} onMerge={() => setMerging(pair)} />
            ))}
            <MoreRows hasMore={pairs.hasNextPage} isFetching={pairs.isFetchingNextPage} more={pairs.fetchNextPage} />
            {merging && <MergePair subject={subject} pair={merging} onClose={() => setMerging(null)} />}
          </Stack>
        )
      }}
    </Asked>
  )
}

function PairRow({ subject, pair, onMerge }: { subject: Subject; pair: Pair; onMerge: () => void }) {
  const said = useDuplicateTexts()
  const place = subject === 'person' ? to.person : to.company
  const dismiss = useDeed({
    run: () => api.post(`/duplicates/${pair.id}/dismissal`),
    refreshes: [['duplicates']],
    done: said.dismissed,
  })
  return (
    <Sheet>
      <Group justify="space-between" gap="md">
        <Stack gap={2} flex={1} miw={200}>
          <Group gap={8}>
            {[pair.one, pair.other].map(({ id, name }, at) => (
              <Group key={id} gap={8}>
                {at === 1 && <Text c="dimmed">–</Text>}
                <Anchor component={Link} to={place(id)} fw={600}>
                  {name}
                </Anchor>
              </Group>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            {pair.reasons.map((reason) => said.reasons[reason] ?? reason).join(', ')}
          </Text>
        </Stack>
        <Group gap="xs">
          <WriteButton variant="subtle" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {said.apart[subject]}
          </WriteButton>
          <Button variant="default" onClick={onMerge}>
            {said.compare}
          </Button>
        </Group>
      </Group>
    </Sheet>
  )
}
