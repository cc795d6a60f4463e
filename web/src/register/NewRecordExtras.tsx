import { Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Subject } from './contract.ts'
import { PersonNameInput } from './ManyInputs.tsx'
import { RecordFinder } from './RecordFinder.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

export interface Extras {
  form?: string
  kind?: string
  groupCompany?: string
  personName?: unknown
  company?: string
  /** Shown only; the server gets the id. */
  companyName?: string | null
}

const forms = ['company', 'association', 'public-body', 'sole-trader', 'other']
const kinds = ['representative', 'private-customer']

/** What a new record is, besides its declared fields: its form, and for which company of the group. */
export function NewRecordExtras({
  subject,
  extras,
  onChange,
}: {
  subject: Subject
  extras: Extras
  onChange: (part: Extras) => void
}) {
  const { register } = useTexts()
  const group = useGroupCompanies()
  const choices = (subject === 'organisation' ? forms : kinds).map((value) => ({
    value,
    label: register.kinds[value] ?? value,
  }))
  const isRepresentative = extras.kind === 'representative'
  return (
    <Sheet>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={register.kind}
            allowDeselect={false}
            data={choices}
            value={extras.form ?? extras.kind ?? null}
            onChange={(value) => value && onChange(subject === 'organisation' ? { form: value } : { kind: value })}
          />
          {group.length > 1 && !isRepresentative && (
            <Select
              label={register.groupCompany}
              allowDeselect={false}
              data={group.map(({ id, name }) => ({ value: id, label: name }))}
              value={extras.groupCompany ?? group[0]?.id ?? null}
              onChange={(value) => value && onChange({ groupCompany: value })}
            />
          )}
        </SimpleGrid>
        {extras.form === 'sole-trader' && (
          <PersonNameInput
            id="field-personName"
            label={register.kinds['sole-trader'] ?? ''}
            required
            value={extras.personName}
            onChange={(personName) => onChange({ personName })}
          />
        )}
        {isRepresentative && (
          <div>
            <Text size="sm" fw={500}>
              {register.company}
            </Text>
            {extras.companyName && (
              <Text size="sm" my={4}>
                {extras.companyName}
              </Text>
            )}
            <RecordFinder
              label={register.company}
              kinds={['company']}
              onChoose={({ id, title }) => onChange({ company: id, companyName: title })}
            />
          </div>
        )}
      </Stack>
    </Sheet>
  )
}
