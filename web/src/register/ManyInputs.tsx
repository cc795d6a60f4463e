import { ActionIcon, Button, Fieldset, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/index.tsx'
import type { Email, Phone, PostalAddress } from './contract.ts'
import type { InputWish } from './FieldInput.tsx'

export function PersonNameInput({ id, label, value, error, required, onChange }: InputWish) {
  const { register } = useTexts()
  const name =
    typeof value === 'object' && value !== null
      ? (value as { given?: string; family?: string })
      : { given: typeof value === 'string' ? value : '' }
  const type = (part: object) => onChange({ given: '', family: '', ...name, ...part })
  return (
    <Fieldset legend={label} variant="unstyled">
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6}>
        <TextInput
          id={id}
          label={register.givenName}
          required={required}
          value={name.given ?? ''}
          error={error}
          autoComplete="off"
          onChange={(event) => type({ given: event.currentTarget.value })}
        />
        <TextInput
          label={register.familyName}
          required={required}
          value={name.family ?? ''}
          error={Boolean(error)}
          autoComplete="off"
          onChange={(event) => type({ family: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Fieldset>
  )
}

export function EmailsInput(wish: InputWish) {
  const { register } = useTexts()
  return (
    <Many<Email> {...wish} add={register.addEmail} fresh={{ address: '' }} nameOf={({ address }) => address}>
      {(one, change, given) => (
        <TextInput
          {...given}
          type="email"
          autoComplete="off"
          value={one.address}
          flex={1}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
      )}
    </Many>
  )
}

export function PhonesInput(wish: InputWish) {
  const { register } = useTexts()
  return (
    <Many<Phone> {...wish} add={register.addPhone} fresh={{ number: '' }} nameOf={({ number }) => number}>
      {(one, change, given) => (
        <TextInput
          {...given}
          type="tel"
          autoComplete="off"
          value={one.typed ?? one.display ?? one.number}
          flex={1}
          onChange={(event) => change({ number: event.currentTarget.value, typed: event.currentTarget.value })}
        />
      )}
    </Many>
  )
}

const parts = ['street', 'houseNumber', 'stair', 'flat', 'poBox', 'careOf', 'postcode', 'city', 'country'] as const

export function AddressesInput(wish: InputWish) {
  const {
    register: { address: said },
  } = useTexts()
  return (
    <Many<PostalAddress>
      {...wish}
      add={said.add}
      fresh={{ kind: 'visiting', postcode: '', city: '', country: 'FI' }}
      nameOf={({ street }) => street ?? ''}
    >
      {(one, change, given) => (
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm" flex={1}>
          <Select
            label={said.kind}
            value={one.kind ?? 'visiting'}
            allowDeselect={false}
            onChange={(kind) => change({ kind: kind ?? 'visiting' })}
            data={Object.entries(said.kinds).map(([value, label]) => ({ value, label }))}
          />
          {parts.map((part, nth) => (
            <TextInput
              key={part}
              id={nth === 0 ? given.id : undefined}
              label={said[part]}
              value={one[part] ?? ''}
              autoComplete="off"
              error={nth === 0 ? given.error : undefined}
              required={['postcode', 'city'].includes(part)}
              onChange={(event) => change({ [part]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
      )}
    </Many>
  )
}

function Many<One extends object>({
  id,
  label,
  value,
  error,
  onChange,
  add,
  fresh,
  nameOf,
  children,
}: InputWish & {
  add: string
  fresh: One
  nameOf: (one: One) => string
  children: (
    one: One,
    change: (part: Partial<One>) => void,
    given: { id: string; 'aria-label': string; error: string | undefined },
  ) => ReactNode
}) {
  const { register } = useTexts()
  const all = (Array.isArray(value) ? value : []) as One[]
  const replace = (at: number, part: Partial<One>) =>
    onChange(all.map((one, nth) => (nth === at ? { ...one, ...part } : one)))
  return (
    <Fieldset legend={label} variant="unstyled">
      <Stack gap="xs" mt={6}>
        {all.map((one, nth) => (
          <Group key={nth} wrap="nowrap" align="flex-start" gap="xs">
            {children(one, (part) => replace(nth, part), {
              id: nth === 0 ? id : `${id}-${nth}`,
              'aria-label': label,
              error: nth === all.length - 1 ? error : undefined,
            })}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={register.removeValue(nameOf(one) || label)}
              onClick={() => onChange(all.filter((_, at) => at !== nth))}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {error && all.length === 0 && (
          <Text size="xs" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...all, fresh])}
        >
          {add}
        </Button>
      </Stack>
    </Fieldset>
  )
}
