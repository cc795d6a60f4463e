import { Anchor, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Company, Person } from './contract.ts'
import { Departure } from './Departure.tsx'
import { nameOfPerson } from './names.ts'
import { peopleQuery } from './queries.ts'
import { useReasonToAdd } from './useReasonToAdd.ts'

export function PeopleOfCompany({ company }: { company: Company }) {
  const { register } = useTexts()
  const navigate = useNavigate()
  const people = useInfiniteQuery(peopleQuery({ company: company.id }))
  return (
    <Sheet
      title={register.peopleHere}
      actions={
        <WriteButton
          reason={useReasonToAdd('person')}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => navigate({ to: to.newPerson(), search: { company: company.id } as never })}
        >
          {register.addPersonHere}
        </WriteButton>
      }
    >
      <Asked query={people}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {register.noPeopleHere}
              </Text>
            )
          return (
            <>
              <Stack gap={0} className="plain-rows">
                {all.map((person) => (
                  <Row key={person.id} person={person} company={company.id} />
                ))}
              </Stack>
              <MoreRows
                hasMore={people.hasNextPage}
                isFetching={people.isFetchingNextPage}
                more={people.fetchNextPage}
              />
            </>
          )
        }}
      </Asked>
    </Sheet>
  )
}

function Row({ person, company }: { person: Person; company: string }) {
  const { ui } = useTexts()
  const name = nameOfPerson(person) || ui.unknown
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Anchor component={Link} to={to.person(person.id)} fw={600} size="sm">
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {person.companies?.find(({ id }) => id === company)?.jobRole}
        </Text>
      </div>
      <Departure person={{ id: person.id, name }} company={company} />
    </Group>
  )
}
