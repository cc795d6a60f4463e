import { ActionIcon, Anchor, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { colleaguesQuery } from '../access/queries.ts'
import { api } from '../api.ts'
import { nameOfId } from '../register/names.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { tellUndoable } from '../ui/undo.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Draft } from './contract.ts'
import { DeletedDrafts } from './DeletedDrafts.tsx'
import { draftsQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'
import { useRestoreDraft } from './useRestoreDraft.ts'

/** Statements in the making. */
export function DraftList() {
  const said = useStatementTexts()
  const drafts = useQuery(draftsQuery)
  return (
    <Sheet title={said.drafts}>
      <Asked query={drafts}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm" c="dimmed">
              {said.noDrafts}
            </Text>
          ) : (
            <div className="plain-rows">
              {all.map((draft) => (
                <Row key={draft.id} draft={draft} />
              ))}
            </div>
          )
        }
      </Asked>
      <DeletedDrafts />
    </Sheet>
  )
}

function Row({ draft }: { draft: Draft }) {
  const said = useStatementTexts()
  const { instant } = useFormat()
  const colleagues = useQuery(colleaguesQuery).data
  const restore = useRestoreDraft()
  const discard = useDeed({
    run: () => api.delete(`/statement/drafts/${draft.id}`),
    refreshes: [
      ['statement', 'drafts'],
      ['statement', 'draft-bin'],
    ],
    then: () => tellUndoable(said.discarded, said.undoDiscard, () => restore.mutate(draft.id)),
  })
  const when = instant(draft.changedAt)
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Anchor component={Link} to={to.draft(draft.id)} fw={600} size="sm">
          {said.draftNamed(when)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {[nameOfId(draft.changedBy, colleagues), draft.origin && said.fromProse].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={`${said.discard}: ${when}`}
        loading={discard.isPending}
        onClick={() => discard.mutate()}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
