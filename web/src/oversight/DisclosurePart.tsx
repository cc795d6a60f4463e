import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { DisclosureRows } from './DisclosureRows.tsx'
import { disclosuresQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

/** On a person's card, for the privacy contact: to whom their data went (Art. 15(1)(c)). */
export function DisclosurePart({ person }: { person: string }) {
  const said = useOversightTexts()
  const disclosures = useQuery(disclosuresQuery(person))
  return (
    <Sheet title={said.disclosed} flush>
      <Asked query={disclosures}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              {said.notDisclosed}
            </Text>
          ) : (
            <DisclosureRows disclosures={all} ofOne />
          )
        }
      </Asked>
    </Sheet>
  )
}
