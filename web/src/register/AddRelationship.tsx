import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship } from './contract.ts'
import { useSourceAtFirst } from './SourceChoice.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

export function AddRelationship({
  company,
  taken,
  reason,
}: {
  company: string
  taken: Relationship[]
  reason: string | null
}) {
  const { register } = useTexts()
  const halted = useHaltedReason()
  const said = useSourceAtFirst()
  const members = useGroupCompanies()
  const free = members.filter(({ id }) => !taken.some(({ groupCompany }) => groupCompany === id))
  const add = useDeed({
    run: (groupCompany: string) => api.post(`/companies/${company}/relationships`, { groupCompany, ...said }),
    done: register.relationshipAdded,
    refreshes: [['companies']],
  })
  if (free.length === 0) return null
  if (halted ?? reason)
    return (
      <ReasonedButton variant="subtle" size="compact-sm" reason={halted ?? reason}>
        {register.addRelationship}
      </ReasonedButton>
    )
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={add.isPending}
          leftSection={<IconPlus size={15} aria-hidden />}
        >
          {register.addRelationship}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{register.groupCompany}</Menu.Label>
        {free.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => add.mutate(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
