import { Alert, Fieldset, PasswordInput, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../access/queries.ts'
import { api, Problem } from '../api.ts'
import { useGroupCompanies } from '../register/useGroupCompanies.ts'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Mailbox } from './contract.ts'
import { emptyMailbox, filledFrom, type MailboxValues, presetsOf } from './mailbox-values.ts'
import { ServerFields } from './ServerFields.tsx'
import { useMailTexts } from './texts.ts'

/** Setting a mailbox up, or changing it. What was typed stays when it is refused, and the refusal stands at its field. */
export function MailboxForm({ mailbox, onDone }: { mailbox: Mailbox | null; onDone: () => void }) {
  const said = useMailTexts()
  const { ui } = useTexts()
  const { language } = useSpeech()
  const me = useQuery(meQuery).data
  const companies = useGroupCompanies()
  const [shared, setShared] = useState(mailbox ? !mailbox.isOwn : false)
  const [values, setValues] = useState<MailboxValues>(mailbox ? filledFrom(mailbox) : emptyMailbox)
  const change = (part: Partial<MailboxValues>) => setValues({ ...values, ...part })
  const duty = me?.duties.find(({ id }) => id === (me.duty ?? me.duties[0]?.id))

  const save = useDeed({
    run: () => {
      const { password, login, ...rest } = values
      const body = {
        ...rest,
        name: rest.name || rest.address,
        ...(login ? { login } : {}),
        ...(password ? { password } : {}),
      }
      return mailbox
        ? api.put(`/mailboxes/${mailbox.id}`, body, mailbox.revision)
        : api.post('/mailboxes', { ...body, shared, opensEnquiries: shared && values.opensEnquiries })
    },
    done: said.saved,
    refreshes: [['mail']],
    quiet: (fault) => fault instanceof Problem && fault.detail.field !== undefined,
    then: onDone,
  })
  const refused = save.error instanceof Problem ? (save.error.detail.field ?? null) : null
  const errorAt = (field: string) => (refused === field ? save.error?.message : undefined)
  const known = [
    'name',
    'address',
    'imap.host',
    'imap.port',
    'imap.tls',
    'smtp.host',
    'smtp.port',
    'smtp.tls',
    'readFrom',
    'opensEnquiries',
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onDone}
      size="lg"
      title={mailbox ? mailbox.name : said.connect}
      closeButtonProps={{ 'aria-label': ui.close }}
      closeOnClickOutside={false}
    >
      <Form onSubmit={submit}>
        <Stack>
          {!mailbox && (
            <SegmentedControl
              aria-label={said.kind}
              data={[
                { value: 'own', label: said.ownMailbox },
                {
                  value: 'shared',
                  label: said.sharedMailbox((duty?.label as Record<string, string> | undefined)?.[language] ?? ''),
                },
              ]}
              value={shared ? 'shared' : 'own'}
              onChange={(next) => setShared(next === 'shared')}
            />
          )}
          <TextInput
            label={said.address}
            type="email"
            required
            data-autofocus
            value={values.address}
            error={errorAt('address')}
            onChange={(event) => change(presetsOf(values, event.currentTarget.value))}
          />
          <TextInput
            label={said.mailboxName}
            maxLength={120}
            placeholder={values.address}
            value={values.name}
            error={errorAt('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={said.shares}
            description={shared ? said.sharingHintShared : said.sharingHintOwn}
            data={(['metadata', 'subject', 'all'] as const).map((value) => ({
              value,
              label: said.sharing[value] ?? value,
            }))}
            allowDeselect={false}
            value={values.sharing}
            onChange={(next) => change({ sharing: (next ?? values.sharing) as MailboxValues['sharing'] })}
          />
          {shared && (
            <Switch
              label={said.opensEnquiries}
              description={said.opensEnquiriesHint}
              checked={values.opensEnquiries}
              error={errorAt('opensEnquiries')}
              onChange={(event) => change({ opensEnquiries: event.currentTarget.checked })}
            />
          )}
          {shared && values.opensEnquiries && companies.length > 1 && (
            <Select
              label={said.groupCompany}
              data={companies.map(({ id, name }) => ({ value: id, label: name }))}
              clearable
              clearButtonProps={{ 'aria-label': said.groupCompany }}
              value={values.groupCompany}
              onChange={(groupCompany) => change({ groupCompany })}
            />
          )}
          <Select
            label={said.signsIn}
            data={(['password', 'microsoft', 'google'] as const).map((value) => ({
              value,
              label: said.signsIns[value] ?? value,
            }))}
            allowDeselect={false}
            value={values.signsIn}
            onChange={(next) =>
              change(
                presetsOf({ ...values, signsIn: (next ?? 'password') as MailboxValues['signsIn'] }, values.address),
              )
            }
          />
          {values.signsIn === 'password' && (
            <PasswordInput
              label={said.password}
              description={mailbox && mailbox.state !== 'new' ? said.passwordKept : said.passwordHint}
              autoComplete="new-password"
              required={!mailbox}
              value={values.password}
              onChange={(event) => change({ password: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={said.login}
            description={said.loginHint}
            autoComplete="off"
            placeholder={values.address}
            value={values.login}
            onChange={(event) => change({ login: event.currentTarget.value })}
          />
          <Fieldset legend={said.incoming}>
            <ServerFields name="imap" server={values.imap} errorAt={errorAt} onChange={(imap) => change({ imap })} />
          </Fieldset>
          <Fieldset legend={said.outgoing}>
            <ServerFields name="smtp" server={values.smtp} errorAt={errorAt} onChange={(smtp) => change({ smtp })} />
          </Fieldset>
          <TextInput
            label={said.readFrom}
            type="date"
            value={values.readFrom}
            error={errorAt('readFrom')}
            onChange={(event) => change({ readFrom: event.currentTarget.value })}
          />
          {refused && !known.includes(refused) && (
            <Alert color="red" role="alert">
              {save.error?.message}
            </Alert>
          )}
          <FormFoot label={said.save} busy={save.isPending} onCancel={onDone} />
        </Stack>
      </Form>
    </Dialog>
  )
}
