import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Note, Party } from './contract.ts'
import { MentionText, mentionedIn } from './MentionText.tsx'
import { seeingQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

/** Writing a note, or correcting one's own. */
export function NoteForm({ party, note, onClose }: { party: Party; note?: Note; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const { data: colleagues = [] } = useQuery(seeingQuery(party))
  const [text, setText] = useState(note?.text ?? '')
  const save = useDeed({
    run: () => {
      const body = { text, mentions: mentionedIn(text, colleagues) }
      return note ? api.patch(`/notes/${note.id}`, body, note.revision) : api.post('/notes', { ...party, ...body })
    },
    done: said.noteSaved,
    refreshes: [['work']],
    then: onClose,
    quiet: (fault) => fault instanceof Problem && fault.status === 422,
  })
  const refused = save.error instanceof Problem && save.error.status === 422 ? save.error.message : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={note ? said.editNote : said.addNote}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <MentionText party={party} label={said.noteText} value={text} error={refused} onChange={setText} />
          <FormFoot label={ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
