import { Anchor, Text } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { itemsOf } from '../../items.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { Scrolling } from '../../ui/Scrolling.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { useDuplicateTexts } from './texts.ts'

interface Merge {
  id: string
  subject: 'person' | 'organisation'
  record: string
  name: string | null
  at: string
  undoneAt: string | null
}

/** The merges of the last month, each with the way back. */
export function MergesPart() {
  const said = useDuplicateTexts()
  const { instant } = useFormat()
  const merges = useQuery({
    queryKey: ['merges'],
    queryFn: async ({ signal }) => itemsOf<Merge>(await api.get('/merges', signal)),
  })
  return (
    <Sheet>
      <Asked query={merges}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon={<IconArrowMerge size={26} />} title={said.mergesNone}>
              {said.mergesNoneText}
            </Empty>
          ) : (
            <Scrolling label={said.merges}>
              <table className="records">
                <thead>
                  <tr>
                    <th scope="col">
                      <span>{said.record}</span>
                    </th>
                    <th scope="col">
                      <span>{said.when}</span>
                    </th>
                    <th scope="col">
                      <span>{said.actions}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((merge) => (
                    <tr key={merge.id}>
                      <td>
                        {merge.name ? (
                          <Anchor
                            component={Link}
                            to={merge.subject === 'person' ? to.person(merge.record) : to.company(merge.record)}
                          >
                            {merge.name}
                          </Anchor>
                        ) : (
                          <Text c="dimmed">{said.gone}</Text>
                        )}
                      </td>
                      <td>{instant(merge.at)}</td>
                      <td>{merge.undoneAt ? said.isUndone : <Undo merge={merge} />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
          )
        }
      </Asked>
    </Sheet>
  )
}

function Undo({ merge }: { merge: Merge }) {
  const said = useDuplicateTexts()
  const undo = useDeed({
    run: () => api.post(`/merges/${merge.id}/undo`),
    refreshes: [['merges'], ['duplicates'], ['people'], ['companies']],
    done: said.undone,
  })
  return (
    <WriteButton variant="default" size="xs" loading={undo.isPending} onClick={() => undo.mutate()}>
      {said.undo}
    </WriteButton>
  )
}
