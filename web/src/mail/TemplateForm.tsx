import { Alert, Button, Group, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { api, Problem } from '../api.ts'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Template } from './contract.ts'
import { useMailTexts } from './texts.ts'

type Tongue = 'fi' | 'sv' | 'en'
const tongues: Tongue[] = ['fi', 'sv', 'en']
const blank = { subject: '', text: '' }

/** A template in one language or more, with buttons for the fields that may stand in it. */
export function TemplateForm({
  template,
  fields,
  onDone,
}: {
  template: Template | null
  fields: string[]
  onDone: () => void
}) {
  const said = useMailTexts()
  const { ui } = useTexts()
  const { language: own } = useSpeech()
  const first = tongues.find((one) => template?.texts[one]) ?? own
  const [name, setName] = useState(template?.name ?? '')
  const [tongue, setTongue] = useState<Tongue>(first)
  const [texts, setTexts] = useState({ fi: blank, sv: blank, en: blank, ...template?.texts })
  const words = useRef<HTMLTextAreaElement>(null)
  const change = (part: Partial<typeof blank>) => setTexts({ ...texts, [tongue]: { ...texts[tongue], ...part } })
  const save = useDeed({
    run: () => {
      const kept = Object.fromEntries(
        Object.entries(texts).filter(([, { subject, text }]) => subject.trim() || text.trim()),
      )
      return template
        ? api.put(`/mail-templates/${template.id}`, { name, texts: kept }, template.revision)
        : api.post('/mail-templates', { name, texts: kept })
    },
    done: said.templateSaved,
    refreshes: [['mail', 'templates']],
    quiet: (fault) => fault instanceof Problem && fault.detail.field !== undefined,
    then: onDone,
  })
  const refused = save.error instanceof Problem ? (save.error.detail.field ?? null) : null
  const errorAt = (field: string) => (refused === field ? save.error?.message : undefined)
  const here = ['name', `texts.${tongue}.subject`, `texts.${tongue}.text`]
  const insert = (field: string) => {
    const box = words.current
    const { text } = texts[tongue]
    const [from, until] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length]
    change({ text: `${text.slice(0, from)}{{${field}}}${text.slice(until)}` })
    box?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onDone}
      size="lg"
      title={template ? said.editTemplate : said.newTemplate}
      closeButtonProps={{ 'aria-label': ui.close }}
      closeOnClickOutside={false}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.templateName}
            required
            maxLength={120}
            data-autofocus
            value={name}
            error={errorAt('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Tabs value={tongue} onChange={(next) => setTongue((next ?? tongue) as Tongue)}>
            <Tabs.List aria-label={said.templateLanguage}>
              {tongues.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {said.languages[one]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={tongue} pt="md">
              <Stack gap="sm" lang={tongue}>
                <TextInput
                  label={said.subject}
                  maxLength={300}
                  value={texts[tongue].subject}
                  error={errorAt(`texts.${tongue}.subject`)}
                  onChange={(event) => change({ subject: event.currentTarget.value })}
                />
                <Textarea
                  ref={words}
                  label={said.text}
                  autosize
                  minRows={7}
                  maxRows={20}
                  maxLength={20_000}
                  value={texts[tongue].text}
                  error={errorAt(`texts.${tongue}.text`)}
                  onChange={(event) => change({ text: event.currentTarget.value })}
                />
              </Stack>
            </Tabs.Panel>
          </Tabs>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {said.insertField}
            </Text>
            <Group gap={6}>
              {fields.map((field) => (
                <Button key={field} size="compact-xs" variant="default" onClick={() => insert(field)}>
                  {said.fields[field] ?? field}
                </Button>
              ))}
            </Group>
          </div>
          {refused && !here.includes(refused) && (
            <Alert color="red" role="alert">
              {save.error?.message}
            </Alert>
          )}
          <FormFoot label={said.save} busy={save.isPending} onCancel={onDone} />
        </Stack>
      </Form>
    </Dialog>
  )
}
