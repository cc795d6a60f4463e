import { Alert, Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { FirstRows } from '../../ui/FirstRows.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge, type Tone } from '../../ui/StateBadge.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { ReminderRun, SendingState, SentReminder } from './contract.ts'
import { type SettlingEvent, settleInParts } from './in-parts.ts'
import { runQuery } from './queries.ts'
import { useRunTexts } from './run.texts.ts'
import { useReminderTexts } from './texts.ts'

// As many as the server puts into one file.
const lettersAtOnce = 200

const tones: Record<SendingState, Tone> = {
  queued: 'calm',
  held: 'wait',
  sending: 'calm',
  sent: 'good',
  unsure: 'bad',
  failed: 'bad',
  'to-print': 'wait',
  printed: 'good',
}

/** What became of a round: what did not go and why, the letters to print, and the mails. */
export function ReminderRunScreen() {
  const said = useReminderTexts()
  const { instant } = useFormat()
  const { run: id = '' } = useParams({ strict: false }) as { run?: string }
  const run = useQuery(runQuery(id))
  return (
    <Asked query={run}>
      {(known) => (
        <>
          <PageHead
            title={said.runTitle(instant(known.begunAt))}
            under={said.runUnder(known.byName ?? '', known.items.length)}
            crumbs={[
              { to: to.invoices(), label: said.invoices },
              { to: to.reminders(), label: said.remind },
            ]}
          />
          <Stack gap="lg" maw={900}>
            <Parts run={known} />
          </Stack>
        </>
      )}
    </Asked>
  )
}

function Parts({ run }: { run: ReminderRun }) {
  const said = useReminderTexts()
  const parts = useRunTexts()
  const queries = useQueryClient()
  const of = (...states: SendingState[]) => run.items.filter(({ state }) => states.includes(state))
  const ids = (some: readonly SentReminder[]) => some.map(({ id }) => id)
  const settle = useMove<{ event: SettlingEvent; reminders: string[] }>({
    // The parts before the refused one stand: what is shown must not ask for them again.
    run: (wish) =>
      settleInParts(run.id, wish).catch(async (fault) => {
        await queries.invalidateQueries({ queryKey: runQuery(run.id).queryKey })
        throw fault
      }),
    done: ({ event }) => ({ printed: said.printedDone, 'as-letter': said.letterDone, again: said.queuedAgain })[event],
    fields: false,
  })
  const press = (event: SettlingEvent, some: readonly SentReminder[], label?: string) => (
    <WriteButton
      size="compact-sm"
      variant="default"
      loading={settle.isPending}
      onClick={() => settle.mutate({ event, reminders: ids(some) })}
    >
      {label ?? { printed: said.printed, 'as-letter': said.asLetter, again: said.again }[event]}
    </WriteButton>
  )
  const [failed, unsure, held, letters] = [of('failed'), of('unsure'), of('held'), of('to-print', 'printed')]
  const [toPrint, mails, waiting] = [
    of('to-print').slice(0, lettersAtOnce),
    of('sent', 'queued', 'sending'),
    of('queued', 'sending'),
  ]
  return (
    <>
      {run.leftOut > 0 && (
        <Alert variant="light" color="gray">
          {said.leftOut(run.leftOut)}
        </Alert>
      )}
      {waiting.length > 0 && (
        <div role="status">
          <Text size="sm" mb={4} className="figures">
            {said.underWay(mails.length - waiting.length, mails.length)}
          </Text>
          <Progress
            aria-label={said.underWay(mails.length - waiting.length, mails.length)}
            value={(100 * (mails.length - waiting.length)) / mails.length}
          />
        </div>
      )}
      <Some title={parts.groups.failed} under={parts.failedWhy} items={failed}>
        {run.mayWrite && (
          <>
            {press('again', failed)}
            {press('as-letter', failed)}
          </>
        )}
      </Some>
      <Some title={parts.groups.unsure} under={parts.unsureWhy} items={unsure}>
        {run.mayWrite && (
          <>
            {press('again', unsure, parts.againAnyway)}
            {press('as-letter', unsure, parts.asLetterAnyway)}
          </>
        )}
      </Some>
      <Some title={parts.groups.held} under={parts.heldWhy} items={held}>
        {run.mayWrite && press('as-letter', held)}
      </Some>
      <Some title={parts.groups.letters} items={letters}>
        {toPrint.length > 0 && run.mayWrite && (
          <>
            <Button
              component="a"
              href={`/api/v1/reminder-runs/${run.id}/letters.pdf`}
              target="_blank"
              size="compact-sm"
              leftSection={<IconPrinter size={15} aria-hidden />}
            >
              {said.print(toPrint.length)}
            </Button>
            {press('printed', toPrint)}
          </>
        )}
      </Some>
      <Some title={parts.groups.mails} items={mails} />
    </>
  )
}

function Some({
  title,
  under,
  items,
  children,
}: {
  title: string
  under?: string
  items: readonly SentReminder[]
  children?: ReactNode
}) {
  const said = useReminderTexts()
  const { money } = useFigures()
  if (items.length === 0) return null
  return (
    <Sheet title={`${title} (${items.length})`} actions={children && <Group gap="xs">{children}</Group>}>
      {under && (
        <Text size="sm" c="dimmed" mb="xs">
          {under}
        </Text>
      )}
      <FirstRows of={items}>
        {({ id, invoice, number, name, round, cents, state, fault }) => (
          <Group key={id} justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to={to.invoice(invoice)} size="sm" fw={600}>
                {number} · {name}
              </Anchor>
              <Text size="xs" c="dimmed" className="figures">
                {said.round(round)} · {money(cents)}
              </Text>
              {(fault || state === 'unsure') && (
                <Text size="xs" c="dimmed">
                  {state === 'unsure' ? said.faults.unsure : (said.faults[fault ?? ''] ?? said.faults.otherwise)}
                </Text>
              )}
            </div>
            <StateBadge said={said.states[state]} tone={tones[state]} />
          </Group>
        )}
      </FirstRows>
    </Sheet>
  )
}
