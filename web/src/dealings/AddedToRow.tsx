import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import type { DealSubject } from '../register/contract.ts'
import { fieldsQuery } from '../register/queries.ts'
import { useValued } from '../register/values.tsx'
import { useSay } from '../texts/index.tsx'
import { useAddedTexts } from './added.texts.ts'

const AddedDialog = lazy(async () => ({ default: (await import('./AddedPart.tsx')).AddedDialog }))

/** What the statement's own fields say of a record that is a row on its customer's card, and beside what else may be done to it, the way to say it. */
export function AddedToRow({
  subject,
  of,
  values,
  children,
}: {
  subject: DealSubject
  of: string
  values: Record<string, unknown>
  children?: ReactNode
}) {
  const { title } = useAddedTexts()
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const valued = useValued()
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const seen = fields.filter(({ may }) => may?.read.allowed ?? true)
  return (
    <>
      {seen.map((field) =>
        valued(field, values[field.id]).map(({ shown }) => (
          <Text key={field.id} size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
            {say(field.label)}: {shown}
          </Text>
        )),
      )}
      <Group gap="md">
        {children}
        {seen.some(({ may }) => may?.write.allowed ?? true) && (
          <WriteButton size="compact-xs" variant="subtle" px={0} onClick={() => setOpen(true)}>
            {title}
          </WriteButton>
        )}
      </Group>
      {isOpen && (
        <Suspense>
          <AddedDialog subject={subject} of={of} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
