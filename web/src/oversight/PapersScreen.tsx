import { SegmentedControl } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileDescription, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import type { SearchWords } from '../search-words.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { NewPaper } from './NewPaper.tsx'
import { OversightFrame } from './OversightFrame.tsx'
import { PaperRow } from './PaperRow.tsx'
import { papersQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'

/** S10.7, S10.8: what is on paper, the most pressing first. */
export function PapersScreen() {
  const said = useOversightTexts()
  const navigate = useNavigate()
  const list = (useSearch({ strict: false }) as SearchWords).list === 'destroyed' ? 'destroyed' : 'open'
  const papers = useQuery(papersQuery(list === 'destroyed'))
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <OversightFrame
      part="papers"
      under={said.papersText}
      actions={
        <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
          {said.newPaper}
        </WriteButton>
      }
    >
      <div className="sheet">
        <div style={{ padding: 16 }}>
          <SegmentedControl
            aria-label={said.paperFilter}
            size="xs"
            value={list}
            data={(['open', 'destroyed'] as const).map((value) => ({ value, label: said.paperLists[value] }))}
            onChange={(next) => navigate({ to: '.', search: { list: next } as never, replace: true })}
          />
        </div>
        <Asked query={papers}>
          {(all) =>
            all.length === 0 ? (
              <Empty
                icon={<IconFileDescription size={26} />}
                title={list === 'open' ? said.noPapers : said.noDestroyed}
              >
                {list === 'open' && said.noPapersText}
              </Empty>
            ) : (
              <ul className="row-cards" aria-label={said.parts.papers}>
                {all.map((paper) => (
                  <PaperRow key={paper.id} paper={paper} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
      <NewPaper opened={opened} onClose={close} />
    </OversightFrame>
  )
}
