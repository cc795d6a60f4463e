import { Alert } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { recipientsQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

/** S9.6: mail that may not leave waits in the queue, and whoever keeps the register is told wherever they are. */
export function MailAlarm() {
  const said = useOversightTexts()
  const mail = useQuery({ ...recipientsQuery, staleTime: 60_000 }).data?.mail
  if (!mail?.verdict || mail.verdict.allowed) return null
  const { clause } = mail.verdict
  return (
    <Alert role="alert" color="red" mb="lg" icon={<IconMailOff />} title={said.mailRefused}>
      {said.mailBy(mail.host)} {clause && `${said.clause(clause)}.`} {said.mailRefusedText}
    </Alert>
  )
}
