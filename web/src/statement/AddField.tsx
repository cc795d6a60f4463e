import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useAccessTexts } from '../access/texts.ts'
import { Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useAddFieldTexts } from './add-field.texts.ts'
import { ChangeList } from './ChangeList.tsx'
import type { FieldForm, FieldWish } from './contract.ts'
import { FieldChoices } from './FieldChoices.tsx'
import { FieldDuties } from './FieldDuties.tsx'
import { fieldFormQuery, planQuery } from './queries.ts'
import type { DraftText } from './useDraftText.ts'

/** A field of the house's own, asked for in a form and written into the draft; then, what that changes in the statement. */
export function AddField({
  draft,
  adding,
  onClose,
}: {
  draft: string
  adding: DraftText['adding']
  onClose: (field: string | null) => void
}) {
  const said = useAddFieldTexts()
  const { ui } = useTexts()
  const form = useQuery(fieldFormQuery(draft))
  const [field, setField] = useState<string | null>(null)
  return (
    <Dialog
      opened
      onClose={() => onClose(field)}
      title={said.title}
      size="lg"
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      {field ? (
        <Added draft={draft} field={field} onAnother={() => setField(null)} onClose={() => onClose(field)} />
      ) : (
        <Asked query={form}>
          {(asked) => <FieldFields form={asked} adding={adding} onAdded={setField} onCancel={() => onClose(null)} />}
        </Asked>
      )}
    </Dialog>
  )
}

const blank: FieldWish = {
  ...{ subject: '', type: 'text', label: { fi: '' }, choices: [{ fi: '' }, { fi: '' }] },
  ...{ required: false, fromStage: 'prospect', duties: [] },
}

function FieldFields({
  form,
  adding: { run, ...deed },
  onAdded,
  onCancel,
}: {
  form: FieldForm
  adding: DraftText['adding']
  onAdded: (field: string) => void
  onCancel: () => void
}) {
  const said = useAddFieldTexts()
  const access = useAccessTexts()
  const [wish, setWish] = useState(() => ({ ...blank, subject: form.subjects[0]?.id ?? '' }))
  const [isNobody, setNobody] = useState(false)
  const type = (part: Partial<FieldWish>) => setWish((now) => ({ ...now, ...part }))
  const subject = form.subjects.find(({ id }) => id === wish.subject)
  const duties = wish.duties.filter(({ id }) => subject?.duties.includes(id))
  const add = useDeed({
    ...deed,
    run: () => {
      const { choices, ...rest } = wish
      const named = choices.filter((one) => Object.values(one).some((word) => word.trim()))
      return run({ ...rest, duties, ...(wish.type === 'choice' ? { choices: named } : {}) })
    },
    done: said.added,
    quiet: (fault) => (fault instanceof Problem && Boolean(fault.detail.field)) || deed.quiet(fault),
    then: onAdded,
  })
  const wrong = (field: string) =>
    add.error instanceof Problem && String(add.error.detail.field).startsWith(field) ? add.error.message : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setNobody(duties.length === 0)
    if (duties.length > 0) add.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Text size="sm">{said.text}</Text>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label={said.subject}
            miw={200}
            allowDeselect={false}
            data={form.subjects.map(({ id, beginning }) => ({ value: id, label: access.subjects[beginning] ?? id }))}
            value={wish.subject}
            onChange={(next) => type({ subject: next ?? '' })}
          />
          <Select
            label={said.type}
            miw={200}
            allowDeselect={false}
            data={Object.entries(said.types).map(([value, label]) => ({ value, label }))}
            value={wish.type}
            onChange={(next) => type({ type: next ?? 'text' })}
          />
        </Group>
        <SimpleGrid cols={{ base: 1, sm: form.languages.length }}>
          {form.languages.map((language, nth) => (
            <TextInput
              key={language}
              label={`${said.label} ${said.languages[language]}`}
              required
              maxLength={200}
              data-autofocus={nth === 0 || undefined}
              value={wish.label[language] ?? ''}
              error={nth === 0 && wrong('label')}
              onChange={(event) => type({ label: { ...wish.label, [language]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
        {wish.type === 'choice' && (
          <FieldChoices
            choices={wish.choices}
            languages={form.languages}
            error={wrong('choices')}
            onChange={(choices) => type({ choices })}
          />
        )}
        <FieldDuties
          duties={form.duties.filter(({ id }) => subject?.duties.includes(id))}
          chosen={wish.duties}
          error={isNobody && duties.length === 0 ? said.nobody : null}
          onChange={(next) => type({ duties: next })}
        />
        {['organisation', 'person'].includes(wish.subject) && (
          <Select
            label={said.fromStage}
            maw={320}
            allowDeselect={false}
            data={Object.entries(said.stages).map(([value, label]) => ({ value, label }))}
            value={wish.fromStage}
            onChange={(next) => type({ fromStage: next ?? 'prospect' })}
          />
        )}
        <Checkbox
          label={said.required}
          description={said.requiredHint}
          checked={wish.required}
          onChange={(event) => type({ required: event.currentTarget.checked })}
        />
        {subject && (
          <Text size="sm" c="dimmed">
            {said.where(access.subjects[subject.beginning] ?? '')}
          </Text>
        )}
        <FormFoot label={said.toDraft} busy={add.isPending} onCancel={onCancel} />
      </Stack>
    </Form>
  )
}

function Added({
  draft,
  field,
  onAnother,
  onClose,
}: {
  draft: string
  field: string
  onAnother: () => void
  onClose: () => void
}) {
  const said = useAddFieldTexts()
  const plan = useQuery(planQuery(draft))
  return (
    <Stack>
      <Text fw={600}>{said.difference}</Text>
      <Asked query={plan}>
        {({ changes }) => <ChangeList changes={changes.filter(({ path }) => path.split('/').includes(field))} />}
      </Asked>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onAnother}>
          {said.another}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {said.toText}
        </Button>
      </Group>
    </Stack>
  )
}
