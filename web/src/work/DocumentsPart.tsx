import { Button, FileButton, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { queryOf } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { accepted } from './accepted-files.ts'
import type { Party } from './contract.ts'
import { DocumentRow } from './DocumentRow.tsx'
import { sendFile } from './files.ts'
import { askedOf, documentsQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'
import './work.css'

/** The documents of a company, a person or one deal: filed by choosing or by dropping, several at once. */
export function DocumentsPart({ party }: { party: Party }) {
  const said = useWorkTexts()
  const halted = useHaltedReason()
  const documents = useQuery(documentsQuery(party))
  const [isOver, setOver] = useState(false)
  const add = useDeed({
    run: async (files: readonly File[]) => {
      const to = `/documents${queryOf({ ...askedOf(party), subjectKind: party.subject?.kind })}`
      for (const file of files) await sendFile(to, file)
    },
    done: said.documentAdded,
    refreshes: [['work']],
  })
  const mayAdd = Boolean(documents.data?.mayAdd) && !halted
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (mayAdd && files.length > 0) add.mutate(files)
  }
  return (
    <Sheet
      title={said.documents}
      actions={
        mayAdd && (
          <FileButton multiple accept={accepted} onChange={(files) => files.length > 0 && add.mutate(files)}>
            {(button) => (
              <Button
                {...button}
                size="compact-sm"
                variant="light"
                loading={add.isPending}
                leftSection={<IconUpload size={15} aria-hidden />}
              >
                {said.addDocument}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      {/* Dropping is a second way; the button is for everybody. */}
      <section
        aria-label={said.dropHere}
        className="document-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(mayAdd)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Asked query={documents}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {said.noDocuments}
              </Text>
            ) : (
              <Stack gap={0}>
                {items.map((one) => (
                  <DocumentRow key={one.id} document={one} mayAdd={mayAdd} isOfDeal={Boolean(party.subject)} />
                ))}
              </Stack>
            )
          }
        </Asked>
      </section>
    </Sheet>
  )
}
