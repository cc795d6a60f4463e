import { Radio, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import type { RightsRequest } from './contract.ts'
import { packageQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

/** Art. 12(3)–(4): carry it out, in whole or in part, or refuse on a ground of the closed list. */
export function DecideModal({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const isPortability = request.kind === 'portability'
  const portable = useQuery({ ...packageQuery(request.id), enabled: isPortability }).data?.portable
  const [chosen, setChosen] = useState<string | null>(null)
  const [ground, setGround] = useState<string | null>(null)
  const grant = useStep(request, 'grant', said.decided, onClose)
  const refuse = useStep(request, 'refusal', said.decided, onClose)
  const isRefused = (chosen ?? (portable === false ? 'refuse' : 'grant')) === 'refuse'
  const answer = chosen ?? (portable === false ? 'refuse' : 'grant')
  const why = ground ?? (portable === false ? 'not-provided-or-no-consent-or-contract' : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isRefused) grant.mutate({ partly: answer === 'partly' })
    else if (why) refuse.mutate({ ground: why })
  }
  return (
    <Dialog opened onClose={onClose} title={said.decide} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {portable === false && <Text size="sm">{said.notPortable}</Text>}
          <Radio.Group label={said.decide} value={answer} onChange={setChosen}>
            <Stack gap={6} mt={6}>
              {(['grant', 'partly', 'refuse'] as const).map((value) => (
                <Radio key={value} value={value} label={said[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {isRefused && (
            <Select
              label={said.ground}
              required
              value={why}
              data={Object.entries(said.grounds).map(([value, label]) => ({ value, label }))}
              onChange={setGround}
            />
          )}
          <FormFoot label={said.decide} busy={grant.isPending || refuse.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
