import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { useReasonToAdd } from '../register/useReasonToAdd.ts'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { NewPaper } from './NewPaper.tsx'
import { PaperRow } from './PaperRow.tsx'
import { papersOfQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

/** On a person's card: what is on paper about them. */
export function PaperPart({ person, name }: { person: string; name: string }) {
  const said = useOversightTexts()
  const papers = useQuery(papersOfQuery(person))
  const reason = useReasonToAdd('person')
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Sheet
      title={said.onPaper}
      flush
      actions={
        <WriteButton
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          reason={reason}
          onClick={open}
        >
          {said.newPaper}
        </WriteButton>
      }
    >
      <Asked query={papers}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed" px="lg" pb="lg">
              {said.notOnPaper}
            </Text>
          ) : (
            <ul className="row-cards" aria-label={said.onPaper}>
              {all.map((paper) => (
                <PaperRow key={paper.id} paper={paper} />
              ))}
            </ul>
          )
        }
      </Asked>
      <NewPaper opened={opened} onClose={close} about={[{ id: person, name }]} />
    </Sheet>
  )
}
