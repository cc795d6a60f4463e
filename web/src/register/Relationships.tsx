import { Text } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Asked } from '../ui/Asked.tsx'
import { useQuery } from '@tanstack/react-query'
import { AddRelationship } from './AddRelationship.tsx'
import type { Company } from './contract.ts'
import { relationshipsQuery } from './queries.ts'
import { RelationshipPart } from './RelationshipPart.tsx'

export function Relationships({ company }: { company: Company }) {
  const { register } = useTexts()
  const relationships = useQuery(relationshipsQuery(company.id))
  return (
    <Sheet title={register.relationships} actions={<AddRelationship company={company.id} taken={company.relationships} />}>
      <Asked query={relationships}>
        {(all) => all.length === 0
          ? <Text size="sm" c="dimmed">{register.noRelationships}</Text>
          : <div className="plain-rows">{all.map((one) => <RelationshipPart key={one.id} relationship={one} company={company} />)}</div>}
      </Asked>
    </Sheet>
  )
}
