import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useAddFieldTexts } from './add-field.texts.ts'
import type { FieldForm, Named } from './contract.ts'

/** What one may choose from, each in the languages of the statement. */
export function FieldChoices({
  choices,
  languages,
  error,
  onChange,
}: {
  choices: Named[]
  languages: FieldForm['languages']
  error: string | undefined
  onChange: (choices: Named[]) => void
}) {
  const said = useAddFieldTexts()
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {said.choices}
      </Text>
      {choices.map((choice, at) => (
        <Group key={at} gap="xs" wrap="nowrap" align="flex-end">
          <SimpleGrid cols={{ base: 1, sm: languages.length }} spacing="xs" verticalSpacing="xs" flex={1}>
            {languages.map((language) => (
              <TextInput
                key={language}
                aria-label={`${said.choice(at + 1)} ${said.languages[language]}`}
                placeholder={said.languages[language]}
                miw={120}
                maxLength={200}
                required={at < 2 || Object.values(choice).some((word) => word.trim())}
                value={choice[language] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  onChange(choices.map((one, nth) => (nth === at ? { ...one, [language]: value } : one)))
                }
              />
            ))}
          </SimpleGrid>
          <ActionIcon
            variant="subtle"
            size={36}
            disabled={choices.length <= 2}
            aria-label={said.removeChoice(at + 1)}
            onClick={() => onChange(choices.filter((_, nth) => nth !== at))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {error && (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      )}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...choices, { fi: '' }])}
        >
          {said.addChoice}
        </Button>
      </Group>
    </Stack>
  )
}
