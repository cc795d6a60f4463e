import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { Person } from './contract.ts'
import { Departure } from './Departure.tsx'
import { nameOfPerson } from './names.ts'

export function CompaniesOfPerson({ person }: { person: Person }) {
  const { register, ui } = useTexts()
  const { day } = useFormat()
  const all = person.affiliations ?? []
  return (
    <Sheet title={register.worksAt}>
      {all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {register.noCompaniesHere}
        </Text>
      ) : (
        <Stack gap={0} className="plain-rows">
          {all.map(({ id, company, jobRole, since, leftOn }) => (
            <Group key={id} justify="space-between" wrap="nowrap" gap="sm">
              <div>
                <Anchor component={Link} to={to.company(company.id)} fw={600} size="sm">
                  {company.name || ui.unknown}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {[jobRole, leftOn ? register.leftOn(day(leftOn)) : register.since(day(since))]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              {!leftOn && <Departure person={{ id: person.id, name: nameOfPerson(person) }} company={company.id} />}
            </Group>
          ))}
        </Stack>
      )}
    </Sheet>
  )
}
