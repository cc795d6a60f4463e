import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../api.ts'
import type { DealSubject, Field } from '../register/contract.ts'
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
  only,
  onChange,
}: {
  subject: DealSubject
  values: Values
  /** What the deed was refused with, said at its field. */
  fault: unknown
  /** In a quick form, no more than must be said. */
  only?: 'due'
  onChange: (values: Values) => void
}) {
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const texts = useTexts()
  const say = useSay()
  const seen = fields.filter((field) => (only ? isAsked(field) : (field.may?.read.allowed ?? true)))
  const wrong = ({ id, label }: Field) =>
    fault instanceof Problem && fault.detail.field === id
      ? saidProblem(fault, texts).replaceAll(id, say(label))
      : undefined
  return seen.map((field) =>
    (field.may?.write.allowed ?? true) ? (
      <FieldInput
        key={field.id}
        field={{ ...field, required: isDue(field) }}
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

/** The same in the form of a new record: the inputs, what its body says of them, and whether anything must be said at all. */
export function useAddedToNew(subject: DealSubject) {
  const [values, setValues] = useState<Values>({})
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const addedBody = useAddedBody(subject)
  return {
    isAsked: fields.some(isAsked),
    body: () => addedBody(values, null),
    inputs: (fault: unknown, only?: 'due') => (
      <AddedInputs {...{ subject, values, fault, ...(only ? { only } : {}) }} onChange={setValues} />
    ),
    clear: () => setValues({}),
  }
}

// What may be collected only of a customer is asked of nobody before: the server says when it is due.
const isDue = ({ required = false, fromStage }: Field) => required && (fromStage ?? 'prospect') === 'prospect'
/** It must be said by whoever may say it. */
export const isAsked = (field: Field) => isDue(field) && (field.may?.write.allowed ?? true)

/** What a body says of these fields: what was changed from `before`; of a new record, what is not said is not. */
export function useAddedBody(subject: DealSubject) {
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
