import { useDisclosure } from '@mantine/hooks'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { DeedLink } from '../ui/DeedLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ComposeForm } from './ComposeForm.tsx'
import { mailboxesQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** Answering an enquiry from a mailbox of the register; by one's own mail program where one has none here. */
export function AnswerEnquiry({
  enquiry,
  person,
  email,
  label,
  isFirst = false,
}: {
  enquiry: string
  person: { id: string; name: string | null } | null
  email: string
  label: string
  /** It is what the enquiry waits for. */
  isFirst?: boolean
}) {
  const said = useMailTexts()
  const variant = isFirst ? 'filled' : 'default'
  const { ui } = useTexts()
  const mailboxes = useQuery({ ...mailboxesQuery, retry: false })
  const [opened, { open, close }] = useDisclosure(false)
  const isUsable = mailboxes.data?.items.some(({ isMine, state }) => isMine && state !== 'new')
  if (!person || !isUsable)
    return (
      <DeedLink variant={variant} href={`mailto:${email}`} leftSection={<IconMail size={16} aria-hidden />}>
        {label}
      </DeedLink>
    )
  return (
    <>
      <WriteButton variant={variant} leftSection={<IconMail size={16} aria-hidden />} onClick={open}>
        {label}
      </WriteButton>
      <Dialog
        opened={opened}
        onClose={close}
        size="lg"
        title={said.writeTo(person.name ?? email)}
        closeButtonProps={{ 'aria-label': ui.close }}
        closeOnClickOutside={false}
      >
        <ComposeForm
          recipients={{ to: [{ id: person.id, kind: 'person', name: person.name ?? email }], cc: [] }}
          enquiry={enquiry}
          subject={said.enquirySubject}
          onDone={close}
        />
      </Dialog>
    </>
  )
}
