import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, Problem } from '../../api.ts'
import { to } from '../../to.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { BehindDialog } from '../chain/Behind.tsx'
import { refreshedByChain } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'

/** A quote out of an enquiry or an opportunity in one press; where its person stands for a company nobody named, `dialog` asks (S4.6). */
export function useMakeQuote({ of, person }: { of: string; person: string | null }) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const [isUnclear, setUnclear] = useState(false)
  const deed = useDeed<{ company?: string }, { id: string }>({
    run: (body) => api.post(`${of}/quote`, body),
    done: said.drafted,
    refreshes: refreshedByChain,
    quiet: (fault) => {
      const asks = fault instanceof Problem && fault.code === 'PARTY_IS_REPRESENTATIVE' && person !== null
      setUnclear(asks)
      return asks
    },
    then: ({ id }) => navigate({ to: to.quote(id) }),
  })
  const dialog = isUnclear && person && (
    <BehindDialog
      person={person}
      onClose={() => setUnclear(false)}
      onChoose={({ company }) => {
        setUnclear(false)
        deed.mutate(company ? { company } : {})
      }}
    />
  )
  return { make: () => deed.mutate({}), isPending: deed.isPending, dialog }
}
