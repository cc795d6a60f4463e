import { useHotkeys } from '@mantine/hooks'
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { ListScreen } from '../lists/ListScreen.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { useReasonToAdd } from './useReasonToAdd.ts'

export function PeopleScreen() {
  const { shell, register } = useTexts()
  const navigate = useNavigate()
  useHotkeys([['n', () => navigate({ to: to.newPerson() })]])
  const reason = useReasonToAdd('person')
  const add = (
    <>
      <WriteButton variant="subtle" reason={reason} onClick={() => navigate({ to: to.duplicates() })}>
        {shell.places.duplicates}
      </WriteButton>
      <WriteButton
        variant="default"
        reason={reason}
        leftSection={<IconFileImport size={17} aria-hidden />}
        onClick={() => navigate({ to: to.imports() })}
      >
        {shell.places.imports}
      </WriteButton>
      <WriteButton
        reason={reason}
        leftSection={<IconPlus size={17} aria-hidden />}
        onClick={() => navigate({ to: to.newPerson() })}
      >
        {shell.newPerson}
      </WriteButton>
    </>
  )
  return (
    <ListScreen
      list="people"
      title={shell.places.people}
      actions={add}
      empty={
        <Empty icon={<IconUsers size={26} />} title={register.emptyPeople} action={add}>
          {register.emptyPeopleText}
        </Empty>
      }
    />
  )
}
