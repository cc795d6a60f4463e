import { Alert, Button, Group, Progress, Select, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, Problem } from '../api.ts'
import { SourceChoice, useSourceAtFirst } from '../register/SourceChoice.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { saidProblem } from '../ui/said-problem.ts'
import { latest } from '../ui/useDeed.ts'
import { BulkValue } from './BulkValue.tsx'
import type { BulkDone, BulkPreview, List, ListColumn, Wish } from './contract.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'
import type { Choosing } from './useChosen.ts'

/** One value for the rows chosen: first seen, then done, then taken back if need be. */
export function BulkEdit({
  list,
  wish,
  choosing,
  onClose,
}: {
  list: List
  wish: Wish
  choosing: Choosing
  onClose: () => void
}) {
  const everything = useTexts()
  const texts = useListTexts()
  const { number } = useCells()
  const queries = useQueryClient()
  const first = useSourceAtFirst()
  const editable = list.columns.filter(({ edit }) => edit)
  const [column, setColumn] = useState<ListColumn | undefined>(editable[0])
  const [value, setValue] = useState<string | number | boolean | null>(null)
  const [said, setSaid] = useState<typeof first | null>(null)
  const rows = choosing.all
    ? { wish: { ...(wish.filter ? { filter: wish.filter } : {}), ...(wish.q ? { q: wish.q } : {}) } }
    : { ids: [...choosing.ids] }
  const asked = { rows, column: column?.id, value, ...(column?.edit?.source ? { source: said ?? first } : {}) }
  const preview = useMutation({ mutationFn: () => api.post<BulkPreview>(`/lists/${list.name}/changes/preview`, asked) })
  const change = useMutation({
    mutationFn: () => api.post<BulkDone>(`/lists/${list.name}/changes`, asked),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lists', list.name] }),
  })
  const set = (what: () => void) => {
    what()
    preview.reset()
    change.reset()
  }
  const fault = latest(preview, change).error
  const field = fault instanceof Problem ? fault.detail.field : undefined
  const title = choosing.all ? texts.changeAllTitle : texts.changeTitle(number(choosing.ids.size))
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': everything.ui.close }}>
      {change.data ? (
        <BulkResult done={change.data} list={list} onClose={onClose} />
      ) : (
        <Stack>
          <Select
            label={texts.changeField}
            allowDeselect={false}
            data={editable.map(({ id, label }) => ({ value: id, label }))}
            value={column?.id ?? null}
            onChange={(id) =>
              set(() => {
                setColumn(editable.find((one) => one.id === id))
                setValue(null)
              })
            }
          />
          {column && (
            <BulkValue key={column.id} column={column} value={value} onChange={(next) => set(() => setValue(next))} />
          )}
          {column?.edit?.source && <SourceChoice said={said ?? first} onChange={(next) => set(() => setSaid(next))} />}
          {fault && (
            <Alert color="red" variant="light" role="alert">
              {saidProblem(fault, everything)}
              {field === 'source' && ` (${everything.register.sourceChoose})`}
            </Alert>
          )}
          {preview.data && column && <PreviewTable list={list} preview={preview.data} column={column} value={value} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {everything.ui.cancel}
            </Button>
            {preview.data && preview.data.changes > 0 ? (
              <Button loading={change.isPending} onClick={() => change.mutate()}>
                {texts.changeNow(number(preview.data.rows - preview.data.same - preview.data.refused))}
              </Button>
            ) : (
              <Button loading={preview.isPending} disabled={!column} onClick={() => preview.mutate()}>
                {texts.preview}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}

function PreviewTable({
  list,
  preview,
  column,
  value,
}: {
  list: List
  preview: BulkPreview
  column: ListColumn
  value: string | number | boolean | null
}) {
  const texts = useListTexts()
  const { ui } = useTexts()
  const { said, number } = useCells()
  const whole = { ...column, several: false }
  const parts = [
    texts.previewOf.changes(number(preview.rows - preview.same - preview.refused)),
    ...(preview.same ? [texts.previewOf.same(number(preview.same))] : []),
    ...(preview.refused ? [texts.previewOf.refused(number(preview.refused))] : []),
  ]
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {parts.join(' · ')}
      </Text>
      <Table.ScrollContainer minWidth={420} maxHeight={300} tabIndex={0}>
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{list.columns.find(({ id }) => id === list.shown[0])?.label}</Table.Th>
              <Table.Th>{texts.was}</Table.Th>
              <Table.Th>{texts.becomes}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.sample.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td fw={600}>{row.name ?? ui.unknown}</Table.Td>
                <Table.Td>{said(whole, row.before) || ui.none}</Table.Td>
                <Table.Td c={row.outcome === 'refused' ? 'red' : undefined}>
                  {row.outcome === 'refused' ? (row.said ?? row.code) : said(whole, value) || ui.none}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}

/** How far it is, what became of it, and the way back. */
export function BulkResult({ done, list, onClose }: { done: BulkDone; list: List; onClose: () => void }) {
  const everything = useTexts()
  const texts = useListTexts()
  const { number } = useCells()
  const { day } = useFormat()
  const queries = useQueryClient()
  const now = useQuery({
    queryKey: ['bulk-edits', done.id],
    queryFn: ({ signal }) => api.get<BulkDone>(`/bulk-edits/${done.id}`, signal),
    initialData: done,
    refetchInterval: ({ state }) => (['running', 'undoing'].includes(state.data?.state ?? '') ? 700 : false),
  })
  const undo = useMutation({
    mutationFn: () => api.post<BulkDone>(`/bulk-edits/${done.id}/undo`),
    onSuccess: async (back) => {
      queries.setQueryData(['bulk-edits', done.id], back)
      await queries.invalidateQueries({ queryKey: ['lists', list.name] })
    },
  })
  const { state, counts, undoUntil, reasons } = now.data
  const all = Object.values(counts).reduce((sum, many) => sum + many, 0)
  const left = state === 'running' ? (counts.waiting ?? 0) : state === 'undoing' ? (counts.changed ?? 0) : 0
  const isGoing = state === 'running' || state === 'undoing'
  return (
    <Stack>
      {isGoing && (
        <>
          <Text size="sm">{texts.changing(number(all - left), number(all))}</Text>
          <Progress value={all ? (100 * (all - left)) / all : 0} aria-label={texts.changes} />
        </>
      )}
      {!isGoing && (
        <Text size="sm" fw={600} role="status">
          {state === 'undone'
            ? texts.undone(number(counts.restored ?? 0))
            : texts.changedRows(number(counts.changed ?? 0))}
          {counts.refused ? ` · ${texts.refusedRows(number(counts.refused))}` : ''}
          {counts.kept ? ` · ${texts.undoLeft(number(counts.kept))}` : ''}
        </Text>
      )}
      {reasons.map(({ code, rows, said }) => (
        <Text key={code} size="sm" c="dimmed">
          {number(rows)} × {said ?? code}
        </Text>
      ))}
      {undo.error && (
        <Alert color="red" variant="light" role="alert">
          {saidProblem(undo.error, everything)}
        </Alert>
      )}
      {state === 'done' && (
        <Text size="xs" c="dimmed">
          {texts.undoUntil(day(undoUntil))}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        {state === 'done' && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {texts.undo}
          </Button>
        )}
        <Button onClick={onClose}>{everything.ui.done}</Button>
      </Group>
    </Stack>
  )
}
