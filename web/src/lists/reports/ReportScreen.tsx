import '../lists.css'
import { Button, Group, Menu, Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import type { SearchWords } from '../../search-words.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { missingIn, wishOf } from '../address.ts'
import type { Filter, List, SavedView } from '../contract.ts'
import { listQuery, listsQuery, viewsQuery } from '../queries.ts'
import { SaveView } from '../SaveView.tsx'
import { useListTexts } from '../texts.ts'
import { ReportBuilder } from './ReportBuilder.tsx'
import { type KeptReport, ReportView } from './ReportView.tsx'
import { useReportTexts } from './texts.ts'

/** One report: made, looked at, kept and shared. */
export function ReportScreen() {
  const { report: id } = useParams({ strict: false }) as { report: string }
  const words = useSearch({ strict: false }) as SearchWords
  const reports = useQuery(viewsQuery<KeptReport>({ kind: 'report' }))
  const lists = useQuery(listsQuery)
  if (reports.isPending) return <Asked query={lists}>{() => null}</Asked>
  const held = reports.data?.find((one) => one.id === id)
  return (
    <Asked query={lists}>
      {(known) => (
        <OneReport
          key={id}
          held={held}
          known={known}
          first={words.list ?? known[0]?.name ?? 'companies'}
          filter={wishOf(words).filter}
        />
      )}
    </Asked>
  )
}

function OneReport({
  held,
  known,
  first,
  filter,
}: {
  held: SavedView<KeptReport> | undefined
  known: { name: string; title: string }[]
  first: string
  filter: Filter | undefined
}) {
  const texts = useReportTexts()
  const [name, setName] = useState(held?.list ?? first)
  const list = useQuery(listQuery(name))
  return (
    <>
      <PageHead title={held?.name ?? texts.add} crumbs={[{ to: to.reports(), label: texts.title }]} />
      {!held && (
        <Select
          label={texts.list}
          allowDeselect={false}
          maw={320}
          mb="md"
          data={known.map((one) => ({ value: one.name, label: one.title }))}
          value={name}
          onChange={(next) => next && setName(next)}
        />
      )}
      <Asked query={list}>
        {(found) => <Made key={name} list={found} held={held} filter={name === first ? filter : undefined} />}
      </Asked>
    </>
  )
}

function Made({
  list,
  held,
  filter,
}: {
  list: List
  held: SavedView<KeptReport> | undefined
  filter: Filter | undefined
}) {
  const texts = useReportTexts()
  const lists = useListTexts()
  const navigate = useNavigate()
  const [wish, setWish] = useState<KeptReport>(held?.wish ?? { ...firstOf(list), ...(filter ? { filter } : {}) })
  const [saving, setSaving] = useState(false)
  const gone = missingIn({ group: wish.groups[0], filter: wish.filter } as never, list)
  const place = useDeed<boolean>({
    run: (on) => api.put(`/views/${held?.id}/place`, { place: 'dashboard', on }),
    refreshes: [['views']],
  })
  const remove = useDeed({
    run: () => api.delete(`/views/${held?.id}`),
    refreshes: [['views']],
    done: texts.removed,
    binned: `view/${held?.id}`,
    then: () => navigate({ to: to.reports() }),
  })
  const isOn = held?.places.includes('dashboard') ?? false
  const isOwnChange = held?.isMine && JSON.stringify(held.wish) !== JSON.stringify(wish)
  return (
    <>
      <Sheet mb="md">
        <ReportBuilder list={list} wish={wish} onChange={setWish} />
        <Group mt="md" gap="xs">
          <Button onClick={() => setSaving(true)} variant={held && !isOwnChange ? 'default' : 'filled'}>
            {held?.isMine ? lists.saveChanges : texts.save}
          </Button>
          {held && (
            <Button variant="default" loading={place.isPending} onClick={() => place.mutate(!isOn)}>
              {isOn ? texts.offDashboard : texts.dashboard}
            </Button>
          )}
          {held?.isMine && (
            <Menu shadow="md">
              <Menu.Target>
                <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={15} aria-hidden />}>
                  {lists.more}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item color="red" onClick={() => remove.mutate()}>
                  {texts.remove}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Sheet>
      <Sheet>
        {gone.length > 0 ? (
          lists.stale(gone.join(', '))
        ) : (
          <ReportView list={list} wish={wish} name={held?.name ?? list.title} />
        )}
      </Sheet>
      {saving && (
        <SaveView
          path={held?.isMine ? `/views/${held.id}` : `/lists/${list.name}/views`}
          held={held?.isMine ? held : null}
          kind="report"
          wish={wish}
          onClose={() => setSaving(false)}
          onSaved={({ id }) => {
            setSaving(false)
            navigate({ to: to.report(id) })
          }}
        />
      )}
    </>
  )
}

/** Something to look at from the start: rows by the first thing they can be grouped by. */
function firstOf({ columns }: List): KeptReport {
  const column =
    columns.find(({ groupable, type }) => groupable && type !== 'instant') ?? columns.find(({ groupable }) => groupable)
  const by = column && ['day', 'instant'].includes(column.type) ? { by: 'month' as const } : {}
  return { groups: column ? [{ column: column.id, ...by }] : [], measures: [{ of: 'count' }], chart: 'bar' }
}
