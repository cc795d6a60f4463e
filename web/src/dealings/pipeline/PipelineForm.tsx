import { ActionIcon, Button, Group, Input, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import type { Names } from '../products/contract.ts'
import { nameIn } from '../products/units.ts'
import type { Pipeline, StageKind } from './contract.ts'
import { usePipelineTexts } from './texts.ts'

interface Line {
  key: string
  id?: string
  names: Names
  probability: number | string
  kind: StageKind
}

/** The stages of a pipeline: their order, names and probabilities, as the house works. */
export function PipelineForm({ pipeline, onClose }: { pipeline: Pipeline | null; onClose: () => void }) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { ui } = texts
  const { language } = useSpeech()
  const begin: Line[] = (['open', 'won', 'lost'] as const).map((kind) => ({
    key: kind,
    names: { fi: kind === 'open' ? '' : said.kinds[kind] },
    probability: kind === 'open' ? 20 : kind === 'won' ? 100 : 0,
    kind,
  }))
  const [names, setNames] = useState<Names>(pipeline?.names ?? { fi: '' })
  const [revision] = useState(pipeline?.revision)
  const [retired, setRetired] = useState(Boolean(pipeline?.retiredAt))
  const [lines, setLines] = useState<Line[]>(pipeline?.stages.map((stage) => ({ ...stage, key: stage.id })) ?? begin)
  // A name is changed in the language that is read; the Finnish one stands for all until another is said.
  const named = (held: Names, typed: string): Names =>
    language === 'fi' || !held.fi ? { ...held, fi: typed } : { ...held, [language]: typed }
  const change = (key: string, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const shift = (at: number, by: 1 | -1) => {
    const next = [...lines]
    const [line] = next.splice(at, 1)
    if (line) next.splice(at + by, 0, line)
    setLines(next)
  }
  const save = useDeed({
    run: () => {
      const body = {
        names,
        ...(pipeline ? { retired } : {}),
        stages: lines.map(({ id, names: its, probability, kind }) => ({
          ...(id ? { id } : {}),
          ...{ kind, probability: Number(probability) || 0 },
          names: { fi: its.fi, sv: its.sv ?? null, en: its.en ?? null },
        })),
      }
      return pipeline ? api.put(`/pipelines/${pipeline.id}`, body, revision) : api.post('/pipelines', body)
    },
    done: pipeline ? said.pipelineSaved : said.pipelineAdded,
    refreshes: [['pipeline']],
    then: onClose,
    quiet: (fault) => fault instanceof Problem && fault.status < 500 && fault.status !== 401,
  })
  // What is refused stands at its field, and the rest, such as another's change meanwhile, above the buttons.
  const refused = save.error instanceof Problem && save.error.status < 500 ? save.error : null
  const field = String(refused?.detail.field ?? '')
  const wrong = (isOf: boolean) => (refused && isOf ? saidProblem(refused, texts) : null)
  const isName = field.startsWith('names')
  const isOfLine = /^stages\.\d+/.test(field) && Number(field.split('.')[1]) < lines.length
  const isOfStages = !isOfLine && field.startsWith('stages')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={pipeline ? said.editPipeline : said.newPipeline}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.pipelineName}
            required
            maxLength={100}
            value={nameIn(names, language)}
            error={wrong(isName)}
            onChange={(event) => setNames(named(names, event.currentTarget.value))}
          />
          <div className="stage-lines">
            {lines.map((line, at) => {
              const name = nameIn(line.names, language) || String(at + 1)
              return (
                <div key={line.key} className="stage-line">
                  <TextInput
                    label={said.stageName}
                    required
                    maxLength={100}
                    value={nameIn(line.names, language)}
                    error={wrong(isOfLine && (field === `stages.${at}` || field.startsWith(`stages.${at}.names`)))}
                    onChange={(event) => change(line.key, { names: named(line.names, event.currentTarget.value) })}
                  />
                  <NumberInput
                    label={said.probability.replace(/ \(.*/, ' %')}
                    min={0}
                    max={100}
                    hideControls
                    disabled={line.kind !== 'open'}
                    error={wrong(field === `stages.${at}.probability`)}
                    value={line.kind === 'open' ? line.probability : line.kind === 'won' ? 100 : 0}
                    onChange={(probability) => change(line.key, { probability })}
                  />
                  <Select
                    label={said.stageKind}
                    allowDeselect={false}
                    data={(['open', 'won', 'lost'] as const).map((value) => ({ value, label: said.kinds[value] }))}
                    value={line.kind}
                    onChange={(kind) => change(line.key, { kind: (kind ?? 'open') as StageKind })}
                  />
                  <Group gap={2} wrap="nowrap" h={36}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={at === 0}
                      aria-label={said.stageUp(name)}
                      onClick={() => shift(at, -1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={at === lines.length - 1}
                      aria-label={said.stageDown(name)}
                      onClick={() => shift(at, 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={said.removeStage(name)}
                      onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </div>
              )
            })}
          </div>
          {isOfStages && (
            <Input.Error role="alert" fz="sm">
              {wrong(true)}
            </Input.Error>
          )}
          <Button
            variant="subtle"
            w="fit-content"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              const fresh: Line = {
                key: `new ${lines.length} ${Date.now()}`,
                names: { fi: '' },
                probability: 50,
                kind: 'open',
              }
              const last = lines.findLastIndex(({ kind }) => kind === 'open') + 1
              setLines([...lines.slice(0, last), fresh, ...lines.slice(last)])
            }}
          >
            {said.addStage}
          </Button>
          {pipeline && (
            <Switch
              label={said.retirePipeline}
              checked={retired}
              error={wrong(field === 'retired')}
              onChange={(event) => setRetired(event.currentTarget.checked)}
            />
          )}
          {refused && !isName && !isOfLine && !isOfStages && field !== 'retired' && (
            <Input.Error role="alert" fz="sm">
              {wrong(true)}
            </Input.Error>
          )}
          <FormFoot label={ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
