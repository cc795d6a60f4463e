import { Accordion, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { capital } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { FileColumns, Overwrite } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

export interface Choices {
  personKey: string
  companyKey: string
  overwrite: Record<string, Overwrite>
  noticesADay: number | null
}

/** By what a record is known, and what happens to its values: set so that nothing is overwritten unasked. */
export function ChoicesPart({
  read,
  columns,
  choices,
  onChange,
  isOwnRegister,
}: {
  read: FileColumns
  columns: readonly (string | null)[]
  choices: Choices
  onChange: (choices: Choices) => void
  isOwnRegister: boolean
}) {
  const said = useExchangeTexts()
  const fields = [
    ...new Set(
      columns.flatMap((target) =>
        target && !target.endsWith('On') && target !== 'asOf' ? [target.split('/')[0] ?? target] : [],
      ),
    ),
  ]
  const labelOf = (field: string) =>
    capital(read.targets.find(({ id }) => id === field || id.startsWith(`${field}/`))?.label.split(':')[0] ?? field)
  const keysOf = (subject: 'person' | 'organisation', usual: string) => [
    { value: usual, label: labelOf(usual) },
    ...read.keys
      .filter((key) => key.subject === subject && fields.includes(key.id))
      .map(({ id, label }) => ({ value: id, label: capital(label) })),
  ]
  const ways = (['if-empty', 'always', 'never'] as const).map((value) => ({ value, label: said.overwrites[value] }))
  return (
    <Sheet>
      <Accordion variant="default" chevronPosition="left">
        <Accordion.Item value="held" style={{ border: 0 }}>
          <Accordion.Control px={0}>
            <Text fw={600}>{said.held}</Text>
            <Text size="sm" c="dimmed">
              {said.heldText}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap="md">
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                <Select
                  label={said.personKey}
                  allowDeselect={false}
                  value={choices.personKey}
                  data={keysOf('person', 'person.email')}
                  onChange={(personKey) => personKey && onChange({ ...choices, personKey })}
                />
                <Select
                  label={said.companyKey}
                  allowDeselect={false}
                  value={choices.companyKey}
                  data={keysOf('organisation', 'org.businessId')}
                  onChange={(companyKey) => companyKey && onChange({ ...choices, companyKey })}
                />
              </SimpleGrid>
              <SimpleGrid cols={{ base: 1, xs: 2 }}>
                {fields.map((field) => (
                  <Select
                    key={field}
                    label={labelOf(field)}
                    allowDeselect={false}
                    value={choices.overwrite[field] ?? 'if-empty'}
                    data={ways}
                    onChange={(how) =>
                      how && onChange({ ...choices, overwrite: { ...choices.overwrite, [field]: how as Overwrite } })
                    }
                  />
                ))}
              </SimpleGrid>
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
      {isOwnRegister && (
        <NumberInput
          mt="md"
          label={said.pace}
          description={said.paceText}
          min={1}
          max={100_000}
          value={choices.noticesADay ?? ''}
          onChange={(value) => onChange({ ...choices, noticesADay: typeof value === 'number' ? value : null })}
          maw={420}
        />
      )}
    </Sheet>
  )
}
