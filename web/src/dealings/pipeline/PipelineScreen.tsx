import { ActionIcon, Group, Menu, SegmentedControl, Select, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import {
  IconAdjustments,
  IconDots,
  IconFileImport,
  IconLayoutKanban,
  IconPlus,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { colleaguesQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { Problem } from '../../api.ts'
import { useNewAsked } from '../../new-asked.ts'
import { useGroupCompanies } from '../../register/useGroupCompanies.ts'
import type { SearchWords } from '../../search-words.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked, Failed } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { nameIn } from '../products/units.ts'
import { Board } from './Board.tsx'
import type { Board as BoardSeen } from './contract.ts'
import { Forecast } from './Forecast.tsx'
import { NewOpportunity } from './NewOpportunity.tsx'
import { OpportunityPanel } from './OpportunityPanel.tsx'
import { PipelineForm } from './PipelineForm.tsx'
import { boardQuery } from './queries.ts'
import { RetiredPipelines } from './RetiredPipelines.tsx'
import { usePipelineTexts } from './texts.ts'
import { useEuros } from './useEuros.ts'
import './pipeline.css'

/** S5.9: what may become a sale, as a board and as a forecast. */
export function PipelineScreen() {
  const said = usePipelineTexts()
  const { shell } = useTexts()
  const navigate = useNavigate()
  const words = useSearch({ strict: false }) as SearchWords
  const whose = {
    pipeline: words.pipeline,
    owner: words.owner,
    groupCompany: words.company,
  }
  const board = useQuery(boardQuery(whose))
  const [form, setForm] = useState<'opportunity' | 'pipeline' | 'new-pipeline' | 'retired' | null>(null)
  const change = (changed: SearchWords, how: { replace?: boolean; ignoreBlocker?: boolean } = {}) =>
    navigate({ to: '.', search: (before: SearchWords) => ({ ...before, ...changed }) as never, replace: true, ...how })
  const mayWrite = board.data?.mayWrite ?? false
  useHotkeys([['n', () => mayWrite && setForm('opportunity')]])
  useNewAsked(() => setForm('opportunity'), mayWrite)
  if (board.error instanceof Problem && board.error.status === 403) return <Failed fault={board.error} />
  const retired = board.data?.pipelines.filter(({ retiredAt }) => retiredAt) ?? []
  const forecast = words.view === 'forecast'
  const add = (
    <WriteButton
      reason={mayWrite || !board.data ? null : said.notYours}
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => setForm('opportunity')}
    >
      {said.add}
    </WriteButton>
  )
  return (
    <>
      <PageHead
        title={said.title}
        under={board.data && <Totals board={board.data} />}
        actions={
          <>
            {add}
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={said.more}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {mayWrite && (
                  <>
                    <Menu.Item
                      leftSection={<IconAdjustments size={16} aria-hidden />}
                      onClick={() => setForm('pipeline')}
                    >
                      {said.editPipeline}
                    </Menu.Item>
                    <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setForm('new-pipeline')}>
                      {said.newPipeline}
                    </Menu.Item>
                    {retired.length > 0 && (
                      <Menu.Item leftSection={<IconRestore size={16} aria-hidden />} onClick={() => setForm('retired')}>
                        {said.retiredPipelines}
                      </Menu.Item>
                    )}
                    <Menu.Item
                      leftSection={<IconFileImport size={16} aria-hidden />}
                      onClick={() => navigate({ to: to.imports(), search: { kind: 'opportunities' } as never })}
                    >
                      {shell.places.imports}
                    </Menu.Item>
                  </>
                )}
                <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => navigate({ to: to.bin() })}>
                  {said.bin}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <Filters board={board.data} words={words} change={change} />
      <Asked query={board}>
        {(seen) =>
          forecast ? (
            <Forecast whose={{ ...whose, pipeline: seen.pipeline }} />
          ) : (
            <>
              {seen.columns.every(({ count }) => count === 0) && (
                <Empty icon={<IconLayoutKanban size={26} />} title={said.emptyTitle}>
                  {said.emptyText}
                </Empty>
              )}
              <Board board={seen} whose={whose} open={({ id }) => change({ open: id }, { replace: false })} />
            </>
          )
        }
      </Asked>
      {words.open && (
        // The window itself has asked.
        <OpportunityPanel id={words.open} onClose={() => change({ open: undefined }, { ignoreBlocker: true })} />
      )}
      {form === 'opportunity' && board.data && (
        <NewOpportunity pipeline={board.data.pipeline} onClose={() => setForm(null)} />
      )}
      {form === 'retired' && (
        <RetiredPipelines
          pipelines={retired}
          onReturned={(pipeline) => change({ pipeline })}
          onClose={() => setForm(null)}
        />
      )}
      {(form === 'pipeline' || form === 'new-pipeline') && board.data && (
        <PipelineForm
          pipeline={
            form === 'pipeline' ? (board.data.pipelines.find(({ id }) => id === board.data?.pipeline) ?? null) : null
          }
          onClose={() => setForm(null)}
        />
      )}
    </>
  )
}

function Totals({ board }: { board: BoardSeen }) {
  const said = usePipelineTexts()
  const euros = useEuros()
  const open = board.columns.filter(({ kind }) => kind === 'open')
  const sum = (part: 'valueCents' | 'weightedCents') => open.reduce((all, column) => all + column[part], 0)
  return (
    <Text component="span" size="sm" className="figures">
      {said.total} {euros(sum('valueCents'))} · {said.weightedTotal.toLowerCase()} {euros(sum('weightedCents'))}
    </Text>
  )
}

function Filters({
  board,
  words,
  change,
}: {
  board: BoardSeen | undefined
  words: SearchWords
  change: (changed: SearchWords) => void
}) {
  const said = usePipelineTexts()
  const { language } = useSpeech()
  const navigate = useNavigate()
  const sellers = useGroupCompanies()
  const staff = useQuery(colleaguesQuery).data ?? []
  const pipelines = board?.pipelines.filter(({ id, retiredAt }) => !retiredAt || id === board.pipeline) ?? []
  return (
    <Group gap="sm" mb="md">
      <SegmentedControl
        aria-label={said.title}
        size="xs"
        value={words.view === 'forecast' ? 'forecast' : 'board'}
        data={[
          { value: 'board', label: said.board },
          { value: 'list', label: said.list },
          { value: 'forecast', label: said.forecast },
        ]}
        onChange={(view) =>
          view === 'list'
            ? navigate({ to: to.opportunities() })
            : change({ view: view === 'forecast' ? view : undefined })
        }
      />
      <Select
        aria-label={said.owners}
        size="xs"
        w={170}
        allowDeselect={false}
        data={[
          { value: 'all', label: said.everyone },
          { value: 'me', label: said.mine },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={words.owner ?? 'all'}
        onChange={(owner) => change({ owner: owner && owner !== 'all' ? owner : undefined })}
      />
      {pipelines.length > 1 && (
        <Select
          aria-label={said.pipeline}
          size="xs"
          w={{ base: 165, sm: 190 }}
          allowDeselect={false}
          data={pipelines.map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
          value={board?.pipeline ?? null}
          onChange={(pipeline) => change({ pipeline: pipeline ?? undefined })}
        />
      )}
      {sellers.length > 1 && (
        <Select
          aria-label={said.seller}
          size="xs"
          w={{ base: 165, sm: 190 }}
          clearable
          placeholder={said.everySeller}
          data={sellers.map(({ id, name }) => ({ value: id, label: name }))}
          value={words.company ?? null}
          onChange={(company) => change({ company: company ?? undefined })}
        />
      )}
    </Group>
  )
}
