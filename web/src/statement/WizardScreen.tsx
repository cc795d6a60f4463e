import { Button, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { KeeperOnly } from '../access/KeeperOnly.tsx'
import { Problem } from '../api.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Form } from '../ui/Form.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Question } from './contract.ts'
import { wizardQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'
import { useNewDraft } from './useNewDraft.ts'

/** From empty to a draft: what the template cannot know is asked, all on one page. */
export function WizardScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const questions = useQuery(wizardQuery)
  return (
    <>
      <PageHead
        title={said.wizard}
        under={said.wizardText}
        crumbs={[{ to: to.statement(), label: shell.places.statement }]}
      />
      <KeeperOnly>
        <Asked query={questions}>{(all) => <Answers questions={all} />}</Asked>
      </KeeperOnly>
    </>
  )
}

function Answers({ questions: every }: { questions: Question[] }) {
  const { ui } = useTexts()
  const said = useStatementTexts()
  const say = useSay()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const questions = every.filter(({ onlyWith }) => !onlyWith || answers[onlyWith]?.trim())
  const begin = useNewDraft((fault) => {
    const id = fault instanceof Problem && fault.detail.field?.split('/').at(-1)
    if (!id || !questions.some((one) => one.id === id)) return false
    setErrors({ [id]: (fault as Problem).message })
    document.getElementById(`answer-${id}`)?.focus()
    return true
  })
  const given = questions.filter(({ id }) => answers[id]?.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const open = questions.find(({ id, maySkip }) => !maySkip && !answers[id]?.trim())
    if (!open)
      return begin.mutate({
        from: 'template',
        facts: Object.fromEntries(given.map(({ id }) => [id, answers[id]?.trim() ?? ''])),
      })
    setErrors({ [open.id]: said.answersMissing })
    document.getElementById(`answer-${open.id}`)?.focus()
  }
  return (
    <Form onSubmit={submit} noValidate>
      <Stack maw={680} gap="lg">
        <div>
          <Progress
            value={(given.length / Math.max(1, questions.length)) * 100}
            size="sm"
            aria-label={said.question(given.length, questions.length)}
          />
          <Text size="xs" c="dimmed" mt={4} className="figures">
            {given.length} / {questions.length}
          </Text>
        </div>
        <Sheet>
          <Stack gap="lg">
            {questions.map(({ id, label, hint, maySkip }) => (
              <TextInput
                key={id}
                id={`answer-${id}`}
                label={
                  <>
                    {say(label)}
                    {maySkip && (
                      <Text span inherit c="dimmed" fw={400}>
                        {' '}
                        ({ui.optional})
                      </Text>
                    )}
                  </>
                }
                description={say(hint)}
                required={!maySkip}
                value={answers[id] ?? ''}
                error={errors[id]}
                autoComplete="off"
                onChange={(event) => {
                  setAnswers({ ...answers, [id]: event.currentTarget.value })
                  setErrors({})
                }}
              />
            ))}
          </Stack>
        </Sheet>
        <Group justify="flex-end">
          <Button type="submit" loading={begin.isPending}>
            {said.toDraft}
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}
