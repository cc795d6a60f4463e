import { MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import { pipelinesQuery } from '../dealings/pipeline/queries.ts'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Rule, RuleDeed, Trigger } from './contract.ts'
import { seeingQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

/** Making a when–then rule or changing one's own, as one sentence from top to bottom. */
export function RuleForm({
  triggers,
  rule,
  onClose,
}: {
  triggers: readonly Trigger[]
  rule?: Rule
  onClose: () => void
}) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const { data: colleagues = [] } = useQuery(seeingQuery({}))
  const [name, setName] = useState(rule?.name ?? '')
  const [starts, setStarts] = useState(rule?.starts ?? triggers[0]?.name ?? '')
  const [days, setDays] = useState<number | string>(rule?.asked.days ?? 7)
  const [stage, setStage] = useState(rule?.asked.stage ?? '')
  const [does, setDoes] = useState<RuleDeed>(rule?.does ?? 'task')
  const [to, setTo] = useState<string[]>(rule?.wish.to ?? [])
  const [title, setTitle] = useState(rule?.wish.title ?? '')
  const [dueInDays, setDueInDays] = useState<number | string>(rule?.wish.dueInDays ?? 1)
  const stages = useStages(starts === 'stage-entered')
  const trigger = triggers.find((one) => one.name === starts)
  const deeds = (['assign', 'task', 'notify'] as const).filter((deed) => deed !== 'assign' || trigger?.mayAssign)
  const chosen = deeds.includes(does) ? does : 'task'
  const save = useDeed({
    run: () => {
      const body = {
        ...{ name, starts, does: chosen },
        asked: {
          ...(trigger?.asks.includes('days') ? { days: Number(days) } : {}),
          ...(trigger?.asks.includes('stage') ? { stage } : {}),
        },
        wish: { to, ...(chosen === 'task' ? { title, dueInDays: Number(dueInDays) } : {}) },
      }
      return rule ? api.put(`/work-rules/${rule.id}`, body) : api.post('/work-rules', body)
    },
    done: said.ruleSaved,
    refreshes: [['work', 'rules']],
    then: onClose,
    quiet: (fault) => fault instanceof Problem && fault.status === 422,
  })
  const refusal = save.error instanceof Problem && save.error.status === 422 ? save.error : null
  const refused = (field: string) => (refusal?.detail.field === field ? refusal.message : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={rule ? said.editRule : said.addRule}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.ruleName}
            required
            maxLength={120}
            data-autofocus
            error={refused('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={said.whenIt}
            allowDeselect={false}
            error={refused('starts')}
            data={triggers.map((one) => ({ value: one.name, label: said.triggers[one.name] ?? one.name }))}
            value={starts}
            onChange={(next) => setStarts(next ?? starts)}
          />
          {trigger?.asks.includes('days') && (
            <NumberInput
              label={said.days}
              min={0}
              max={730}
              allowDecimal={false}
              error={refused('days')}
              value={days}
              onChange={setDays}
            />
          )}
          {trigger?.asks.includes('stage') && (
            <Select
              label={said.stage}
              required
              searchable
              allowDeselect={false}
              error={refused('stage')}
              data={stages}
              value={stage || null}
              onChange={(next) => setStage(next ?? '')}
            />
          )}
          <Select
            label={said.thenIt}
            allowDeselect={false}
            error={refused('does')}
            data={deeds.map((value) => ({ value, label: said.deeds[value] }))}
            value={chosen}
            onChange={(next) => setDoes((next ?? 'task') as RuleDeed)}
          />
          {chosen === 'task' && (
            <>
              <TextInput
                label={said.taskTitle}
                required
                maxLength={200}
                error={refused('title')}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              <NumberInput
                label={said.dueInDays}
                min={0}
                max={730}
                allowDecimal={false}
                error={refused('dueInDays')}
                value={dueInDays}
                onChange={setDueInDays}
              />
            </>
          )}
          <MultiSelect
            label={said.toWhom}
            required
            searchable
            {...(chosen === 'notify' ? {} : { maxValues: 1 })}
            error={refused('to')}
            data={colleagues.map(({ id, name }) => ({ value: id, label: name ?? id }))}
            value={to}
            onChange={setTo}
          />
          <FormFoot label={ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}

function useStages(isAsked: boolean) {
  const { data = [] } = useQuery({ ...pipelinesQuery(), enabled: isAsked })
  const { language } = useSpeech()
  return data.map(({ names, stages }) => ({
    group: names[language] ?? names.fi,
    items: stages.map((one) => ({ value: one.id, label: one.names[language] ?? one.names.fi })),
  }))
}
