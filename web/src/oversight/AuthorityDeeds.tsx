import { Group, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconFileExport, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { AuthorityRequest, Released } from './contract.ts'
import { ExtractReady } from './ExtractReady.tsx'
import { useOversightTexts } from './texts.ts'

/** S8.2: a second person decides; only then the extract goes out. Buttons that may not be pressed say why. */
export function AuthorityDeeds({
  request: { id, state, may, people = [], documentRef },
}: {
  request: AuthorityRequest
}) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const [declining, { open, close }] = useDisclosure(false)
  const [released, setReleased] = useState<Released | null>(null)
  const refreshes = [
    ['oversight', 'authorities'],
    ['oversight', 'disclosures'],
  ]
  const approve = useDeed({
    run: () => api.post(`/authority-requests/${id}/approval`, {}),
    done: said.approvedNow,
    refreshes,
  })
  const release = useDeed({
    run: () => api.post<Released>(`/authority-requests/${id}/release`, {}),
    refreshes,
    then: setReleased,
  })
  const reason = may.own ? said.ownRequest : null
  return (
    <>
      {state === 'prepared' && (
        <Stack gap="xs">
          {!may.own && people.length === 0 && (
            <Text size="sm" c="dimmed">
              {said.adminSees}
            </Text>
          )}
          <Group gap="xs">
            <WriteButton
              leftSection={<IconCheck size={16} aria-hidden />}
              reason={reason}
              loading={approve.isPending}
              onClick={() => approve.mutate()}
            >
              {said.approve}
            </WriteButton>
            <WriteButton variant="default" leftSection={<IconX size={16} aria-hidden />} reason={reason} onClick={open}>
              {said.decline}
            </WriteButton>
          </Group>
          {reason && (
            <Text size="xs" c="dimmed">
              {reason}
            </Text>
          )}
        </Stack>
      )}
      {(state === 'prepared' || state === 'approved') && (
        <Group>
          <WriteButton
            variant={may.release ? 'filled' : 'default'}
            leftSection={<IconFileExport size={16} aria-hidden />}
            reason={may.release ? null : state === 'prepared' ? said.releaseNotYet : said.privacyOnly}
            loading={release.isPending}
            onClick={() => release.mutate()}
          >
            {said.release}
          </WriteButton>
        </Group>
      )}
      <Dialog opened={declining} onClose={close} title={said.decline} closeButtonProps={{ 'aria-label': ui.close }}>
        {declining && <Decline id={id} onDone={close} />}
      </Dialog>
      <Dialog
        opened={released !== null}
        onClose={() => setReleased(null)}
        title={said.released}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {released && <ExtractReady released={released} name={documentRef} />}
      </Dialog>
    </>
  )
}

function Decline({ id, onDone }: { id: string; onDone: () => void }) {
  const said = useOversightTexts()
  const [note, setNote] = useState('')
  const decline = useDeed({
    run: () => api.post(`/authority-requests/${id}/declination`, { note }),
    done: said.declinedNow,
    refreshes: [['oversight', 'authorities']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decline.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Textarea
          label={said.declineReason}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormFoot label={said.decline} busy={decline.isPending} onCancel={onDone} color="red.9" />
      </Stack>
    </Form>
  )
}
