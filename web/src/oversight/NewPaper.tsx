import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { tellProblem } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import { type Chosen, PeoplePicker } from './PeoplePicker.tsx'
import { useOversightTexts } from './texts.ts'

/** S10.7: what is on paper, behind which lock, about whom and until when. */
export function NewPaper({ opened, onClose, about = [] }: { opened: boolean; onClose: () => void; about?: Chosen[] }) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={said.newPaper}
      size="lg"
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      {opened && <PaperForm about={about} onDone={onClose} />}
    </Dialog>
  )
}

function PaperForm({ about, onDone }: { about: Chosen[]; onDone: () => void }) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const [people, setPeople] = useState<Chosen[]>(about)
  const [paper, setPaper] = useState({ what: '', location: '', reason: '', destroyBy: inAMonth() })
  const keep = useDeed({
    run: () => api.post('/papers', { ...paper, people: people.map(({ id }) => id) }),
    done: said.paperKept,
    refreshes: [['oversight', 'papers']],
    then: onDone,
  })
  const text = (field: 'what' | 'location' | 'reason') => ({
    required: true,
    maxLength: 300,
    value: paper[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setPaper({ ...paper, [field]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (people.length === 0) tellProblem(`${said.paperPeople}: ${ui.required}`)
    else keep.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <TextInput label={said.what} description={said.whatHint} data-autofocus {...text('what')} />
        <TextInput label={said.location} description={said.locationHint} {...text('location')} />
        <PeoplePicker label={said.paperPeople} people={people} onChange={setPeople} />
        <TextInput label={said.paperReason} {...text('reason')} />
        <TextInput
          type="date"
          label={said.destroyBy}
          required
          maw={220}
          value={paper.destroyBy}
          onChange={(event) => setPaper({ ...paper, destroyBy: event.currentTarget.value })}
        />
        <FormFoot label={said.newPaper} busy={keep.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

function inAMonth() {
  const day = new Date()
  day.setMonth(day.getMonth() + 1)
  return day.toISOString().slice(0, 10)
}
