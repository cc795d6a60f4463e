import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Words } from '../contract.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import type { Email, Field, Phone, PostalAddress } from './contract.ts'

/** One value of a field and the key under which its source is kept. */
export interface Valued {
  key: string
  shown: ReactNode
  plain: string
}

/** How a field's value is shown, with one entry per value. */
export function useValued() {
  const { register, ui } = useTexts()
  const { day } = useFormat()
  const say = useSay()

  const shownOf = (field: Pick<Field, 'id' | 'type' | 'choices'>, value: unknown): Omit<Valued, 'key'> => {
    if (typeof value === 'boolean') return plainly(value ? ui.yes : ui.no)
    if (typeof value === 'number') return plainly(String(value))
    if (typeof value === 'string') return ofText(field, value)
    if (isEmail(value)) return ofEmail(value)
    if (isPhone(value)) return ofPhone(value)
    if (isPersonName(value)) return plainly([value.given, value.family].filter(Boolean).join(' '))
    if (isAddress(value)) return ofAddress(value)
    return plainly(value === null || value === undefined ? '' : say(value as Words) || JSON.stringify(value))
  }
  const ofText = (field: Pick<Field, 'type' | 'choices' | 'id'>, value: string) => {
    if (field.type === 'date') return plainly(day(value) || value)
    if (field.type === 'choice') return plainly(say(field.choices?.find(({ id }) => id === value)?.label) || value)
    if (field.id === 'org.email')
      return {
        plain: value,
        shown: (
          <Anchor href={`mailto:${value}`} size="sm">
            {value}
          </Anchor>
        ),
      }
    if (field.id === 'org.phone')
      return {
        plain: value,
        shown: (
          <Anchor href={`tel:${value.replace(/\s/g, '')}`} size="sm">
            {value}
          </Anchor>
        ),
      }
    return { plain: value, shown: <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span> }
  }
  const ofEmail = ({ address, kind }: Email) => {
    const [local, domain] = address.split('@')
    return {
      plain: address,
      shown: (
        <>
          <Anchor href={`mailto:${address}`} size="sm">
            {local}
            <wbr />@{domain}
          </Anchor>
          <Kind said={kind && kind !== 'unknown' ? register.emailKinds[kind] : undefined} />
        </>
      ),
    }
  }
  const ofPhone = (phone: Phone) => {
    const plain = phone.display ?? phone.typed ?? phone.number
    return {
      plain,
      shown: (
        <>
          <Anchor href={`tel:${phone.number}`} size="sm" className="figures">
            {plain}
          </Anchor>
          <Kind said={phone.kind && register.phoneKinds[phone.kind]} />
        </>
      ),
    }
  }
  const ofAddress = (address: PostalAddress) => {
    const plain = addressLines(address).join(', ')
    return {
      plain,
      shown: (
        <>
          {addressLines(address).map((line) => (
            <div key={line}>{line}</div>
          ))}
          <Kind said={address.kind && register.address.kinds[address.kind]} />
        </>
      ),
    }
  }

  return (field: Pick<Field, 'id' | 'type' | 'choices'>, value: unknown): Valued[] => {
    const values = Array.isArray(value) ? value : isAbsent(value) ? [] : [value]
    return values.map((one) => ({ key: keyOf(field.id, one), ...shownOf(field, one) }))
  }
}

function Kind({ said }: { said?: string | undefined }) {
  return said ? (
    <Text component="div" size="xs" c="dimmed">
      {said}
    </Text>
  ) : null
}

function plainly(plain: string) {
  return { plain, shown: plain }
}

export function addressLines({
  careOf,
  street,
  houseNumber,
  stair,
  flat,
  poBox,
  postcode,
  city,
  country,
}: PostalAddress) {
  return [
    careOf && `c/o ${careOf}`,
    [street, houseNumber, stair, flat].filter(Boolean).join(' '),
    poBox && `PL ${poBox}`,
    [postcode, city].filter(Boolean).join(' '),
    country && country !== 'FI' ? country : '',
  ].filter((line): line is string => Boolean(line))
}

function keyOf(field: string, value: unknown) {
  const { id } = (value ?? {}) as { id?: string }
  return id ? `${field}:${id}` : field
}

function isAbsent(value: unknown) {
  return value === null || value === undefined || value === ''
}

function has(value: unknown, ...keys: string[]) {
  return typeof value === 'object' && value !== null && keys.some((key) => key in value)
}

function isPersonName(value: unknown): value is { given?: string; family?: string } {
  return has(value, 'given', 'family')
}
function isEmail(value: unknown): value is Email {
  return has(value, 'address')
}
function isPhone(value: unknown): value is Phone {
  return has(value, 'number')
}
function isAddress(value: unknown): value is PostalAddress {
  return has(value, 'postcode', 'city', 'street', 'poBox')
}
