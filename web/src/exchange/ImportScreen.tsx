import { Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api.ts'
import { type SaidSource, useSourceAtFirst } from '../register/SourceChoice.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { ColumnsPart } from './ColumnsPart.tsx'
import type { FileColumns, Imported } from './contract.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { FileDrop } from './FileDrop.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import { useExchangeTexts } from './texts.ts'

interface Chosen {
  file: string
  text: string
  read: FileColumns
}

/** A file into the register: its columns, a trial, the import. */
export function ImportScreen() {
  const { shell } = useTexts()
  const said = useExchangeTexts()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [columns, setColumns] = useState<(string | null)[]>([])
  const [own, setOwn] = useState<SaidSource | null>(null)
  const source = { ...useSourceAtFirst(), ...own }
  const [tried, setTried] = useState<Imported | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const wish = () => ({ file: chosen?.file ?? '', columns, ...source })

  const read = useDeed({
    run: async ({ file }: { file: string; text: string }) => api.post<FileColumns>('/imports/columns', { file }),
    refreshes: [],
  })
  const tryIt = useDeed({ run: () => api.post<Imported>('/imports/trial', wish()), refreshes: [], then: setTried })
  const take = useDeed({
    run: () => api.post<Imported>('/imports', wish()),
    refreshes: [['people'], ['companies'], ['imports']],
    then: setDone,
  })
  const choose = (file: { file: string; text: string }) =>
    read.mutate(file, {
      onSuccess: (found) => {
        setChosen({ ...file, read: found })
        setColumns(found.columns)
        setTried(null)
        setDone(null)
      },
    })
  const change = (next: (string | null)[]) => {
    setColumns(next)
    setTried(null)
  }

  return (
    <>
      <PageHead title={said.title} under={said.under} crumbs={[{ to: to.people(), label: shell.places.people }]} />
      <Stack gap="lg" maw={980}>
        {!done && <FileDrop busy={read.isPending} chosen={chosen !== null} onFile={choose} />}
        {chosen && !done && (
          <ColumnsPart
            read={chosen.read}
            columns={columns}
            onColumns={change}
            source={source}
            onSource={(next) => {
              setOwn(next)
              setTried(null)
            }}
            busy={tryIt.isPending}
            onTry={() => tryIt.mutate()}
          />
        )}
        {chosen && tried && !done && (
          <OutcomePart
            title={said.trial}
            imported={tried}
            text={chosen.text}
            busy={take.isPending}
            onTake={() => take.mutate()}
          />
        )}
        {chosen && done && (
          <OutcomePart
            title={said.result}
            imported={done}
            text={chosen.text}
            onAnother={() => setChosen(null)}
            then={() => setDone(null)}
          />
        )}
        <EarlierImports />
      </Stack>
    </>
  )
}
