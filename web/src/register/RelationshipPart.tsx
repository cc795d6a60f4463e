import { Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../access/queries.ts'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import type { Kept } from '../contract.ts'
import { useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship } from './contract.ts'
import { EndRelationship } from './EndRelationship.tsx'
import { nameOfId } from './names.ts'
import { PaymentTerms } from './PaymentTerms.tsx'
import { reasonToKeep } from './reason-to-keep.ts'
import { useSourceAtFirst } from './SourceChoice.tsx'
import { toneOfRelationship } from './tones.ts'
import { useGroupCompanies } from './useGroupCompanies.ts'

const moves = ['customership', 'activity', 'dormancy'] as const

/** One tie between the customer and a company of the group: its state, owner and terms. */
export function RelationshipPart({ relationship, record }: { relationship: Relationship; record: Kept }) {
  const texts = useTexts()
  const { register, ui } = texts
  const { day } = useFormat()
  const colleagues = useQuery(colleaguesQuery).data ?? []
  const group = useGroupCompanies()
  const said = useSourceAtFirst()
  const refreshes = [['companies'], ['people'], ['relationships']]
  const { id, revision, state, owner, startedAt, groupCompany, events = [] } = relationship
  const own = useDeed({
    run: (who: string | null) => api.patch(`/relationships/${id}`, { owner: who }, revision),
    done: ui.saved,
    refreshes,
  })
  const move = useDeed({
    run: (event: string) => api.post(`/relationships/${id}/${event}`, {}),
    done: ui.saved,
    refreshes,
  })
  const reopen = useDeed({
    run: () => api.post(`/relationships/${id}/reopening`, said),
    done: register.reopened,
    refreshes,
  })
  const isOpen = events.includes('ending')
  const why = useHaltedReason() ?? reasonToKeep(record, texts)

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text size="sm" fw={620}>
            {nameOfId(groupCompany, group)}
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {register.since(day(startedAt))}
          </Text>
        </div>
        <StateBadge said={register.states[state] ?? state} tone={toneOfRelationship(state)} />
      </Group>
      <Select
        size="sm"
        label={register.owner}
        placeholder={register.noOwner}
        value={owner}
        clearable
        searchable
        disabled={!isOpen || own.isPending || why !== null}
        description={why}
        data={colleagues.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(chosen) => own.mutate(chosen)}
        clearButtonProps={{ 'aria-label': register.noOwner }}
      />
      <PaymentTerms relationship={relationship} record={record} />
      <Group justify="flex-end" gap="xs">
        {moves
          .filter((event) => events.includes(event))
          .map((event) => (
            <WriteButton
              key={event}
              size="compact-sm"
              variant="default"
              reason={why}
              loading={move.isPending && move.variables === event}
              onClick={() => move.mutate(event)}
            >
              {register.moves[event]}
            </WriteButton>
          ))}
        {events.includes('reopening') && (
          <WriteButton
            size="compact-sm"
            variant="default"
            reason={why}
            loading={reopen.isPending}
            onClick={() => reopen.mutate()}
          >
            {register.reopen}
          </WriteButton>
        )}
        {isOpen && <EndRelationship relationship={relationship} reason={why} />}
      </Group>
    </Stack>
  )
}
