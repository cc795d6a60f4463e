import { Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Found } from '../../register/contract.ts'
import { nameOfCompany, nameOfPerson } from '../../register/names.ts'
import { companyQuery, personQuery } from '../../register/queries.ts'
import { RecordFinder } from '../../register/RecordFinder.tsx'
import type { Party } from '../contract.ts'
import { Behind } from './Behind.tsx'
import { partyBehind } from './party-behind.ts'
import { useChainTexts } from './texts.ts'

/**
 * Whom a new document is for: found by a part of the name. Of a representative the company becomes the party and they its contact person
 * (S4.6); of which company is asked where it is not plain.
 */
export function PartyChooser({
  value,
  groupCompany,
  onChange,
}: {
  value: Party
  groupCompany?: string | undefined
  onChange: (party: Party) => void
}) {
  const said = useChainTexts()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<string | null>(null)
  const company = useQuery({ ...companyQuery(value.company ?? ''), enabled: Boolean(value.company) }).data
  const person = useQuery({ ...personQuery(value.person ?? ''), enabled: Boolean(value.person) }).data
  const contact = useQuery({ ...personQuery(value.contact ?? ''), enabled: Boolean(value.contact) }).data
  const unclear = asked ?? (person?.kind === 'representative' ? person.id : null)
  const settle = (party: Party) => {
    setAsked(null)
    onChange(party)
  }
  const choose = async ({ kind, id }: Found) => {
    if (kind === 'company') return settle({ company: id })
    // A duty that does not open people is told by the server who may be a party.
    const found = await queries.ensureQueryData(personQuery(id)).catch(() => null)
    const party = found ? partyBehind(found) : { person: id }
    if (party) settle(party)
    else setAsked(id)
  }
  const name = unclear ? null : company ? nameOfCompany(company) : person ? nameOfPerson(person) : null
  return (
    <div>
      {name && (
        <Group gap={8} mb={6} aria-live="polite">
          <Text fw={600}>{name}</Text>
          {contact && (
            <Text size="sm" c="dimmed">
              {said.standsFor(nameOfPerson(contact) || said.unseen)}
            </Text>
          )}
        </Group>
      )}
      {unclear ? (
        <Behind key={unclear} person={unclear} groupCompany={groupCompany} onChoose={settle} />
      ) : (
        <RecordFinder label={said.whose} onChoose={choose} />
      )}
    </div>
  )
}
