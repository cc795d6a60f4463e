import { Group, TextInput } from '@mantine/core'
import { useChainTexts } from './texts.ts'

export interface TypedAddress {
  name: string
  street: string
  postcode: string
  city: string
}

/** Where goods go. `field`: how the server names the address in a refusal. */
export function AddressFields({
  value,
  onChange,
  fault,
  field,
}: {
  value: TypedAddress
  onChange: (address: TypedAddress) => void
  fault: { field: string; said: string } | null
  field: string
}) {
  const said = useChainTexts()
  const part = (name: keyof TypedAddress, label: string, more: { required?: boolean; maw?: number } = {}) => (
    <TextInput
      label={label}
      maxLength={120}
      {...more}
      value={value[name]}
      error={fault?.field === `${field}.${name}` ? fault.said : undefined}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {part('name', said.place)}
      {part('street', said.street, { required: true })}
      <Group grow align="flex-start">
        {part('postcode', said.postcode, { required: true })}
        {part('city', said.city, { required: true })}
      </Group>
    </>
  )
}
