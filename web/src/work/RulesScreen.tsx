import { Button, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconPlus, IconRoute, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Rule } from './contract.ts'
import { rulesQuery } from './queries.ts'
import { RuleForm } from './RuleForm.tsx'
import { useWorkTexts } from './texts.ts'
import './work.css'

/** When–then rules: what each does, when it did it last, and making one. */
export function RulesScreen() {
  const said = useWorkTexts()
  const rules = useQuery(rulesQuery)
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  useHotkeys([['n', () => rules.data?.mayAdd && setEdited('new')]])
  return (
    <Stack gap={0} maw={860}>
      <PageHead
        title={said.rules}
        under={said.rulesText}
        actions={
          rules.data?.mayAdd && (
            <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
              {said.addRule}
            </WriteButton>
          )
        }
      />
      <Asked query={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconRoute size={26} />} title={said.noRules}>
              {said.noRulesText}
            </Empty>
          ) : (
            <Stack>
              {items.map((rule) => (
                <RuleSheet key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
              ))}
            </Stack>
          )
        }
      </Asked>
      {edited && rules.data && (
        <RuleForm
          triggers={rules.data.triggers}
          {...(edited === 'new' ? {} : { rule: edited })}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  )
}

function RuleSheet({ rule, onEdit }: { rule: Rule; onEdit: () => void }) {
  const said = useWorkTexts()
  const { instant } = useFormat()
  const { starts, asked, does, wish, latest, pausedAt } = rule
  const [last] = latest
  const names = rule.toNames.filter(Boolean).join(', ')
  const trigger = (said.triggers[starts] ?? starts).replace(' n ', ` ${asked.days ?? 'n'} `)
  return (
    <Sheet
      title={rule.name}
      actions={<StateBadge said={pausedAt ? said.paused : said.running} tone={pausedAt ? 'wait' : 'good'} />}
    >
      <Text size="sm" className="rule-sentence">
        {said.whenIt} <strong>{trigger}</strong>, {said.thenIt} <strong>{said.deeds[does]}</strong>
        {wish.title && ` ”${wish.title}”`}
        {names && ` → ${names}`}
      </Text>
      <Text size="xs" c="dimmed" mt={4} className="figures">
        {[
          rule.madeByName && said.madeBy(rule.madeByName),
          last
            ? `${said.actedTimes}: ${instant(last.at)} (${last.outcome === 'done' ? said.actedDone : last.outcome})`
            : said.neverActed,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {rule.isOwn && <RuleDeeds rule={rule} onEdit={onEdit} />}
    </Sheet>
  )
}

function RuleDeeds({ rule: { id, pausedAt, name }, onEdit }: { rule: Rule; onEdit: () => void }) {
  const said = useWorkTexts()
  const move = useDeed({
    run: () => api.post(`/work-rules/${id}/${pausedAt ? 'resumption' : 'pause'}`),
    refreshes: [['work', 'rules']],
  })
  const remove = useDeed({
    run: () => api.delete(`/work-rules/${id}`),
    done: said.ruleDeleted,
    binned: `rule/${id}`,
    refreshes: [['work', 'rules']],
  })
  const Icon = pausedAt ? IconPlayerPlay : IconPlayerPause
  return (
    <Group gap="xs" mt="sm">
      <WriteButton
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={15} aria-hidden />}
        label={`${said.editRule}: ${name}`}
        onClick={onEdit}
      >
        {said.editActivity}
      </WriteButton>
      <WriteButton
        size="compact-sm"
        variant="default"
        leftSection={<Icon size={15} aria-hidden />}
        loading={move.isPending}
        onClick={() => move.mutate()}
      >
        {pausedAt ? said.resume : said.pause}
      </WriteButton>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} aria-hidden />}
        aria-label={`${said.deleteRule}: ${name}`}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {said.deleteIt}
      </Button>
    </Group>
  )
}
