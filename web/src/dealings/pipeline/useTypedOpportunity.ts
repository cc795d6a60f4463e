import { api, Problem } from '../../api.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { useAddedBody } from '../AddedInputs.tsx'
import type { LostReason, Opportunity } from './contract.ts'
import type { ChosenParty } from './PartyField.tsx'
import { usePipelineTexts } from './texts.ts'

const typedOf = (opportunity: Opportunity) => ({
  title: opportunity.title,
  value: opportunity.valueCents === null ? '' : ((opportunity.valueCents / 100) as number | string),
  probability: opportunity.probabilitySaid ?? ('' as number | string),
  expectedClose: opportunity.expectedClose ?? '',
  nextStep: opportunity.nextStep ?? '',
  owner: opportunity.owner as string | null,
  contact: opportunity.contact
    ? ({ id: opportunity.contact, kind: 'person', name: opportunity.contactName ?? '' } as ChosenParty | null)
    : null,
  added: opportunity.values as Record<string, unknown>,
})

/** What is being typed of an opportunity. Its stage is changed, and its quote made, of what was typed: that is saved first. */
export function useTypedOpportunity(opportunity: Opportunity) {
  const said = usePipelineTexts()
  const { typed, type, isChanged, revision, saved, news } = useTyped(opportunity, typedOf)
  const addedBody = useAddedBody('opportunity')
  const { id } = opportunity
  const write = async () => {
    if (!isChanged) return revision
    const answer = await api.patch<Opportunity>(
      `/opportunities/${id}`,
      {
        title: typed.title,
        valueCents: typed.value === '' ? null : Math.round(Number(typed.value) * 100),
        probability: typed.probability === '' ? null : Number(typed.probability),
        ...{ expectedClose: typed.expectedClose || null, nextStep: typed.nextStep || null },
        ...{ owner: typed.owner, contactPerson: typed.contact?.id ?? null },
        ...addedBody(typed.added, opportunity.values),
      },
      revision,
    )
    saved(answer.revision)
    return answer.revision
  }
  const deed = { done: said.saved, refreshes: [['pipeline']] }
  const save = useDeed({
    ...deed,
    run: write,
    quiet: (fault) => fault instanceof Problem && Boolean(fault.detail.field),
  })
  const move = useDeed<{ stage: string; lostReason?: LostReason; lostNote?: string }>({
    ...deed,
    run: async (body) => api.post(`/opportunities/${id}/stage`, body, await write()),
  })
  return {
    ...{ typed, type, save, move, news },
    savedBefore: (next: () => void) => (isChanged ? save.mutate(undefined, { onSuccess: next }) : next()),
  }
}
