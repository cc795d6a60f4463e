import { IconFileDescription } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'

/** An enquiry becomes a quote in one press, once it is known whose it is (S6.2). */
export function QuoteOfEnquiry({ enquiry, hasParty }: { enquiry: string; hasParty: boolean }) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const quote = useMove({
    run: () => api.post<{ id: string }>(`/enquiries/${enquiry}/quote`, {}),
    done: said.drafted,
    fields: false,
    then: ({ id }) => navigate({ to: to.quote(id) }),
  })
  if (!hasParty || !me?.writes.includes('com.quotes')) return null
  return (
    <WriteButton
      variant="default"
      leftSection={<IconFileDescription size={16} aria-hidden />}
      loading={quote.isPending}
      onClick={() => quote.mutate()}
    >
      {said.makeQuote}
    </WriteButton>
  )
}
