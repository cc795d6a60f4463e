import { Anchor, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { AddedToRow } from './AddedToRow.tsx'
import { type Complaint, type Party, type Resolution, resolutions } from './contract.ts'
import { useGoodsTexts } from './goods/texts.ts'
import { useDealingsTexts } from './texts.ts'
import { useMoney } from './useMoney.ts'

const CreditComplaint = lazy(() =>
  import('./goods/CreditComplaint.tsx').then((part) => ({ default: part.CreditComplaint })),
)

export function ComplaintRow({
  complaint,
  mayClose,
  mayCredit,
  party,
}: {
  complaint: Complaint
  mayClose: boolean
  mayCredit: boolean
  party: Party
}) {
  const [said, words] = [useDealingsTexts(), useGoodsTexts()]
  const money = useMoney()
  const [isCrediting, setCrediting] = useState(false)
  const { day } = useFormat()
  const {
    id,
    closedOn,
    openedOn,
    takenOn,
    text,
    outcome,
    resolution,
    invoice,
    product,
    creditedOn,
    credits = [],
    values,
  } = complaint
  const take = useDeed({
    run: () => api.post(`/complaints/${id}/taking`, {}),
    done: said.taken,
    refreshes: [['dealings'], ['timeline']],
  })
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {(outcome || resolution) && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[resolution && said.resolutions[resolution], outcome].filter(Boolean).join(': ')}
          </Text>
        )}
        <Text size="xs" c="dimmed" className="figures">
          {[
            product?.name,
            closedOn ? said.closedOn(day(closedOn)) : said.opened(day(openedOn)),
            creditedOn && words.creditedOn(day(creditedOn)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <AddedToRow subject="complaint" of={`/complaints/${id}`} values={values}>
          {!closedOn && !takenOn && mayClose && (
            <WriteButton
              size="compact-xs"
              variant="subtle"
              px={0}
              loading={take.isPending}
              onClick={() => take.mutate()}
            >
              {said.take}
            </WriteButton>
          )}
          {!closedOn && mayClose && <CloseComplaint id={id} />}
          {mayCredit && (
            <WriteButton size="compact-xs" variant="subtle" px={0} onClick={() => setCrediting(true)}>
              {words.credit}
            </WriteButton>
          )}
          {credits.map(({ id: note, number, amountCents }) => (
            <Anchor key={note} component={Link} to={to.invoice(note)} size="xs" className="figures">
              {words.creditedBy(number, money(amountCents, 'EUR'))}
            </Anchor>
          ))}
          {invoice && mayReadInvoices(complaint) && (
            <Anchor component={Link} to={to.invoice(invoice)} size="xs">
              {said.aboutInvoice}
            </Anchor>
          )}
        </AddedToRow>
      </div>
      {isCrediting && (
        <Suspense>
          <CreditComplaint {...{ complaint, party }} onClose={() => setCrediting(false)} />
        </Suspense>
      )}
      <StateBadge said={closedOn ? said.done : takenOn ? said.working : said.open} tone={closedOn ? 'calm' : 'wait'} />
    </Group>
  )
}

// Whoever does not read invoices is told of no credit notes either.
function mayReadInvoices({ credits }: Complaint) {
  return credits !== undefined
}

function CloseComplaint({ id }: { id: string }) {
  const said = useDealingsTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [outcome, setOutcome] = useState('')
  const [resolution, setResolution] = useState<string | null>(null)
  const settle = useDeed({
    run: () =>
      api.post(`/complaints/${id}/closure`, {
        ...(outcome.trim() ? { outcome } : {}),
        ...(resolution ? { resolution: resolution as Resolution } : {}),
      }),
    done: said.closed,
    refreshes: [['dealings']],
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    settle.mutate()
  }
  return (
    <>
      <WriteButton size="compact-xs" variant="subtle" px={0} onClick={open}>
        {said.close}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={said.closeTitle} closeButtonProps={{ 'aria-label': ui.close }}>
        <Form onSubmit={submit}>
          <Stack>
            <Select
              label={said.resolution}
              data={resolutions.map((value) => ({ value, label: said.resolutions[value] }))}
              value={resolution}
              onChange={setResolution}
            />
            <Textarea
              label={said.outcome}
              autosize
              minRows={3}
              data-autofocus
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value)}
            />
            <FormFoot label={said.close} busy={settle.isPending} onCancel={close} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
