import { Stack } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, type Problem } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'

/** S4.4: every relationship has ended. One press and a fresh source open it again. */
export function ClosedCompany({ refusal }: { refusal: Problem }) {
  const { register, shell } = useTexts()
  const first = useSourceAtFirst()
  const [chosen, setSaid] = useState<SaidSource | null>(null)
  const [relationship] = (refusal.detail.relationships as string[] | undefined) ?? []
  const reopen = useDeed({
    run: () => api.post(`/relationships/${relationship}/reopening`, chosen ?? first),
    done: register.reopened,
  })
  return (
    <>
      <PageHead title={register.company} crumbs={[{ to: to.companies(), label: shell.places.companies }]} />
      <div className="sheet">
        <Empty icon={<IconArchive size={26} />} title={register.states.ended ?? ''}>
          {refusal.message} <Clause id={refusal.detail.clause} />
        </Empty>
        {relationship && (
          <Stack maw={420} mx="auto" pb="xl" px="md">
            <SourceChoice said={chosen ?? first} onChange={setSaid} />
            <WriteButton loading={reopen.isPending} onClick={() => reopen.mutate()}>
              {register.reopen}
            </WriteButton>
          </Stack>
        )}
      </div>
    </>
  )
}
