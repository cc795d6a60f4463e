import { Alert, Button, Stack, Table } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import type { Kept } from '../contract.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import type { Field } from './contract.ts'
import { useValued } from './values.tsx'

/** Somebody saved first: what the register holds now beside what was typed here. Nothing typed is lost. */
export function StaleNote({
  fields,
  stale,
  typed,
  take,
}: {
  fields: Field[]
  stale: Kept
  typed: Record<string, unknown>
  take: (field: string, value: unknown) => void
}) {
  const { register } = useTexts()
  const say = useSay()
  const valued = useValued()
  const plainly = (field: Field, value: unknown) =>
    valued(field, value)
      .map(({ plain }) => plain)
      .join(', ') || '–'
  const differing = fields.filter((field) => plainly(field, stale.values[field.id]) !== plainly(field, typed[field.id]))
  return (
    <Alert
      color="yellow"
      role="alert"
      tabIndex={-1}
      ref={(note) => note?.scrollIntoView({ block: 'center' })}
      icon={<IconUsersGroup />}
      title={register.stale}
    >
      <Stack gap="xs">
        {differing.length > 0 ? register.staleText : register.staleNothing}
        {differing.length > 0 && (
          <Table.ScrollContainer minWidth={420}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Td />
                  <Table.Th>{register.staleNow}</Table.Th>
                  <Table.Th>{register.staleYours}</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {differing.map((field) => (
                  <Table.Tr key={field.id}>
                    <Table.Th scope="row">{say(field.label)}</Table.Th>
                    <Table.Td>{plainly(field, stale.values[field.id])}</Table.Td>
                    <Table.Td>{plainly(field, typed[field.id])}</Table.Td>
                    <Table.Td>
                      <Button
                        size="compact-xs"
                        variant="default"
                        onClick={() => take(field.id, stale.values[field.id] ?? null)}
                      >
                        {register.takeTheirs}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </Alert>
  )
}
