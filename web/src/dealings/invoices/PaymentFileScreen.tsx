import { Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { refreshedByChain } from '../chain/queries.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { FilePlan, Outcome } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'
import { outcomeTones } from './tones.ts'

/** A bank's file: first what it would do, then its payments. */
export function PaymentFileScreen() {
  const said = useInvoiceTexts()
  const navigate = useNavigate()
  const whose = useGroupCompany()
  const { groupCompany } = whose
  const [file, setFile] = useState<string | null>(null)
  const tried = useDeed({
    run: async (chosen: File) => {
      const read = await base64Of(chosen)
      setFile(read)
      return api.post<FilePlan>('/payment-files/trial', { file: read, groupCompany })
    },
    refreshes: [],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
  })
  const take = useDeed({
    run: () => api.post<FilePlan>('/payment-files', { file, groupCompany }),
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
            <PlanPart plan={plan} />
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

function PlanPart({ plan: { counts, cents, entries } }: { plan: FilePlan }) {
  const said = useInvoiceTexts()
  const { money } = useFigures()
  const { day } = useFormat()
  const told = (Object.keys(counts) as Outcome[]).filter((outcome) => counts[outcome] > 0)
  return (
    <Stack gap="md">
      <Group gap="xs">
        {told.map((outcome) => (
          <StateBadge
            key={outcome}
            said={`${said.outcomes[outcome]}: ${counts[outcome]}`}
            tone={outcomeTones[outcome]}
          />
        ))}
        <Text size="sm" className="figures">
          {said.fileSum(money(cents))}
        </Text>
      </Group>
      <div className="plain-rows">
        {entries.map((entry, n) => (
          <Group key={n} justify="space-between" gap="sm" align="flex-start" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
                {entry.payerName ?? '–'}
              </Text>
              <Text size="xs" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
                {[day(entry.paidOn), entry.reference, entry.message].filter(Boolean).join(' · ')}
              </Text>
              {entry.invoice && (
                <Anchor component={Link} to={to.invoice(entry.invoice.id)} size="xs">
                  {`${said.forInvoice} ${entry.invoice.number} · ${entry.invoice.name}`}
                </Anchor>
              )}
            </div>
            <Stack gap={2} align="flex-end">
              <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
                {money(entry.amountCents)}
              </Text>
              <StateBadge said={said.outcomes[entry.outcome]} tone={outcomeTones[entry.outcome]} />
            </Stack>
          </Group>
        ))}
      </div>
      {entries.length === 500 && (
        <Text size="xs" c="dimmed">
          {said.firstOnly}
        </Text>
      )}
    </Stack>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
