import './lists.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Asked, Waiting } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ListPart } from './ListPart.tsx'
import { listQuery } from './queries.ts'

/**
 * A whole screen of one declared list (`src/lists-of.ts`): `<ListScreen list="quotes" actions={<NewQuote />} empty={<Empty …/>} />`.
 * The columns, filters, orders and groups are those of the definition; nothing of them is written here again.
 */
export function ListScreen({
  list: name,
  title,
  actions,
  empty,
  above,
}: {
  list: string
  /** By default the list's own. */
  title?: string
  actions?: ReactNode
  /** What is said while there is nothing at all. */
  empty?: ReactNode
  /** Between the heading and the rows. */
  above?: ReactNode
}) {
  const list = useQuery(listQuery(name))
  return (
    <>
      <PageHead title={title ?? list.data?.title ?? ''} actions={actions} />
      {above}
      <Asked query={list} waiting={<Waiting rows={7} />}>
        {(known) => <ListPart key={name} list={known} empty={empty} />}
      </Asked>
    </>
  )
}
