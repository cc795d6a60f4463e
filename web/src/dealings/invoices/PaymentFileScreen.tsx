import { Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import { to } from '../../to.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { refreshedByChain } from '../chain/queries.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import type { FilePlan } from './contract.ts'
import { PaymentFilePlan } from './PaymentFilePlan.tsx'
import { useInvoiceTexts } from './texts.ts'

/** A bank's file: first what it would do, then its payments. */
export function PaymentFileScreen() {
  const said = useInvoiceTexts()
  const navigate = useNavigate()
  const whose = useGroupCompany()
  const { groupCompany } = whose
  const [file, setFile] = useState<string | null>(null)
  const [another, setAnother] = useState<readonly number[]>([])
  const tried = useDeed({
    run: async (chosen: File | { another: readonly number[] }) => {
      const read = chosen instanceof File ? await base64Of(chosen) : file
      const said = chosen instanceof File ? [] : chosen.another
      const plan = await api.post<FilePlan>('/payment-files/trial', { file: read, groupCompany, another: said })
      setFile(read)
      setAnother(said)
      return plan
    },
    refreshes: [],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
  })
  const take = useDeed({
    run: () => api.post<FilePlan>('/payment-files', { file, groupCompany, another }),
    done: said.taken,
    refreshes: refreshedByChain,
    then: ({ counts }) => navigate({ to: counts.unmatched + counts.over > 0 ? to.allocate() : to.payments() }),
  })
  const plan = tried.data
  return (
    <>
      <PageHead title={said.file} under={said.fileUnder} crumbs={[{ to: to.payments(), label: said.payments }]} />
      <Stack gap="lg" maw={980}>
        <GroupCompanyChoice
          of={{
            ...whose,
            choose: (id) => {
              tried.reset() // what a file does hangs on whose payments they are
              whose.choose(id)
            },
          }}
          label
        />
        <Drop busy={tried.isPending} again={plan !== undefined} onFile={(chosen) => tried.mutate(chosen)} />
        {tried.error instanceof Problem && tried.error.status < 500 && (
          <Text c="red" role="alert">
            {tried.error.message}
          </Text>
        )}
        {plan && (
          <Sheet title={said.trial}>
            <PaymentFilePlan
              plan={plan}
              another={another}
              busy={tried.isPending}
              onAnother={(chosen) => tried.mutate({ another: chosen })}
            />
            <Group justify="flex-end" mt="md">
              <WriteButton loading={take.isPending} onClick={() => take.mutate()}>
                {said.take}
              </WriteButton>
            </Group>
          </Sheet>
        )}
      </Stack>
    </>
  )
}

function Drop({ busy, again, onFile }: { busy: boolean; again: boolean; onFile: (file: File) => void }) {
  const said = useInvoiceTexts()
  const forget = useRef<() => void>(null)
  const choose = (file: File | null) => {
    forget.current?.() // else the same file, chosen again for another company, would be no change
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <Sheet>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same. */}
      <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <Group gap="md">
          <FileButton
            accept=".xml,.txt,.ktl,.dat,text/xml,application/xml,text/plain"
            resetRef={forget}
            onChange={choose}
          >
            {(open) => (
              <Button
                {...open}
                variant={again ? 'default' : 'filled'}
                loading={busy}
                leftSection={<IconFileUpload size={17} aria-hidden />}
              >
                {again ? said.another : said.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {said.drop}
          </Text>
        </Group>
      </div>
    </Sheet>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
