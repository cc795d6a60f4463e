import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../api.ts'
import type { Field, FieldSubject } from '../register/contract.ts'
import { FieldInput } from '../register/FieldInput.tsx'
import { fieldsQuery } from '../register/queries.ts'
import { useValued } from '../register/values.tsx'
import { useSay, useTexts } from '../texts/index.tsx'
import { saidProblem } from '../ui/said-problem.ts'

type Values = Record<string, unknown>

/** The fields that the statement added to a deal, as far as the reader's duty sees them: what it may write is asked, the rest is shown. */
export function AddedInputs({
  subject,
  values,
  fault,
  onChange,
}: {
  subject: FieldSubject
  values: Values
  /** What the deed was refused with, said at its field. */
  fault: unknown
  onChange: (values: Values) => void
}) {
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const texts = useTexts()
  const say = useSay()
  const seen = fields.filter(({ may }) => may?.read.allowed ?? true)
  const wrong = ({ id, label }: Field) =>
    fault instanceof Problem && fault.detail.field === id
      ? saidProblem(fault, texts).replaceAll(id, say(label))
      : undefined
  return seen.map((field) =>
    (field.may?.write.allowed ?? true) ? (
      <FieldInput
        key={field.id}
        field={field}
        label={say(field.label)}
        value={values[field.id]}
        error={wrong(field)}
        write={undefined}
        onChange={(value) => onChange({ ...values, [field.id]: value })}
      />
    ) : (
      <ValueShown key={field.id} field={field} value={values[field.id]} />
    ),
  )
}

/** What a body says of these fields: what was changed from `before`, and of a new deal also that what must be said is not. */
export function useAddedBody(subject: FieldSubject) {
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  return (values: Values, before: Values | null): { values?: Values } => {
    if (fields.length === 0) return {}
    const changed = fields.filter(({ id }) => (values[id] ?? null) !== (before?.[id] ?? null))
    return { values: Object.fromEntries(changed.map(({ id }) => [id, values[id] ?? null])) }
  }
}

function ValueShown({ field, value }: { field: Field; value: unknown }) {
  const valued = useValued()
  const say = useSay()
  const { ui } = useTexts()
  const [one] = valued(field, value)
  return (
    <div>
      <Text size="sm" fw={500}>
        {say(field.label)}
      </Text>
      <Text size="sm" c={one ? undefined : 'dimmed'} component="div">
        {one?.shown ?? ui.none}
      </Text>
    </div>
  )
}
