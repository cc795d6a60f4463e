import { Stack, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { BulkResult } from './BulkEdit.tsx'
import type { BulkDone, List } from './contract.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'

type Listed = BulkDone & { column: string; at: string; value: string | number | boolean | null }

/** One's own bulk edits of the last 14 days, each with its way back. */
export function BulkEdits({ list, onClose }: { list: List; onClose: () => void }) {
  const { ui } = useTexts()
  const texts = useListTexts()
  const { said, number } = useCells()
  const { instant } = useFormat()
  const [open, setOpen] = useState<Listed | null>(null)
  const edits = useQuery({
    queryKey: ['bulk-edits', 'of', list.name],
    queryFn: async ({ signal }) => (await api.get<{ items: Listed[] }>(`/bulk-edits?list=${list.name}`, signal)).items,
  })
  const columnOf = (id: string) => list.columns.find((column) => column.id === id)
  return (
    <Dialog opened onClose={onClose} title={texts.changes} closeButtonProps={{ 'aria-label': ui.close }}>
      {open ? (
        <BulkResult done={open} list={list} onClose={onClose} />
      ) : (
        <Asked query={edits}>
          {(found) =>
            found.length === 0 ? (
              <Text size="sm" c="dimmed">
                {texts.changesEmpty}
              </Text>
            ) : (
              <Stack gap={4}>
                {found.map((edit) => {
                  const column = columnOf(edit.column)
                  const value = column ? said({ ...column, several: false }, edit.value) : ''
                  const rows = Object.values(edit.counts).reduce((sum, many) => sum + many, 0)
                  return (
                    <UnstyledButton key={edit.id} className="row-card bulk-edit" onClick={() => setOpen(edit)}>
                      <Text size="sm" fw={600}>
                        {column?.label ?? edit.column}: {value || ui.empty}
                      </Text>
                      <Text size="xs" c="dimmed" className="figures">
                        {[instant(edit.at), texts.rowsInGroup(number(rows)), texts.states[edit.state]].join(' · ')}
                      </Text>
                    </UnstyledButton>
                  )
                })}
              </Stack>
            )
          }
        </Asked>
      )}
    </Dialog>
  )
}
