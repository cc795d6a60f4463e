import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { personQuery } from '../../register/queries.ts'
import type { Party } from '../contract.ts'
import { BehindDialog } from './Behind.tsx'
import { partyBehind } from './party-behind.ts'

/**
 * S4.6, on a card: `begin` goes on with the card's own party, or with the company that its representative stands for; where that is not
 * plain, `dialog` asks first. `behind` is what it went on with.
 */
export function usePartyBehind(party: Party): {
  behind: Party
  begin: (go: (party: Party) => void) => void
  dialog: ReactNode
} {
  const person = useQuery({ ...personQuery(party.person ?? ''), enabled: Boolean(party.person) }).data
  const [chosen, setChosen] = useState<Party | null>(null)
  const [waiting, setWaiting] = useState<{ go: (party: Party) => void } | null>(null)
  const plain = person ? partyBehind(person) : party
  const behind = plain ?? chosen ?? party
  return {
    behind,
    begin: (go) => (plain ? go(plain) : setWaiting({ go })),
    dialog: waiting && party.person && (
      <BehindDialog
        person={party.person}
        onClose={() => setWaiting(null)}
        onChoose={(one) => {
          setChosen(one)
          setWaiting(null)
          waiting.go(one)
        }}
      />
    ),
  }
}
