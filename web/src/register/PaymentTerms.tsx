import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import type { Kept } from '../contract.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { Form } from '../ui/Form.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship } from './contract.ts'
import { OriginTag } from './OriginTag.tsx'
import { fieldsQuery } from './queries.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'
import { Withheld } from './ValueList.tsx'

const field = 'com.paymentTerms'

/** S5.9: terms of payment, for the duties that read and write them. */
export function PaymentTerms({ relationship, record }: { relationship: Relationship; record: Kept }) {
  const texts = useTexts()
  const { register, ui } = texts
  const terms = relationship.values?.[field]
  const declared = useQuery(fieldsQuery('organisation')).data?.find(({ id }) => id === field)
  const may = record.may?.fields?.[field] ?? declared?.may
  const [typed, setTyped] = useState<string | null>(null)
  const [said, setSaid] = useState<SaidSource>(useSourceAtFirst())
  const save = useDeed({
    run: () =>
      api.patch(
        `/relationships/${relationship.id}`,
        { values: { [field]: typed || null }, ...said },
        relationship.revision,
      ),
    done: ui.saved,
    refreshes: [['companies'], ['people'], ['relationships']],
    then: () => setTyped(null),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  if (may && !may.read.allowed)
    return (
      <Line>
        <Withheld verdict={may.read} />
      </Line>
    )
  if (typed === null) {
    return (
      <Line>
        <Group gap={6}>
          <Text size="sm">{terms || ui.none}</Text>
          {terms && (
            <OriginTag
              field={register.paymentTerms}
              origin={record.sources?.[`${field}:${relationship.id}`] ?? record.sources?.[field]}
            />
          )}
        </Group>
        <WriteButton
          size="compact-sm"
          variant="subtle"
          label={`${ui.edit}: ${register.paymentTerms}`}
          reason={reasonOf(may?.write, texts)}
          onClick={() => setTyped(terms ?? '')}
        >
          {ui.edit}
        </WriteButton>
      </Line>
    )
  }
  return (
    <Form onSubmit={submit}>
      <TextInput
        label={register.paymentTerms}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
        mb="sm"
      />
      <SourceChoice said={said} onChange={setSaid} />
      <Group justify="flex-end" mt="sm">
        <Button size="xs" variant="default" onClick={() => setTyped(null)}>
          {ui.cancel}
        </Button>
        <Button size="xs" type="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </Group>
    </Form>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  const { register } = useTexts()
  return (
    <div>
      <Text size="sm" fw={500}>
        {register.paymentTerms}
      </Text>
      <Group justify="space-between" gap="xs">
        {children}
      </Group>
    </div>
  )
}
