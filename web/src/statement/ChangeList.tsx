import { Group, Text } from '@mantine/core'
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useSay } from '../texts/index.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { Clause } from './Clause.tsx'
import type { Change } from './contract.ts'
import { useStatementTexts } from './texts.ts'

const signs = { added: IconPlus, removed: IconMinus, changed: IconPencil }
const tones = { material: 'wait', narrowing: 'good', editorial: 'calm' } as const

/** Changes told by meaning, the gravest first. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const said = useStatementTexts()
  const say = useSay()
  const weight = Object.keys(tones)
  const sorted = changes.toSorted((a, b) => weight.indexOf(a.effect) - weight.indexOf(b.effect))
  return (
    <ul className="duty-fields">
      {sorted.map((change) => {
        const Icon = signs[change.kind] ?? IconPencil
        return (
          <li key={`${change.path}-${change.kind}`}>
            <Icon size={16} aria-hidden style={{ flex: 'none' }} />
            <Group justify="space-between" flex={1} gap="sm" wrap="nowrap">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {say(change.said)}
              </Text>
              <Group gap={8} wrap="nowrap">
                <StateBadge
                  said={said.changeClasses[change.effect] ?? change.effect}
                  tone={tones[change.effect as keyof typeof tones] ?? 'calm'}
                />
                <Clause id={change.clause} />
              </Group>
            </Group>
          </li>
        )
      })}
    </ul>
  )
}
