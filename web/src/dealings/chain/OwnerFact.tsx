import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../../access/queries.ts'
import { useHaltedReason } from '../../access/useHaltedReason.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { useChainTexts } from './texts.ts'
import { useMove } from './useMove.ts'

interface Owned {
  id: string
  revision: number
  owner?: string | null
  ownerName?: string | null
  may: { owner: boolean }
}

/** Who looks after a document, chosen anew by whoever may; somebody who has left is still named. */
export function OwnerFact({
  of,
  document,
}: {
  of: 'quotes' | 'orders' | 'contracts' | 'assignments'
  document: Owned
}) {
  const said = useChainTexts()
  const { ui, register } = useTexts()
  const halted = useHaltedReason()
  const { id, revision, owner = null, ownerName, may } = document
  const colleagues = useQuery({ ...colleaguesQuery, enabled: may.owner }).data ?? []
  const give = useMove({
    run: (who: string | null) => api.patch(`/${of}/${id}`, { owner: who }, revision),
    done: ui.saved,
    fields: false,
  })
  if (!may.owner) return ownerName
  const choices = colleagues.map((one) => ({ value: one.id, label: one.name }))
  const isListed = choices.some(({ value }) => value === owner)
  return (
    <Select
      size="xs"
      aria-label={said.owner}
      placeholder={register.noOwner}
      data={owner && !isListed ? [{ value: owner, label: ownerName ?? '–' }, ...choices] : choices}
      value={give.isPending ? give.variables : owner}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': register.noOwner }}
      disabled={halted !== null || give.isPending}
      title={halted ?? undefined}
      onChange={(who) => give.mutate(who)}
    />
  )
}
