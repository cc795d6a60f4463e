import { useHotkeys } from '@mantine/hooks'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { ListScreen } from '../lists/ListScreen.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { useReasonToAdd } from './useReasonToAdd.ts'

export function CompaniesScreen() {
  const { shell, register } = useTexts()
  const navigate = useNavigate()
  useHotkeys([['n', () => navigate({ to: to.newCompany() })]])
  const add = (
    <WriteButton
      reason={useReasonToAdd('organisation')}
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => navigate({ to: to.newCompany() })}
    >
      {shell.newCompany}
    </WriteButton>
  )
  return (
    <ListScreen
      list="companies"
      title={shell.places.companies}
      actions={add}
      empty={
        <Empty icon={<IconBuilding size={26} />} title={register.emptyCompanies} action={add}>
          {register.emptyCompaniesText}
        </Empty>
      }
    />
  )
}
