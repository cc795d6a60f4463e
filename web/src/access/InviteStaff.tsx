import { Button, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useGroupCompanies } from '../register/useGroupCompanies.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { DutiesFields, type Granting } from './DutiesFields.tsx'
import { OnceLink } from './OnceLink.tsx'
import { useAccessTexts } from './texts.ts'
import { WriteButton } from './WriteButton.tsx'

const empty = { name: '', email: '', groupCompany: null, duties: [], until: null, reason: '' }

export function InviteStaff() {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const companies = useGroupCompanies()
  const [opened, { open, close }] = useDisclosure(false)
  const [wish, setWish] = useState<Granting & { name: string; email: string; groupCompany: string | null }>(empty)
  const [link, setLink] = useState<string | null>(null)
  const invite = useDeed({
    run: () => api.post<{ link: string }>('/staff', wish),
    done: access.inviteMade,
    refreshes: [['staff']],
    then: (made) => setLink(made.link),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  const leave = () => {
    close()
    setLink(null)
    setWish(empty)
  }
  return (
    <>
      <WriteButton leftSection={<IconUserPlus size={17} aria-hidden />} onClick={open}>
        {access.invite}
      </WriteButton>
      <Dialog
        opened={opened}
        onClose={leave}
        title={access.invite}
        size="lg"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {link ? (
          <OnceLink link={link} onDone={leave} />
        ) : (
          <Form onSubmit={submit}>
            <Stack>
              <Text size="sm" c="dimmed">
                {access.inviteText}
              </Text>
              <TextInput
                label={access.name}
                required
                value={wish.name}
                onChange={(event) => setWish({ ...wish, name: event.currentTarget.value })}
                data-autofocus
              />
              <TextInput
                label={access.email}
                type="email"
                required
                value={wish.email}
                onChange={(event) => setWish({ ...wish, email: event.currentTarget.value })}
              />
              {companies.length > 1 && (
                <Select
                  label={access.groupCompany}
                  placeholder={access.everyCompany}
                  clearable
                  clearButtonProps={{ 'aria-label': access.everyCompany }}
                  value={wish.groupCompany}
                  onChange={(groupCompany) => setWish({ ...wish, groupCompany })}
                  data={companies.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
              <DutiesFields granting={wish} onChange={(part) => setWish({ ...wish, ...part })} />
              <Button type="submit" loading={invite.isPending} style={{ alignSelf: 'flex-end' }}>
                {access.invite}
              </Button>
            </Stack>
          </Form>
        )}
      </Dialog>
    </>
  )
}
