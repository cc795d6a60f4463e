import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { useDeed } from '../ui/useDeed.ts'
import { ActivityForm } from './ActivityForm.tsx'
import type { Activity, Note, Party } from './contract.ts'
import { NoteForm } from './NoteForm.tsx'
import { activityQuery, noteQuery } from './queries.ts'
import { useRemembered } from './remember-opened.ts'
import { useWorkTexts } from './texts.ts'

/** A note or an activity opened from the timeline: read whole, corrected, deleted by whoever wrote it. */
export function OpenItem({
  part,
  id,
  party,
  onClose,
}: {
  part: string
  id: string
  party: Party
  onClose: () => void
}) {
  useRemembered(part, id)
  return part === 'note' ? (
    <OpenNote id={id} party={party} onClose={onClose} />
  ) : (
    <OpenActivity id={id} party={party} onClose={onClose} />
  )
}

function OpenNote({ id, party, onClose }: { id: string; party: Party; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const { instant } = useFormat()
  const note = useQuery(noteQuery(id))
  const [isEdited, setEdited] = useState(false)
  if (isEdited && note.data) return <NoteForm party={party} note={note.data} onClose={onClose} />
  return (
    <Dialog opened onClose={onClose} size="lg" title={said.noteText} closeButtonProps={{ 'aria-label': ui.close }}>
      <Asked query={note}>
        {(one: Note) => (
          <Stack>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {one.text}
            </Text>
            <Text size="xs" c="dimmed" className="figures">
              {[one.byName, instant(one.at)].filter(Boolean).join(' · ')}
            </Text>
            {one.isOwn && (
              <OwnDeeds
                path={`/notes/${id}`}
                editSaid={said.editNote}
                deleteSaid={said.deleteNote}
                done={said.noteDeleted}
                onEdit={() => setEdited(true)}
                onClose={onClose}
              />
            )}
          </Stack>
        )}
      </Asked>
    </Dialog>
  )
}

function OpenActivity({ id, party, onClose }: { id: string; party: Party; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const { instant } = useFormat()
  const activity = useQuery(activityQuery(id))
  const [isEdited, setEdited] = useState(false)
  const one = activity.data
  const settle = useDeed({
    run: (state: 'done' | 'cancelled') => api.patch(`/activities/${id}`, { state }, one?.revision ?? 0),
    done: said.activitySaved,
    refreshes: [['work']],
    then: onClose,
  })
  if (isEdited && one) return <ActivityForm party={party} activity={one} onClose={onClose} />
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={one ? said.activityKinds[one.kind] : said.activityKinds.meeting}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Asked query={activity}>
        {(found: Activity) => (
          <Stack>
            <Text fw={600}>{found.title}</Text>
            <Text size="sm" c="dimmed" className="figures">
              {[instant(found.at), found.minutes !== null && `${found.minutes} min`].filter(Boolean).join(' · ')}
            </Text>
            {(found.staff.length > 0 || found.people.length > 0) && (
              <Text size="sm">
                {[...found.staff, ...found.people]
                  .map(({ name }) => name)
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            )}
            {found.text && (
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {found.text}
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              {found.isOwn && (
                <DeleteButton
                  path={`/activities/${id}`}
                  said={said.deleteIt}
                  done={said.activityDeleted}
                  onClose={onClose}
                />
              )}
              {found.state === 'planned' && (
                <>
                  <WriteButton variant="default" loading={settle.isPending} onClick={() => settle.mutate('cancelled')}>
                    {said.cancelIt}
                  </WriteButton>
                  <WriteButton loading={settle.isPending} onClick={() => settle.mutate('done')}>
                    {said.markDone}
                  </WriteButton>
                </>
              )}
              <WriteButton
                variant="light"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setEdited(true)}
              >
                {said.editActivity}
              </WriteButton>
            </Group>
          </Stack>
        )}
      </Asked>
    </Dialog>
  )
}

function OwnDeeds({
  path,
  editSaid,
  deleteSaid,
  done,
  onEdit,
  onClose,
}: {
  path: string
  editSaid: string
  deleteSaid: string
  done: string
  onEdit: () => void
  onClose: () => void
}) {
  return (
    <Group justify="flex-end" gap="xs">
      <DeleteButton path={path} said={deleteSaid} done={done} onClose={onClose} />
      <WriteButton leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {editSaid}
      </WriteButton>
    </Group>
  )
}

function DeleteButton({
  path,
  said,
  done,
  onClose,
}: {
  path: string
  said: string
  done: string
  onClose: () => void
}) {
  const queries = useQueryClient()
  const remove = useDeed({
    run: () => api.delete(path),
    done,
    binned: binnedBy(path),
    refreshes: [],
    then: () => {
      onClose()
      // All but what was deleted itself: it is there no more.
      const [, , id = ''] = path.split('/')
      void queries.invalidateQueries({ queryKey: ['work'], predicate: ({ queryKey }) => !queryKey.includes(id) })
    },
  })
  return (
    <Button
      variant="subtle"
      color="red"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.isPending}
      onClick={() => remove.mutate()}
    >
      {said}
    </Button>
  )
}

// `/notes/0192…` lies in the bin as `note/0192…`.
function binnedBy(path: string) {
  const [, kinds = '', id = ''] = path.split('/')
  return `${kinds === 'activities' ? 'activity' : kinds.replace(/s$/, '')}/${id}`
}
