import { Text, Timeline } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'

/** Everything that has happened to a request, the first first. */
export function TimelinePart({ request: { timeline } }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const { instant } = useFormat()
  const codes: Record<string, string> = {
    ...said.ways,
    ...said.methods,
    ...said.doubts,
    ...said.grounds,
    ...said.letterKinds,
    ...said.extensionReasons,
    ...said.itemStates,
  }
  return (
    <Sheet title={said.timeline}>
      <Timeline bulletSize={14} lineWidth={2} active={timeline.length}>
        {timeline.map(({ id, what, code, at, byName }) => (
          <Timeline.Item key={id} title={said.events[what] ?? what}>
            <Text size="xs" c="dimmed" className="figures">
              {[code && codes[code], instant(at), byName].filter(Boolean).join(' · ')}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Sheet>
  )
}
