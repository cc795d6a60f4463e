import { Stack, Stepper } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ColumnsPart } from './ColumnsPart.tsx'
import type { ImportNow } from './contract.ts'
import { placeOfImport } from './place-of-import.ts'
import { importQuery, isUnderWay } from './queries.ts'
import { ResultPart } from './ResultPart.tsx'
import { TrialPart } from './TrialPart.tsx'
import { useExchangeTexts } from './texts.ts'
import { UnderWay } from './UnderWay.tsx'

/** One import, from its columns to what came of it. */
export function ImportPart() {
  const { import: id = '' } = useParams({ strict: false }) as { import?: string }
  const { shell } = useTexts()
  const said = useExchangeTexts()
  const run = useQuery(importQuery(id))
  return (
    <>
      <PageHead
        title={said.title}
        crumbs={[placeOfImport(run.data?.holds, shell), { to: to.imports(), label: said.title }]}
      />
      <Asked query={run}>{(now) => <Steps run={now} />}</Asked>
    </>
  )
}

function Steps({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const [isMapping, setMapping] = useState(false)
  const isWide = useMediaQuery('(min-width: 48em)')
  const step = isMapping ? 0 : stepOf[run.state]
  const isNew = run.state === 'kept' || isMapping || (run.state === 'failed' && run.takenLines === 0 && run.hasFile)
  return (
    <Stack gap="lg" maw={980}>
      <Stepper
        active={step}
        size={isWide ? 'sm' : 'xs'}
        orientation="horizontal"
        aria-label={said.steps}
        styles={
          isWide
            ? {}
            : { stepLabel: { fontSize: 12 }, stepBody: { marginInlineStart: 6 }, separator: { marginInline: 4 } }
        }
      >
        {[said.stepColumns, said.stepTrial, said.stepRun].map((label) => (
          <Stepper.Step key={label} label={label} allowStepSelect={false} />
        ))}
      </Stepper>
      {isUnderWay(run.state) && <UnderWay run={run} />}
      {isNew && <ColumnsPart run={run} onTried={() => setMapping(false)} />}
      {run.state === 'tried' && !isMapping && <TrialPart run={run} onColumns={() => setMapping(true)} />}
      {!isNew && ['finished', 'cancelled', 'undone', 'failed'].includes(run.state) && <ResultPart run={run} />}
    </Stack>
  )
}

const stepOf: Record<ImportNow['state'], number> = {
  kept: 0,
  failed: 0,
  reading: 1,
  tried: 1,
  running: 2,
  undoing: 3,
  finished: 3,
  cancelled: 3,
  undone: 3,
}
