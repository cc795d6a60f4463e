import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../access/queries.ts'
import { nameOfId } from '../register/names.ts'
import { useFormat } from '../ui/format.ts'
import { draftBinQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'
import { useRestoreDraft } from './useRestoreDraft.ts'

/** Drafts that were thrown away in fourteen days, each with its way back; nothing where there is none. */
export function DeletedDrafts() {
  const said = useStatementTexts()
  const { instant } = useFormat()
  const colleagues = useQuery(colleaguesQuery).data
  const bin = useQuery(draftBinQuery).data ?? []
  const restore = useRestoreDraft()
  if (bin.length === 0) return null
  return (
    <section aria-labelledby="deleted-drafts" style={{ marginTop: 'var(--mantine-spacing-md)' }}>
      <Title order={3} id="deleted-drafts" fz="sm" c="dimmed" mb={4}>
        {said.deletedDrafts}
      </Title>
      <div className="plain-rows">
        {bin.map((draft) => {
          const name = said.draftNamed(instant(draft.changedAt))
          return (
            <Group key={draft.id} justify="space-between" wrap="nowrap">
              <div>
                <Text size="sm">{name}</Text>
                <Text size="xs" c="dimmed">
                  {`${said.discardedBy(instant(draft.binnedAt), nameOfId(draft.binnedBy, colleagues) ?? '')} · ${said.draftDaysLeft(draft.daysLeft)}`}
                </Text>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={`${said.restoreDraft}: ${name}`}
                loading={restore.isPending && restore.variables === draft.id}
                onClick={() => restore.mutate(draft.id)}
              >
                {said.restoreDraft}
              </Button>
            </Group>
          )
        })}
      </div>
    </section>
  )
}
