import { Stack } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import { FileDrop } from './FileDrop.tsx'
import { HoldsChoice } from './HoldsChoice.tsx'
import { placeOfImport } from './place-of-import.ts'
import { kindsQuery } from './queries.ts'
import { useExchangeTexts } from './texts.ts'

/** A file into the register: here it is chosen, and here stand the files before it. */
export function ImportScreen() {
  const { shell } = useTexts()
  const said = useExchangeTexts()
  const { kind } = useSearch({ strict: false }) as SearchWords
  const kinds = useQuery(kindsQuery)
  return (
    <>
      <PageHead title={said.title} under={said.under} crumbs={[placeOfImport(kind, shell)]} />
      <Stack gap="lg" maw={980}>
        <Asked query={kinds}>
          {(items) =>
            items.length === 0 ? (
              <Empty icon={<IconFileUpload size={26} />} title={said.nothingToBring}>
                {said.nothingToBringText}
              </Empty>
            ) : (
              <Bring kinds={items.map(({ id }) => id)} />
            )
          }
        </Asked>
        <EarlierImports />
      </Stack>
    </>
  )
}

/** What the file holds is said first: by it the columns are read. */
function Bring({ kinds }: { kinds: readonly string[] }) {
  const navigate = useNavigate()
  const { kind } = useSearch({ strict: false }) as SearchWords
  const [chosen, setChosen] = useState(kind)
  const holds = kinds.find((one) => one === chosen) ?? kinds[0] ?? ''
  return (
    <>
      {kinds.length > 1 && <HoldsChoice kinds={kinds} holds={holds} onChoose={setChosen} />}
      <FileDrop holds={holds} onKept={({ id }) => navigate({ to: to.import(id) })} />
    </>
  )
}
