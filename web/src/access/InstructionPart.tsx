import { Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import type { Language } from '../contract.ts'
import { languageNames, useSay, useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Instruction } from './contract.ts'
import { instructionQuery } from './queries.ts'
import { useAccessTexts } from './texts.ts'
import { WriteButton } from './WriteButton.tsx'

/** S10.1: the instruction for using the register, and giving a new one. */
export function InstructionPart() {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const say = useSay()
  const { day } = useFormat()
  const [opened, { open, close }] = useDisclosure(false)
  const instruction = useQuery(instructionQuery)
  return (
    <Sheet
      title={access.instruction}
      actions={
        <WriteButton variant="default" size="xs" onClick={open}>
          {access.newInstruction}
        </WriteButton>
      }
    >
      <Asked query={instruction}>
        {(given) =>
          given ? (
            <Stack gap="xs">
              <Text size="xs" c="dimmed">
                {access.instructionVersion(given.version)} · {day(given.madeAt)}
              </Text>
              <div className="prose">{say(given.text)}</div>
            </Stack>
          ) : (
            <Text size="sm" c="dimmed">
              {access.instructionNone}
            </Text>
          )
        }
      </Asked>
      <Dialog
        opened={opened}
        onClose={close}
        title={access.newInstruction}
        size="xl"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <NewInstruction given={instruction.data ?? null} onDone={close} />
      </Dialog>
    </Sheet>
  )
}

function NewInstruction({ given, onDone }: { given: Instruction | null; onDone: () => void }) {
  const access = useAccessTexts()
  const [text, setText] = useState({ fi: '', sv: '', en: '', ...(typeof given?.text === 'object' ? given.text : {}) })
  const give = useDeed({
    run: () => api.post('/instruction', text),
    done: access.instructionGiven,
    refreshes: [['instruction'], ['me']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        {(Object.keys(languageNames) as Language[]).map((language) => (
          <Textarea
            key={language}
            lang={language}
            label={`${access.instructionText} · ${languageNames[language]}`}
            required
            autosize
            minRows={4}
            maxRows={12}
            value={text[language]}
            onChange={(event) => setText({ ...text, [language]: event.currentTarget.value })}
          />
        ))}
        <FormFoot label={access.newInstruction} busy={give.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
