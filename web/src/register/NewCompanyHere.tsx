import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconArrowLeft, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import type { Kept } from '../contract.ts'
import { AlikeWarning } from '../exchange/duplicates/AlikeWarning.tsx'
import { useTexts } from '../texts/index.tsx'
import { Form } from '../ui/Form.tsx'
import { saidProblem } from '../ui/said-problem.ts'
import { tellProblem } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Found } from './contract.ts'
import { useNewCompanyTexts } from './new-company.texts.ts'
import { SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

/** A company that the register does not have, taken in where it was looked for: its name and where that came from; the rest on its card. */
export function NewCompanyHere({
  name: atFirst,
  groupCompany: given,
  representative,
  onAdded,
  onBack,
}: {
  name: string
  /** Whose customer it becomes, where that is known; otherwise it is asked, when several companies share the register. */
  groupCompany?: string | undefined
  /** Who acts for it, and becomes its contact person. */
  representative?: string | undefined
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
  const asksWhose = !given && group.length > 1
  const [whose, setWhose] = useState<string | null>(null)
  const groupCompany = given ?? (asksWhose ? (whose ?? group[0]?.id) : undefined)
  const fieldOf = (fault: unknown) => (fault instanceof Problem ? String(fault.detail.field ?? '') : '')
  const add = useDeed<void, Kept>({
    run: async () => {
      const company = await api.post<Kept>('/companies', {
        ...{ values: { 'org.name': name.trim() }, form: 'company', ...source },
        ...(groupCompany ? { groupCompany } : {}),
      })
      // The company stands whatever is answered here: told, not made anew by a second press.
      if (representative)
        await api
          .post(`/companies/${company.id}/people`, { person: representative, ...source })
          .catch((fault) => tellProblem(saidProblem(fault, texts)))
      return company
    },
    done: texts.register.created,
    refreshes: [['companies'], ['people']],
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
        {asksWhose && (
          <Select
            label={texts.register.groupCompany}
            allowDeselect={false}
            data={group.map(({ id, name }) => ({ value: id, label: name }))}
            value={groupCompany ?? null}
            onChange={setWhose}
          />
        )}
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
