import { Alert, Anchor, List, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { Subject } from '../../register/contract.ts'
import { to } from '../../to.ts'
import { useDuplicateTexts } from './texts.ts'

interface Alike {
  seen: { id: string; name: string; reasons: string[] }[]
  unseen: number
}

/** Whom a new record may already be, while it is being typed. */
export function AlikeWarning({ subject, values }: { subject: Subject; values: Record<string, unknown> }) {
  const said = useDuplicateTexts()
  const [typed] = useDebouncedValue(JSON.stringify(typedOf(subject, values)), 450)
  const isEnough = Object.keys(JSON.parse(typed)).length > 1
  const { data } = useQuery({
    queryKey: ['alike', typed],
    queryFn: () => api.post<Alike>('/duplicates/alike', JSON.parse(typed)),
    enabled: isEnough,
    retry: false,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (!isEnough || !data || (data.seen.length === 0 && data.unseen === 0)) return null
  const place = subject === 'person' ? to.person : to.company
  return (
    <Alert color="yellow" icon={<IconUsers aria-hidden />} title={said.alike} role="status">
      {data.seen.length > 0 && (
        <List size="sm" spacing={4}>
          {data.seen.map(({ id, name, reasons }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={place(id)} target="_blank" size="sm" fw={600}>
                {name}
              </Anchor>{' '}
              – {reasons.map((reason) => said.reasons[reason] ?? reason).join(', ')}
            </List.Item>
          ))}
        </List>
      )}
      {data.unseen > 0 && (
        <Text size="sm" mt={data.seen.length > 0 ? 'xs' : 0}>
          {said.unseen(data.unseen)}
        </Text>
      )}
    </Alert>
  )
}

function typedOf(subject: Subject, values: Record<string, unknown>) {
  const [name, email, phone] =
    subject === 'person' ? ['person.name', 'person.email', 'person.phone'] : ['org.name', 'org.email', 'org.phone']
  const said = {
    name: nameIn(values[name as string]),
    email: partIn(values[email as string], 'address'),
    phone: partIn(values[phone as string], 'number'),
    businessId: subject === 'organisation' ? textIn(values['org.businessId']) : '',
  }
  const isTyped = (text: string) => text.trim().length >= 3
  return { subject, ...Object.fromEntries(Object.entries(said).filter(([, text]) => isTyped(text))) }
}

function nameIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textIn(value)
  const { given, family } = value as { given?: string; family?: string }
  return given && family ? `${given} ${family}` : ''
}

function partIn(value: unknown, part: 'address' | 'number'): string {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return textIn(first)
  const said = first as Record<string, unknown>
  return textIn(said[part] ?? said.typed)
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
