import { Accordion, Alert, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Approvals } from './Approvals.tsx'
import { ChangeList } from './ChangeList.tsx'
import type { Plan } from './contract.ts'
import { planQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'

/** What publishing would do, before anybody decides. */
export function PlanScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const { draft: id = '' } = useParams({ strict: false })
  const plan = useQuery(planQuery(id))
  return (
    <>
      <PageHead
        title={said.plan}
        under={said.planText}
        crumbs={[
          { to: to.statement(), label: shell.places.statement },
          { to: to.draft(id), label: said.draft },
        ]}
      />
      <Asked query={plan}>{(all) => <Planned plan={all} draft={id} />}</Asked>
    </>
  )
}

function Planned({ plan, draft }: { plan: Plan; draft: string }) {
  const said = useStatementTexts()
  const say = useSay()
  const { number } = useFormat()
  return (
    <div className="columns-2">
      <Stack gap="lg">
        <Sheet
          title={said.changes}
          actions={
            <StateBadge
              said={said.changeClasses[plan.changeClass] ?? plan.changeClass}
              tone={plan.changeClass === 'material' ? 'wait' : 'calm'}
            />
          }
        >
          {said.changeClassWhy[plan.changeClass] && (
            <Text size="sm" c="dimmed" mb="sm">
              {said.changeClassWhy[plan.changeClass]}
            </Text>
          )}
          {plan.changes.length > 0 ? (
            <ChangeList changes={plan.changes} />
          ) : (
            <Text size="sm" c="dimmed">
              {said.changesNone}
            </Text>
          )}
        </Sheet>
        <Sheet flush>
          <Accordion chevronPosition="left">
            <Accordion.Item value="sql" style={{ border: 0 }}>
              <Accordion.Control>
                {said.sql} ({number(plan.sql.length)})
              </Accordion.Control>
              <Accordion.Panel>
                {plan.sql.length > 0 ? (
                  <Scrolling label={said.sql}>
                    <pre className="code-block">{plan.sql.map((line) => `${line};`).join('\n')}</pre>
                  </Scrolling>
                ) : (
                  <Text size="sm" c="dimmed">
                    {said.sqlNone}
                  </Text>
                )}
              </Accordion.Panel>
            </Accordion.Item>
          </Accordion>
        </Sheet>
      </Stack>
      <Stack gap="lg">
        <Approvals plan={plan} draft={draft} />
        <Sheet title={said.effects}>
          {plan.effects.length === 0 && (
            <Text size="sm" c="dimmed">
              {said.effectsNone}
            </Text>
          )}
          <Stack gap="sm">
            {plan.effects.map((effect) => (
              <Alert
                key={say(effect.said)}
                color={effect.kind === 'erase' ? 'red' : effect.kind === 'tell' ? 'yellow' : 'petrol'}
                p="sm"
              >
                <Group gap="sm" wrap="nowrap">
                  <Text fz="1.4rem" fw={660} className="figures">
                    {number(effect.count)}
                  </Text>
                  <Text size="sm">{say(effect.said)}</Text>
                </Group>
              </Alert>
            ))}
          </Stack>
        </Sheet>
      </Stack>
    </div>
  )
}
