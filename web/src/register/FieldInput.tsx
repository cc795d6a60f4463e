import { Checkbox, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import type { Verdict } from '../contract.ts'
import { useSay } from '../texts/index.tsx'
import type { Field } from './contract.ts'
import { AddressesInput, EmailsInput, PersonNameInput, PhonesInput } from './ManyInputs.tsx'
import { Withheld } from './ValueList.tsx'

export interface InputWish {
  id: string
  label: string
  value: unknown
  error?: string | undefined
  required: boolean
  onChange: (value: unknown) => void
}

const known: Record<string, (wish: InputWish) => React.ReactNode> = {
  'person.name': PersonNameInput,
  'person.email': EmailsInput,
  'person.phone': PhonesInput,
  'person.address': AddressesInput,
  'org.addresses': AddressesInput,
}

/** The control for one declared field. One that the duty may not write stays in sight with the reason and the clause. */
export function FieldInput({
  field,
  label,
  value,
  error,
  write,
  onChange,
}: {
  field: Field
  label: string
  value: unknown
  error?: string | undefined
  write: Verdict | undefined
  onChange: (value: unknown) => void
}) {
  if (write && !write.allowed) {
    return (
      <div>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Withheld verdict={write} clause={field.clause} />
      </div>
    )
  }
  const wish = { id: `field-${field.id}`, label, value, error, required: field.required ?? false, onChange }
  const Known = known[field.id]
  return Known ? <Known {...wish} /> : <PlainInput field={field} {...wish} />
}

function PlainInput({ field, id, label, value, error, required, onChange }: InputWish & { field: Field }) {
  const say = useSay()
  const given = { id, label, error, required, withAsterisk: required }
  if (field.type === 'boolean')
    return <Checkbox {...given} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  if (field.type === 'number')
    return (
      <NumberInput
        {...given}
        value={typeof value === 'number' ? value : ''}
        onChange={(n) => onChange(n === '' ? null : Number(n))}
        maw={220}
        hideControls
      />
    )
  if (field.type === 'choice') {
    return (
      <Select
        {...given}
        value={typeof value === 'string' ? value : null}
        clearable={!required}
        maw={360}
        onChange={onChange}
        data={(field.choices ?? []).map((choice) => ({ value: choice.id, label: say(choice.label) }))}
      />
    )
  }
  if (field.type === 'long-text')
    return (
      <Textarea
        {...given}
        autosize
        minRows={3}
        value={textIn(value)}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    )
  const kind =
    field.type === 'date' ? 'date' : field.type === 'email' ? 'email' : field.type === 'phone' ? 'tel' : 'text'
  return (
    <TextInput
      {...given}
      type={kind}
      value={textIn(value)}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      maw={kind === 'date' ? 220 : undefined}
    />
  )
}

// A single phone number or mail address comes with its kind and is typed as text.
function textIn(value: unknown) {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const { address, display, typed, number } = value as Record<string, string>
  return address ?? display ?? typed ?? number ?? ''
}
