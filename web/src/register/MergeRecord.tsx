import { Alert, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Found, Subject } from './contract.ts'
import { MergeChoices } from './MergeChoices.tsx'
import { useMergeTexts } from './merge.texts.ts'
import { RecordFinder } from './RecordFinder.tsx'

/** Says that another record is the same person or company: this one stays, and what the other had comes to it. */
export function MergeRecord({
  subject,
  id,
  name,
  reason,
}: {
  subject: Subject
  id: string
  name: string
  reason: string | null
}) {
  const said = useMergeTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [other, setOther] = useState<Found | null>(null)
  const [take, setTake] = useState<string[]>([])
  const choose = (found: Found | null) => {
    setOther(found)
    setTake([])
  }
  const shut = () => {
    close()
    choose(null)
  }
  const merge = useDeed({
    run: async () => {
      const kept = await api.post(`/${subject === 'person' ? 'people' : 'companies'}/${id}/merges`, {
        from: other?.id,
        take,
      })
      flushSync(() => choose(null)) // the card that is gone is not asked for again
      return kept
    },
    done: said.merged,
    then: shut,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (other) merge.mutate()
  }
  const isSame = other?.id === id
  const words = subject === 'person' ? said.ofPeople : said.ofCompanies
  return (
    <>
      <WriteButton
        variant="default"
        leftSection={<IconArrowMerge size={16} aria-hidden />}
        reason={reason}
        onClick={open}
      >
        {said.merge}
      </WriteButton>
      <Dialog
        opened={opened}
        onClose={shut}
        title={words.title}
        size="xl"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <Form onSubmit={submit}>
          <Stack>
            <Text size="sm">{words.text(name)}</Text>
            <div>
              <Text size="sm" fw={500}>
                {said.other}
              </Text>
              <RecordFinder
                label={said.other}
                kinds={[subject === 'person' ? 'person' : 'company']}
                onChoose={choose}
              />
            </div>
            {isSame && <Alert color="yellow">{said.same}</Alert>}
            {other && !isSame && (
              <MergeChoices subject={subject} kept={id} gone={other.id} take={take} onTake={setTake} />
            )}
            {other && !isSame && <Alert color="petrol">{said.strictest}</Alert>}
            {other && !isSame && <FormFoot label={said.confirm} busy={merge.isPending} onCancel={shut} color="red.9" />}
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
