import { SegmentedControl } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SearchWords } from '../search-words.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { OversightFrame } from './OversightFrame.tsx'
import { receiptsQuery } from './queries.ts'
import { ReceiptRow } from './ReceiptRow.tsx'
import { useOversightTexts } from './texts.ts'

/** Art. 19: whom recipients must be told of, and what they answered. */
export function ReceiptsScreen() {
  const said = useOversightTexts()
  const navigate = useNavigate()
  const list = (useSearch({ strict: false }) as SearchWords).list === 'settled' ? 'settled' : 'outstanding'
  const receipts = useQuery(receiptsQuery(list === 'settled'))
  return (
    <OversightFrame part="receipts" under={said.receiptsText}>
      <div className="sheet">
        <div style={{ padding: 16 }}>
          <SegmentedControl
            aria-label={said.receiptFilter}
            size="xs"
            value={list}
            data={(['outstanding', 'settled'] as const).map((value) => ({ value, label: said.receiptLists[value] }))}
            onChange={(next) => navigate({ to: '.', search: { list: next } as never, replace: true })}
          />
        </div>
        <Asked query={receipts}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon={<IconChecks size={26} />} title={list === 'settled' ? said.noSettled : said.noOutstanding}>
                {list === 'outstanding' && said.noOutstandingText}
              </Empty>
            ) : (
              <ul className="row-cards" aria-label={said.parts.receipts}>
                {all.map((one) => (
                  <ReceiptRow key={one.id} notice={one} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
    </OversightFrame>
  )
}
