import { Group, TextInput } from '@mantine/core'
import { useChainTexts } from './texts.ts'

export interface TypedGiven {
  email: string
  phone: string
}

export const nothingGiven: TypedGiven = { email: '', phone: '' }

/** What the server takes of what the customer gave; nothing where they gave nothing. */
export function givenOf({ email, phone }: TypedGiven, address?: object | null) {
  const given = {
    ...(email.trim() ? { email } : {}),
    ...(phone.trim() ? { phone } : {}),
    ...(address ? { address } : {}),
  }
  return Object.keys(given).length > 0 ? { given } : {}
}

/** An address for mail and a number that came with a document: they go on the card, with the document as their source (S6.2–S6.4). */
export function GivenFields({
  value,
  onChange,
  fault,
}: {
  value: TypedGiven
  onChange: (given: TypedGiven) => void
  fault: { field: string; said: string } | null
}) {
  const said = useChainTexts()
  const errorOf = (...fields: string[]) => (fault && fields.includes(fault.field) ? fault.said : undefined)
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <TextInput
        type="email"
        label={said.givenEmail}
        description={said.givenHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        miw={170}
        maxLength={254}
        value={value.email}
        error={errorOf('person.email', 'org.email')}
        onChange={(event) => onChange({ ...value, email: event.currentTarget.value })}
      />
      <TextInput
        type="tel"
        label={said.givenPhone}
        miw={150}
        maxLength={60}
        value={value.phone}
        error={errorOf('person.phone', 'org.phone')}
        onChange={(event) => onChange({ ...value, phone: event.currentTarget.value })}
      />
    </Group>
  )
}
