import { Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileImport, IconPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useListWords } from '../ui/useListWords.ts'
import { Choose } from './CompanyFilters.tsx'
import type { Person } from './contract.ts'
import { nameInList } from './names.ts'
import { peopleQuery } from './queries.ts'
import { RecordList } from './RecordList.tsx'
import { companiesOf, NoticeState, usePersonColumns } from './useColumns.tsx'
import { useReasonToAdd } from './useReasonToAdd.ts'

const kinds = ['representative', 'private-customer', 'sole-trader']
const noticeStates = ['overdue', 'queued', 'delivered', 'not-needed']

export function PeopleScreen() {
  const { shell, register } = useTexts()
  const navigate = useNavigate()
  const columns = usePersonColumns()
  const list = useListWords(
    'people',
    columns.filter(({ shown }) => shown).map(({ id }) => id),
  )
  const { columns: _, ...asked } = list.words
  const people = useInfiniteQuery(peopleQuery(asked))
  useHotkeys([['n', () => navigate({ to: to.newPerson() })]])
  const reason = useReasonToAdd('person')
  const add = (
    <>
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
    <>
      <PageHead title={shell.places.people} actions={add} />
      <RecordList
        label={shell.places.people}
        list={list}
        query={people}
        columns={columns}
        open={({ id }) => to.person(id)}
        filtered={['kind', 'noticeState', 'company']}
        card={(row) => <PersonCard row={row} />}
        filters={
          <>
            <Choose
              label={register.kind}
              value={list.words.kind}
              onChange={(kind) => list.change({ kind })}
              choices={kinds.map((value) => ({ value, label: register.kinds[value] ?? value }))}
            />
            <Choose
              label={register.noticeState}
              value={list.words.noticeState}
              onChange={(noticeState) => list.change({ noticeState })}
              choices={noticeStates.map((value) => ({ value, label: register.noticeStates[value] ?? value }))}
            />
          </>
        }
        empty={
          <Empty icon={<IconUsers size={26} />} title={register.emptyPeople} action={add}>
            {register.emptyPeopleText}
          </Empty>
        }
      />
    </>
  )
}

function PersonCard({ row }: { row: Person }) {
  const { ui } = useTexts()
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} size="sm" truncate>
          {nameInList(row) || ui.unknown}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {companiesOf(row)}
        </Text>
      </div>
      <NoticeState row={row} />
    </Group>
  )
}
