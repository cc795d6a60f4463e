import { Alert, Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Form } from '../ui/Form.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { MailServices } from './contract.ts'
import { servicesQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** The register's registrations with mail services, for the administrator: only those that the statement names can be used. */
export function ServicesPart() {
  const said = useMailTexts()
  const services = useQuery(servicesQuery)
  return (
    <Sheet title={said.services}>
      <Asked query={services}>
        {({ items, returnAddress }) => (
          <Stack gap="lg">
            <Text size="sm" c="dimmed">
              {said.servicesText} <Code style={{ overflowWrap: 'anywhere' }}>{returnAddress}</Code>
            </Text>
            {items.map((service) => (
              <ServiceForm key={service.id} service={service} />
            ))}
          </Stack>
        )}
      </Asked>
    </Sheet>
  )
}

function ServiceForm({ service }: { service: MailServices['items'][number] }) {
  const said = useMailTexts()
  const { day } = useFormat()
  const [values, setValues] = useState({
    clientId: service.clientId ?? '',
    clientSecret: '',
    tenant: service.tenant ?? '',
  })
  const save = useDeed({
    run: () => {
      const { clientId, clientSecret, tenant } = values
      return api.put(`/mail-services/${service.id}`, {
        clientId,
        tenant: tenant || null,
        ...(clientSecret ? { clientSecret } : {}),
      })
    },
    done: said.serviceKept,
    refreshes: [['mail', 'services']],
    then: () => setValues({ ...values, clientSecret: '' }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit} aria-label={service.name}>
      <Stack gap="sm">
        <div>
          <Text fw={620}>{service.name}</Text>
          <Text size="xs" c="dimmed">
            {said.serviceAsOf(day(service.asOf))}
          </Text>
        </div>
        {service.isDeclared ? (
          <>
            <TextInput
              label={said.clientId}
              required
              autoComplete="off"
              value={values.clientId}
              onChange={(event) => setValues({ ...values, clientId: event.currentTarget.value })}
            />
            <PasswordInput
              label={said.clientSecret}
              description={said.passwordHint}
              autoComplete="new-password"
              required={!service.clientId}
              value={values.clientSecret}
              onChange={(event) => setValues({ ...values, clientSecret: event.currentTarget.value })}
            />
            {service.id === 'microsoft' && (
              <TextInput
                label={said.tenant}
                autoComplete="off"
                value={values.tenant}
                onChange={(event) => setValues({ ...values, tenant: event.currentTarget.value })}
              />
            )}
            <Button type="submit" variant="default" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {said.save}
            </Button>
          </>
        ) : (
          <Alert color="yellow">{said.serviceNotDeclared(service.clause ?? 'S9.6')}</Alert>
        )}
      </Stack>
    </Form>
  )
}
