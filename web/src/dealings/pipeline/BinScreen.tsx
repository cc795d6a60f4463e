import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import type { Binned } from './contract.ts'
import { binQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'
import './pipeline.css'

/** What staff has deleted in the last fourteen days, and the way back. */
export function BinScreen() {
  const said = usePipelineTexts()
  const bin = useQuery(binQuery())
  return (
    <>
      <PageHead
        title={said.bin}
        under={said.binText(bin.data?.days ?? 14)}
        crumbs={[{ to: to.pipeline(), label: said.title }]}
      />
      <div className="sheet">
        <Asked query={bin}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<IconTrash size={26} />} title={said.binEmpty}>
                {said.binEmptyText}
              </Empty>
            ) : (
              <ul className="row-cards" aria-label={said.bin}>
                {items.map((item) => (
                  <Row key={item.id} item={item} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
    </>
  )
}

function Row({ item: { id, kind, title, party, at, byName, until } }: { item: Binned }) {
  const said = usePipelineTexts()
  const { day } = useFormat()
  const restore = useDeed({
    run: () => api.post(`/bin/${kind}/${id}/restoration`),
    done: said.binRestored,
    refreshes: [['bin'], ['pipeline'], ['quotes'], ['orders']],
  })
  return (
    <li className="oversight-row">
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm">{[said.binKinds[kind] ?? kind, party].filter(Boolean).join(' · ')}</Text>
        <Text size="xs" c="dimmed" className="figures">
          {said.binned(day(at), byName ?? '')} · {said.goneOn(day(until))}
        </Text>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={restore.isPending}
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        onClick={() => restore.mutate()}
      >
        {said.restore}
      </Button>
    </li>
  )
}
