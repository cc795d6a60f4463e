import { Alert, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Found, Person } from './contract.ts'
import { useMergeTexts } from './merge.texts.ts'
import { nameOfPerson } from './names.ts'
import { personQuery } from './queries.ts'
import { RecordFinder } from './RecordFinder.tsx'
import { ValueList } from './ValueList.tsx'

/** Says that another record is the same person: this one stays, and what the other had comes to it. */
export function MergePerson({ person, reason }: { person: Person; reason: string | null }) {
  const said = useMergeTexts()
  const { register, ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [other, setOther] = useState<Found | null>(null)
  const shut = () => {
    close()
    setOther(null)
  }
  const merge = useDeed({
    run: async () => {
      const kept = await api.post<Person>(`/people/${person.id}/merges`, { from: other?.id })
      flushSync(() => setOther(null)) // the card that is gone is not asked for again
      return kept
    },
    done: said.merged,
    then: shut,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (other) merge.mutate()
  }
  const isSame = other?.id === person.id
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
      <Modal opened={opened} onClose={shut} title={said.title} size="lg" closeButtonProps={{ 'aria-label': ui.close }}>
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{said.text(nameOfPerson(person) || register.person)}</Text>
            <div>
              <Text size="sm" fw={500}>
                {said.other}
              </Text>
              <RecordFinder label={said.other} kinds={['person']} onChoose={setOther} />
            </div>
            {isSame && <Alert color="yellow">{said.same}</Alert>}
            {other && !isSame && <Other id={other.id} />}
            {other && !isSame && <Alert color="petrol">{said.strictest}</Alert>}
            {other && !isSame && <FormFoot label={said.confirm} busy={merge.isPending} onCancel={shut} color="red.9" />}
          </Stack>
        </form>
      </Modal>
    </>
  )
}

function Other({ id }: { id: string }) {
  const other = useQuery(personQuery(id))
  return <Asked query={other}>{(record) => <ValueList subject="person" record={record} />}</Asked>
}
