import { IconArrowsRightLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { DisclosureRows } from './DisclosureRows.tsx'
import { OversightFrame } from './OversightFrame.tsx'
import { disclosuresQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

export function DisclosuresScreen() {
  const said = useOversightTexts()
  const disclosures = useQuery(disclosuresQuery())
  return (
    <OversightFrame part="disclosures" under={said.disclosuresText}>
      <div className="sheet">
        <Asked query={disclosures}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon={<IconArrowsRightLeft size={26} />} title={said.noDisclosures}>
                {said.noDisclosuresText}
              </Empty>
            ) : (
              <DisclosureRows disclosures={all} />
            )
          }
        </Asked>
      </div>
    </OversightFrame>
  )
}
