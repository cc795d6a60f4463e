import { Button, Divider, Group, Radio, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { RecordFinder } from '../register/RecordFinder.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { LetterDraft, RightsRequest } from './contract.ts'
import { requestQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

const methods = ['known-address', 'call-back', 'visit', 'my-page', 'mandate']

/** S12.5: whose data it is, and by which lightest means that was confirmed. */
export function IdentifyModal({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const [person, setPerson] = useState(request.person)
  const [method, setMethod] = useState<string | null>(null)
  const prove = useStep(request, 'identity-proof', said.provenNow, onClose)
  const fail = useStep(request, 'identity-failure', said.decided, onClose)
  const isShared = request.doubt === 'shared-mailbox'
  return (
    <Dialog opened onClose={onClose} title={said.identity} size="lg" closeButtonProps={{ 'aria-label': ui.close }}>
      <Stack>
        <Text size="sm">{said.identityText}</Text>
        {isShared && (
          <Text size="sm" fw={500}>
            {said.sharedNote}
          </Text>
        )}
        {request.holders.length > 0 && (
          <Radio.Group
            label={said.holders}
            value={person?.id ?? ''}
            onChange={(id) => setPerson(request.holders.find((one) => one.id === id) ?? null)}
          >
            <Stack gap={6} mt={6}>
              {request.holders.map((one) => (
                <Radio key={one.id} value={one.id} label={one.name} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <div>
          <Text size="sm" fw={500}>
            {said.whose}
          </Text>
          {person && <Text size="sm">{person.name}</Text>}
          <RecordFinder
            label={said.whose}
            kinds={['person']}
            onChoose={(found) => setPerson({ id: found.id, name: found.title })}
          />
        </div>
        <Select
          label={said.how}
          value={method}
          data={methods
            .filter((one) => !(isShared && one === 'known-address'))
            .map((value) => ({ value, label: said.methods[value] ?? value }))}
          onChange={setMethod}
        />
        <Group justify="flex-end">
          <Button
            disabled={!person || !method}
            loading={prove.isPending}
            onClick={() => prove.mutate({ person: person?.id, method })}
          >
            {said.proven}
          </Button>
        </Group>
        <Divider />
        <AskByMail request={request} personId={person?.id} onClose={onClose} />
        {request.events.includes('identity-failure') && (
          <Button variant="default" loading={fail.isPending} onClick={() => fail.mutate({})}>
            {said.cannot}
          </Button>
        )}
      </Stack>
    </Dialog>
  )
}

/** Art. 12(6): a reason for the doubt, and one link to the address on file. The clock stands still meanwhile. */
function AskByMail({
  request,
  personId,
  onClose,
}: {
  request: RightsRequest
  personId: string | undefined
  onClose: () => void
}) {
  const said = useRightsTexts()
  const [doubt, setDoubt] = useState(request.doubt ?? 'unknown-sender')
  const fresh = useQuery({ ...requestQuery(request.id), enabled: false })
  const ask = useDeed({
    run: async () => {
      const asked = await api.post<RightsRequest>(
        `/requests/${request.id}/identity-question`,
        { doubt, ...(personId ? { person: personId } : {}) },
        request.revision,
      )
      const draft = await api.get<LetterDraft>(`/requests/${request.id}/draft?kind=identity-question`)
      await api.post(
        `/requests/${request.id}/letters`,
        { kind: draft.kind, subject: draft.subject, body: draft.body, way: 'email' },
        asked.revision,
      )
      await fresh.refetch()
    },
    done: said.askedNow,
    refreshes: [['requests']],
    then: onClose,
  })
  if (!request.events.includes('identity-question')) return null
  return (
    <Group align="flex-end">
      <Select
        style={{ flex: 1 }}
        label={said.why}
        allowDeselect={false}
        value={doubt}
        data={Object.entries(said.doubts).map(([value, label]) => ({ value, label }))}
        onChange={(one) => setDoubt(one ?? doubt)}
      />
      <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        {said.askByMail}
      </Button>
    </Group>
  )
}
