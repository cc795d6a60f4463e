import { Checkbox, Input, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { fieldsQuery } from '../register/queries.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { tellProblem } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import { type Chosen, PeoplePicker } from './PeoplePicker.tsx'
import { recipientsQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

const nothing = { authority: '', provision: '', documentRef: '', purpose: '', askedOn: '', until: '', ground: '' }

/** Prepares what an authority asks for: by which law, about whom, and which data, no more. */
export function NewAuthorityScreen() {
  const said = useOversightTexts()
  const { shell, ui } = useTexts()
  const say = useSay()
  const navigate = useNavigate()
  const fourEyes = (useQuery(recipientsQuery).data?.recipients ?? []).filter((one) => one.fourEyes)
  const offered = useQuery(fieldsQuery('person')).data ?? []
  const [words, setWords] = useState(nothing)
  const [recipient, setRecipient] = useState<string | null>(null)
  const [people, setPeople] = useState<Chosen[]>([])
  const [fields, setFields] = useState<string[]>([])
  const [silent, setSilent] = useState(false)
  const prepare = useDeed({
    run: () => {
      const { until, ground, ...rest } = words
      const silence = silent ? { until, ground } : null
      return api.post<{ id: string }>('/authority-requests', {
        ...rest,
        ...{ recipient: recipient ?? fourEyes[0]?.id, people: people.map(({ id }) => id), fields, silence },
      })
    },
    done: said.preparedNow,
    refreshes: [['oversight', 'authorities']],
    then: ({ id }) => navigate({ to: to.authority(id) }),
  })
  const text = (field: keyof typeof nothing) => ({
    required: true,
    value: words[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setWords({ ...words, [field]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = people.length === 0 ? said.whom : fields.length === 0 ? said.whichFields : null
    if (missing) tellProblem(`${missing}: ${ui.required}`)
    else prepare.mutate()
  }
  return (
    <>
      <PageHead
        title={said.newRequest}
        under={said.authoritiesText}
        crumbs={[
          { to: to.oversight(), label: shell.places.oversight },
          { to: to.authorities(), label: said.parts.authorities },
        ]}
      />
      <Form onSubmit={submit} style={{ maxWidth: 760 }}>
        <Stack gap="lg">
          <Sheet title={said.request}>
            <Stack>
              <TextInput label={said.authority} maxLength={200} data-autofocus {...text('authority')} />
              <TextInput
                label={said.provision}
                description={said.provisionHint}
                maxLength={300}
                {...text('provision')}
              />
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextInput label={said.documentRef} maxLength={200} {...text('documentRef')} />
                <TextInput type="date" label={said.askedOn} {...text('askedOn')} />
              </SimpleGrid>
              <Textarea label={said.purposeLabel} autosize minRows={2} maxLength={1000} {...text('purpose')} />
              <Select
                label={said.recipient}
                required
                allowDeselect={false}
                data={fourEyes.map(({ id, label }) => ({ value: id, label: say(label) || id }))}
                value={recipient ?? fourEyes[0]?.id ?? null}
                onChange={setRecipient}
              />
            </Stack>
          </Sheet>
          <Sheet title={said.scope}>
            <Stack>
              <PeoplePicker label={said.whom} people={people} onChange={setPeople} />
              <Input.Wrapper
                label={said.whichFields}
                description={said.whichFieldsHint}
                withAsterisk
                labelElement="div"
              >
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
                  {offered.map(({ id, label }) => (
                    <Checkbox
                      key={id}
                      label={say(label) || id}
                      checked={fields.includes(id)}
                      onChange={({ currentTarget: { checked } }) =>
                        setFields(checked ? [...fields, id] : fields.filter((one) => one !== id))
                      }
                    />
                  ))}
                </SimpleGrid>
              </Input.Wrapper>
              <Checkbox
                label={said.silence}
                checked={silent}
                onChange={({ currentTarget: { checked } }) => setSilent(checked)}
              />
              {silent && (
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextInput type="date" label={said.silenceUntil} {...text('until')} />
                  <TextInput label={said.silenceGround} maxLength={300} {...text('ground')} />
                </SimpleGrid>
              )}
            </Stack>
          </Sheet>
          <FormFoot label={said.prepare} busy={prepare.isPending} onCancel={() => navigate({ to: to.authorities() })} />
        </Stack>
      </Form>
    </>
  )
}
