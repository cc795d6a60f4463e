import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { AddRelationship } from './AddRelationship.tsx'
import type { Company, Person } from './contract.ts'
import { relationshipQuery, relationshipsQuery } from './queries.ts'
import { RelationshipPart } from './RelationshipPart.tsx'
import { reasonToKeep } from './reason-to-keep.ts'

/** The relationships of a person who is the customer. */
export function RelationshipsOfPerson({ person }: { person: Person }) {
  const { register } = useTexts()
  if (!person.relationships || person.relationships.length === 0) return null
  return (
    <Sheet title={register.relationships}>
      <div className="plain-rows">
        {person.relationships.map(({ id }) => (
          <OfPerson key={id} id={id} person={person} />
        ))}
      </div>
    </Sheet>
  )
}

function OfPerson({ id, person }: { id: string; person: Person }) {
  const relationship = useQuery(relationshipQuery(id))
  return <Asked query={relationship}>{(one) => <RelationshipPart relationship={one} record={person} />}</Asked>
}

export function Relationships({ company }: { company: Company }) {
  const texts = useTexts()
  const { register } = texts
  const relationships = useQuery(relationshipsQuery(company.id))
  return (
    <Sheet
      title={register.relationships}
      actions={
        <AddRelationship company={company.id} taken={company.relationships} reason={reasonToKeep(company, texts)} />
      }
    >
      <Asked query={relationships}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {register.noRelationships}
            </Text>
          ) : (
            <div className="plain-rows">
              {all.map((one) => (
                <RelationshipPart key={one.id} relationship={one} record={company} />
              ))}
            </div>
          )
        }
      </Asked>
    </Sheet>
  )
}
