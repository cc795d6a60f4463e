import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconArrowLeft, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import type { Kept } from '../contract.ts'
import { AlikeWarning } from '../exchange/duplicates/AlikeWarning.tsx'
import { useTexts } from '../texts/index.tsx'
import { Form } from '../ui/Form.tsx'
import { saidProblem } from '../ui/said-problem.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Found } from './contract.ts'
import { useNewCompanyTexts } from './new-company.texts.ts'
import { SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

/** A company that the register does not have, taken in where it was looked for: its name and where that came from; the rest on its card. */
export function NewCompanyHere({
  name: atFirst,
  groupCompany,
  onAdded,
  onBack,
}: {
  name: string
  groupCompany?: string | undefined
  onAdded: (company: Found) => void
  onBack: () => void
}) {
  const texts = useTexts()
  const said = useNewCompanyTexts()
  const group = useGroupCompanies()
  const first = useSourceAtFirst()
  const [name, setName] = useState(atFirst)
  const [chosen, setChosen] = useState<typeof first | null>(null)
  const source = chosen ?? first
  const tie = groupCompany ?? (group.length > 1 ? group[0]?.id : undefined)
  const fieldOf = (fault: unknown) => (fault instanceof Problem ? String(fault.detail.field ?? '') : '')
  const add = useDeed<void, Kept>({
    run: () =>
      api.post('/companies', {
        ...{ values: { 'org.name': name.trim() }, form: 'company', ...source },
        ...(tie ? { groupCompany: tie } : {}),
      }),
    done: texts.register.created,
    refreshes: [['companies']],
    quiet: (fault) => known.includes(fieldOf(fault)),
    then: ({ id }) => onAdded({ kind: 'company', id, title: name.trim(), subtitle: null, closed: false }),
  })
  const wrong = (field: string) => (fieldOf(add.error) === field ? saidProblem(add.error, texts) : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The form may stand within another one.
    event.stopPropagation()
    if (name.trim()) add.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={said.name}
          required
          data-autofocus
          value={name}
          error={wrong('org.name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <AlikeWarning subject="organisation" values={{ 'org.name': name }} />
        <SourceChoice
          said={source}
          onChange={setChosen}
          errors={{ source: wrong('source'), sourceNote: wrong('sourceNote') }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
            {said.back}
          </Button>
          <Button
            type="submit"
            leftSection={<IconPlus size={16} aria-hidden />}
            loading={add.isPending}
            disabled={!name.trim()}
          >
            {said.add}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

const known = ['org.name', 'source', 'sourceNote']
