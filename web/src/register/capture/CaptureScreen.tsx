import { Button, Checkbox, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconWand } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import type { SearchWords } from '../../search-words.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from '../SourceChoice.tsx'
import { CompanyFields } from './CompanyFields.tsx'
import { type SignatureRead, type Taken, ways } from './contract.ts'
import { HeldAlready } from './HeldAlready.tsx'
import { PersonFields } from './PersonFields.tsx'
import { useCaptureTexts } from './texts.ts'
import { bodyOf, empty, inWay, proposed } from './typed.ts'
import './capture.css'
import { Form } from '../../ui/Form.tsx'

/** Whom one has met, out of a signature, a business card or a fair, proposed in fields and taken in at once. */
export function CaptureScreen() {
  const search = useSearch({ strict: false }) as SearchWords
  const way = ways.find((one) => one === search.way) ?? 'signature'
  const said = useCaptureTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const first = useSourceAtFirst()
  const [text, setText] = useState('')
  const [typed, setTyped] = useState(() => empty(way, said.step[way]))
  const [source, setSource] = useState<SaidSource | null>(null)
  const told = source ?? { ...first, sourceNote: said.note[way] }
  const tasks = me?.reads.includes('com.activities') ?? false
  const isTyped = text.trim() !== '' || JSON.stringify(typed) !== JSON.stringify(empty(way, said.step[way]))
  const forget = useUnsaved(isTyped)
  const type = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))

  const reading = useDeed<string, SignatureRead>({
    run: (pasted) => api.post('/captures/reading', { text: pasted }),
    refreshes: [],
    then: (read) => setTyped((before) => proposed(before, read)),
  })
  const isSomebody = Boolean(typed.company || typed.companyName.trim() || typed.given.trim() || typed.family.trim())
  const save = useDeed<void, Taken>({
    run: () => api.post('/captures', bodyOf(typed, told, { language, tasks })),
    done: said.saved,
    refreshes: [['companies'], ['people'], ['tasks'], ['work']],
    quiet: (fault) => fault instanceof Problem && Boolean(fault.detail.field),
    then: ({ person, company }) => {
      forget()
      navigate({ to: person ? to.person(person) : to.company(company ?? '') })
    },
  })
  const wrong = (...fields: string[]) => {
    const field =
      save.error instanceof Problem
        ? String(save.error.detail.field ?? '')
            .split(/[/:]/)
            .at(-1)
        : ''
    return field && fields.includes(field) ? saidProblem(save.error, texts) : undefined
  }
  const elsewhere =
    save.error instanceof Problem && save.error.detail.field && !placed.some((field) => wrong(field))
      ? saidProblem(save.error, texts)
      : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSomebody) save.mutate()
  }
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        crumbs={[{ to: to.people(), label: texts.shell.places.people }]}
      />
      <SegmentedControl
        aria-label={said.way}
        mb="md"
        value={way}
        data={ways.map((value) => ({ value, label: said.ways[value] }))}
        onChange={(next) => {
          setTyped((before) => inWay(before, empty(way, said.step[way]), empty(next, said.step[next])))
          navigate({ to: '.', search: { way: next } as never, replace: true })
        }}
      />
      <div className="capture">
        <Stack gap="lg">
          <Sheet>
            <Textarea
              label={said.paste[way]}
              description={said.pasteHint}
              autosize
              minRows={way === 'signature' ? 8 : 5}
              maxRows={16}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onPaste={(event) => reading.mutate(event.clipboardData.getData('text/plain'))}
            />
            <Button
              mt="sm"
              variant="default"
              loading={reading.isPending}
              disabled={!text.trim()}
              leftSection={<IconWand size={16} aria-hidden />}
              onClick={() => reading.mutate(text)}
            >
              {said.read}
            </Button>
            {(reading.data?.unplaced.length ?? 0) > 0 && (
              <Text size="sm" c="dimmed" mt="sm">
                {said.unplaced}: {reading.data?.unplaced.join(' · ')}
              </Text>
            )}
          </Sheet>
          {(reading.data?.held.length ?? 0) > 0 && (
            <HeldAlready held={reading.data?.held ?? []} onUse={(company) => type({ company })} />
          )}
        </Stack>
        <Form onSubmit={submit}>
          <Stack gap="lg">
            <Sheet title={said.company}>
              <CompanyFields typed={typed} type={type} wrong={wrong} />
            </Sheet>
            <Sheet title={said.person}>
              <PersonFields typed={typed} type={type} wrong={wrong} />
            </Sheet>
            <Sheet title={said.source}>
              <Stack gap="sm">
                <SourceChoice
                  said={told}
                  onChange={setSource}
                  errors={{ source: wrong('source'), sourceNote: wrong('sourceNote') }}
                />
                <Checkbox
                  data-asks="told-of-register"
                  label={said.told}
                  checked={typed.told}
                  onChange={(event) => type({ told: event.currentTarget.checked })}
                />
              </Stack>
            </Sheet>
            {tasks && (
              <Sheet title={said.next}>
                <Group align="flex-start" grow preventGrowOverflow={false}>
                  <TextInput
                    label={said.nextTitle}
                    description={said.nextHint}
                    miw={220}
                    maxLength={200}
                    value={typed.step}
                    error={wrong('title')}
                    onChange={(event) => type({ step: event.currentTarget.value })}
                  />
                  <TextInput
                    type="date"
                    label={said.nextDue}
                    description=" "
                    miw={150}
                    value={typed.due}
                    error={wrong('dueOn')}
                    onChange={(event) => type({ due: event.currentTarget.value })}
                  />
                </Group>
              </Sheet>
            )}
            {elsewhere && (
              <Text c="red" size="sm" role="alert">
                {elsewhere}
              </Text>
            )}
            <Group justify="flex-end">
              <WriteButton type="submit" loading={save.isPending} reason={isSomebody ? null : said.nobody}>
                {said.save}
              </WriteButton>
            </Group>
          </Stack>
        </Form>
      </div>
    </>
  )
}

/** Fields whose refusal is shown beside them. */
const placed = [
  ...['org.name', 'org.businessId', 'org.addresses', 'org.phone', 'org.email'],
  ...['person.name', 'person.email', 'person.phone', 'person.jobRole', 'source', 'sourceNote', 'title', 'dueOn'],
]
