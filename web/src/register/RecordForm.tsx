import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import type { Kept } from '../contract.ts'
import { Clause } from '../statement/Clause.tsx'
import { reasonOf } from '../statement/reason.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import type { Field, Subject } from './contract.ts'
import { FieldInput } from './FieldInput.tsx'
import { type Extras, NewRecordExtras } from './NewRecordExtras.tsx'
import { fieldsQuery } from './queries.ts'
import { SourceChoice } from './SourceChoice.tsx'
import { StaleNote } from './StaleNote.tsx'
import { useRecordForm } from './useRecordForm.ts'

const AlikeWarning = lazy(() =>
  import('../exchange/duplicates/AlikeWarning.tsx').then((part) => ({ default: part.AlikeWarning })),
)

interface Wish {
  subject: Subject
  /** Where a new record is posted, or the path before a kept record's id. */
  path: string
  record?: Kept
  /** Already known of a new record, by where it is made. */
  extras?: Extras
  onSaved: (saved: Kept) => void
  onCancel: () => void
}

/** A form made of the fields that the statement declares. */
export function RecordForm(wish: Wish) {
  const fields = useQuery(fieldsQuery(wish.subject))
  return (
    <Asked query={fields}>
      {(declared) => <Form {...wish} fields={declared.filter(({ id }) => !id.startsWith('com.'))} />}
    </Asked>
  )
}

function Form({ fields, ...wish }: Wish & { fields: Field[] }) {
  const texts = useTexts()
  const { register, ui } = texts
  const say = useSay()
  const form = useRecordForm({ ...wish, fields })
  useUnsaved(form.isChanged)
  const verdicts = fields.map(({ id, may }) => wish.record?.may?.fields?.[id]?.write ?? may?.write)
  const why = verdicts.some((verdict) => verdict?.allowed ?? true) ? null : reasonOf(verdicts[0], texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.save()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={760}>
        {form.stale && <StaleNote fields={fields} stale={form.stale} typed={form.values} take={form.type} />}
        {form.extras && <NewRecordExtras subject={wish.subject} extras={form.extras} onChange={form.addExtras} />}
        <Sheet>
          <Stack gap="lg">
            {fields.map((field) => {
              const write = wish.record?.may?.fields?.[field.id]?.write ?? field.may?.write
              return (
                <FieldInput
                  key={field.id}
                  field={field}
                  label={say(field.label)}
                  value={form.values[field.id]}
                  error={form.errors[field.id]}
                  write={write}
                  onChange={(value) => form.type(field.id, value)}
                />
              )
            })}
            {fields.length === 0 && (
              <Text size="sm">
                {register.nothingDeclared} <Clause id="S5.1" />
              </Text>
            )}
          </Stack>
        </Sheet>
        {!wish.record && (
          <Suspense>
            <AlikeWarning subject={wish.subject} values={form.values} />
          </Suspense>
        )}
        <Sheet>
          <SourceChoice said={form.said} onChange={form.setSaid} errors={form.errors} />
        </Sheet>
        <Group justify="flex-end" className="form-foot">
          <Button variant="default" onClick={wish.onCancel}>
            {ui.cancel}
          </Button>
          <WriteButton type="submit" loading={form.isSaving} reason={why}>
            {wish.record ? ui.save : register.create}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  )
}
