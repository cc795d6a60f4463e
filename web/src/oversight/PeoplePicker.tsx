import { CloseButton, Input, Pill, Stack, Text } from '@mantine/core'
import { RecordFinder } from '../register/RecordFinder.tsx'
import { useOversightTexts } from './texts.ts'

export interface Chosen {
  id: string
  name: string
}

/** Choosing several people of the register, each by a part of the name. */
export function PeoplePicker({
  label,
  people,
  onChange,
}: {
  label: string
  people: Chosen[]
  onChange: (people: Chosen[]) => void
}) {
  const said = useOversightTexts()
  return (
    <Input.Wrapper label={label} withAsterisk labelElement="div">
      <Stack gap="xs" mt={4}>
        {people.length > 0 && (
          <Pill.Group>
            {people.map(({ id, name }) => (
              <Pill key={id} size="md" component="div">
                <Text component="span" size="sm">
                  {name}
                </Text>
                <CloseButton
                  size="xs"
                  aria-label={said.removePerson(name)}
                  onClick={() => onChange(people.filter((one) => one.id !== id))}
                />
              </Pill>
            ))}
          </Pill.Group>
        )}
        <RecordFinder
          label={said.addPerson}
          kinds={['person']}
          onChoose={({ id, title }) =>
            onChange(people.some((one) => one.id === id) ? people : [...people, { id, name: title ?? '' }])
          }
        />
      </Stack>
    </Input.Wrapper>
  )
}
