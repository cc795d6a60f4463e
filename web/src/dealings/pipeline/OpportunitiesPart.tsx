import { Anchor, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { useSpeech } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { nameIn } from '../products/units.ts'
import { NewOpportunity } from './NewOpportunity.tsx'
import { opportunitiesQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'
import { useEuros } from './useEuros.ts'

/** The opportunities with a company or a person, on its card; nothing where the duty does not read them. */
export function OpportunitiesPart({ company, person, name }: { company?: string; person?: string; name?: string }) {
  const said = usePipelineTexts()
  const euros = useEuros()
  const { day } = useFormat()
  const { language } = useSpeech()
  const [adding, setAdding] = useState(false)
  const list = useQuery(opportunitiesQuery({ ...(company ? { company } : {}), ...(person ? { person } : {}) }))
  if (list.data && !list.data.items) return null
  const party = { id: company ?? person ?? '', kind: company ? ('company' as const) : ('person' as const) }
  return (
    <Sheet
      title={said.onCard}
      actions={
        list.data?.mayAdd && (
          <WriteButton
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {said.add}
          </WriteButton>
        )
      }
    >
      <Asked query={list}>
        {({ items }) =>
          items?.length ? (
            <div className="plain-rows">
              {items.map((one) => (
                <Group key={one.id} justify="space-between" wrap="nowrap" py={8} gap="sm">
                  <div style={{ minWidth: 0 }}>
                    <Anchor component={Link} size="sm" fw={550} to={to.opportunity(one.id)}>
                      {one.title}
                    </Anchor>
                    <Text size="xs" c="dimmed" className="figures">
                      {[
                        one.valueCents === null ? null : euros(one.valueCents),
                        one.closedOn
                          ? said.closed(day(one.closedOn))
                          : one.expectedClose && said.close(day(one.expectedClose)),
                        one.ownerName,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </div>
                  <StateBadge
                    said={nameIn(one.stageNames, language)}
                    tone={one.state === 'won' ? 'good' : one.state === 'lost' ? 'calm' : 'wait'}
                  />
                </Group>
              ))}
            </div>
          ) : (
            <Text size="sm" c="dimmed">
              {said.noneOnCard}
            </Text>
          )
        }
      </Asked>
      {adding && <NewOpportunity party={{ ...party, name: name ?? '' }} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}
