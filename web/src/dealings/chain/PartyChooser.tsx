import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { nameOfCompany, nameOfPerson } from '../../register/names.ts'
import { companyQuery, personQuery } from '../../register/queries.ts'
import { RecordFinder } from '../../register/RecordFinder.tsx'
import type { Party } from '../contract.ts'
import { useChainTexts } from './texts.ts'

/** Whom a new document is for: found by a part of the name. */
export function PartyChooser({ value, onChange }: { value: Party; onChange: (party: Party) => void }) {
  const said = useChainTexts()
  const company = useQuery({ ...companyQuery(value.company ?? ''), enabled: Boolean(value.company) }).data
  const person = useQuery({ ...personQuery(value.person ?? ''), enabled: Boolean(value.person) }).data
  const name = company ? nameOfCompany(company) : person ? nameOfPerson(person) : null
  return (
    <div>
      {name && (
        <Group gap={8} mb={6}>
          <Text fw={600}>{name}</Text>
        </Group>
      )}
      <RecordFinder
        label={said.whose}
        onChoose={({ kind, id }) => onChange(kind === 'company' ? { company: id } : { person: id })}
      />
    </div>
  )
}
