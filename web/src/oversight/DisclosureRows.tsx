import { Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Disclosure } from './contract.ts'
import { useOversightTexts } from './texts.ts'
import { useFieldLabels } from './useFieldLabels.ts'
import { useReceiverName } from './useReceiverName.ts'

/** To whom data went: whom, when, which data, on what ground (Art. 15(1)(c)). */
export function DisclosureRows({ disclosures, ofOne = false }: { disclosures: Disclosure[]; ofOne?: boolean }) {
  const said = useOversightTexts()
  const { instant, day } = useFormat()
  const receiverName = useReceiverName()
  const labelOf = useFieldLabels()
  const groundOf = (ground: string) => {
    const article = /^eu-gdpr:A(\d+)/.exec(ground)?.[1]
    return article ? said.article(article) : /^S\d/.test(ground) ? said.clause(ground) : ground
  }
  return (
    <ul className="row-cards" aria-label={said.parts.disclosures}>
      {disclosures.map((one) => (
        <li key={one.id} className="oversight-row">
          <div>
            <strong>{receiverName(one)}</strong>
            <Text size="sm">{one.fields.map(labelOf).join(', ')}</Text>
            <Text size="xs" c="dimmed" className="figures">
              {[
                instant(one.at),
                !ofOne && said.peopleCount(one.people),
                `${said.ground}: ${groundOf(one.ground)}`,
                one.transferTool && (said.tools[one.transferTool] ?? one.transferTool),
                one.byName ?? said.theRegister,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {one.silentUntil && (
              <Text size="xs" c="red">
                {said.silentUntil(day(one.silentUntil))}
              </Text>
            )}
          </div>
          <StateBadge
            said={[said.kinds[one.kind], said.ways[one.way]].filter(Boolean).join(', ')}
            tone={one.kind === 'authority' ? 'wait' : 'calm'}
          />
        </li>
      ))}
    </ul>
  )
}
