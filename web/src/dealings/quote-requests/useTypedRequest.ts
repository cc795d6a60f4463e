import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { faultOf, useMove } from '../chain/useMove.ts'
import type { QuoteRequest } from './contract.ts'
import { requestOf, type TypedRequest } from './RequestFields.tsx'
import { useQuoteRequestTexts } from './texts.ts'

const typedOf = (request: QuoteRequest): TypedRequest => ({
  ...{ title: request.title, wish: request.wish ?? '', buyerReference: request.buyerReference ?? '' },
  ...{ answerBy: request.answerBy ?? '', wantedOn: request.wantedOn ?? '', lines: request.lines },
  ...{ contact: request.contact, owner: request.owner },
})

export type TypedOfRequest = ReturnType<typeof useTypedRequest>

/** What is being typed of a request. Its quote is made of what was typed: that is saved first. */
export function useTypedRequest(request: QuoteRequest) {
  const said = useQuoteRequestTexts()
  const texts = useTexts()
  const { typed, type, isChanged, revision, saved, news } = useTyped(request, typedOf)
  const save = useMove({
    run: async () => {
      const answer = await api.patch<QuoteRequest>(`/quote-requests/${request.id}`, changesOf(typed, request), revision)
      saved(answer.revision)
    },
    done: said.saved,
  })
  // Pressed above, refused at a field that may be far below: told too.
  const onError = (fault: unknown) => faultOf(fault) && tellProblem(saidProblem(fault, texts))
  return {
    ...{ typed, type, isChanged, save, news },
    savedBefore: (next: () => void) => (isChanged ? save.mutate(undefined, { onSuccess: next, onError }) : next()),
  }
}

// A person's own request has no contact to choose.
function changesOf(typed: TypedRequest, { company }: QuoteRequest) {
  const { contact, ...rest } = requestOf(typed)
  return company ? { ...rest, contact } : rest
}
