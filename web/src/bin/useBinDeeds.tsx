import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { tell, tellProblem } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Binned } from './contract.ts'
import { useBinTexts } from './texts.ts'

type Item = Pick<Binned, 'kind' | 'id'>
interface Restored {
  restored: number
  refused: (Item & { code: string })[]
}

/** Taking back from the bin, and destroying one's own after a question. What comes back may stand on any screen. */
export function useBinDeeds({ then }: { then?: () => void } = {}) {
  const said = useBinTexts()
  const { ui } = useTexts()
  const queries = useQueryClient()
  const restore = useDeed<readonly Item[], Restored>({
    run: (items) => api.post('/bin/restorations', { items: items.map(({ kind, id }) => ({ kind, id })) }),
    then: ({ restored, refused }) => {
      if (restored > 0) tell(said.restoredMany(restored))
      if (refused.length > 0) tellProblem(said.notRestored(refused.length))
      then?.()
    },
  })
  const destroy = useDeed<readonly Item[] | null, { destroyed: number }>({
    run: (items) => api.post('/bin/emptying', items ? { items: items.map(({ kind, id }) => ({ kind, id })) } : {}),
    refreshes: [['bin']],
    then: ({ destroyed }) => {
      tell(said.destroyed(destroyed))
      void queries.invalidateQueries({ queryKey: ['bin'] })
      then?.()
    },
  })
  const empty = (which: { all: true } | { items: readonly Item[] }) =>
    modals.openConfirmModal({
      title: said.destroyTitle,
      children: <Text size="sm">{'all' in which ? said.emptyText : said.destroyText(which.items.length)}</Text>,
      labels: { confirm: said.destroy, cancel: ui.cancel },
      confirmProps: { color: 'red.9' },
      onConfirm: () => destroy.mutate('all' in which ? null : which.items),
    })
  return { restore, empty, isBusy: restore.isPending || destroy.isPending }
}
