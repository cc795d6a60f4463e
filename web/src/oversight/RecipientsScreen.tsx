import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Recipients } from './contract.ts'
import { OversightFrame } from './OversightFrame.tsx'
import { ProcessorRow } from './ProcessorRow.tsx'
import { recipientsQuery } from './queries.ts'
import { TransferRows } from './TransferRows.tsx'
import { useOversightTexts } from './texts.ts'

/** Sections 8 and 9 at work: whom data may go to today, and the switches that stop them. */
export function RecipientsScreen() {
  const said = useOversightTexts()
  const recipients = useQuery(recipientsQuery)
  return (
    <OversightFrame part="recipients" under={said.recipientsText}>
      <Asked query={recipients}>
        {(now) => (
          <Stack gap="lg">
            <MailState now={now} />
            <Sheet title={said.processors} flush>
              {now.processors.length === 0 && <Nothing said={said.noProcessors} />}
              <ul className="row-cards" aria-label={said.processors}>
                {now.processors.map((one) => (
                  <ProcessorRow key={one.id} processor={one} />
                ))}
              </ul>
            </Sheet>
            <Sheet title={said.transfers} flush>
              {now.transfers.length === 0 ? <Nothing said={said.noTransfers} /> : <TransferRows now={now} />}
            </Sheet>
            <Sheet title={said.recipients} flush>
              {now.recipients.length === 0 && <Nothing said={said.noRecipients} />}
              <ul className="row-cards" aria-label={said.recipients}>
                {now.recipients.map((one) => (
                  <RecipientRow key={one.id} recipient={one} />
                ))}
              </ul>
            </Sheet>
          </Stack>
        )}
      </Asked>
    </OversightFrame>
  )
}

function RecipientRow({ recipient }: { recipient: Recipients['recipients'][number] }) {
  const said = useOversightTexts()
  const say = useSay()
  const { id, label, clause, fourEyes, members } = recipient
  return (
    <li className="oversight-row">
      <div>
        <strong>{say(label) || id}</strong>
        <Text size="xs" c="dimmed">
          {[members.map(({ name }) => name).join(', '), fourEyes && said.twoPeopleText, clause && said.clause(clause)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      {fourEyes && <StateBadge said={said.twoPeople} tone="wait" />}
    </li>
  )
}

function MailState({ now: { mail } }: { now: Recipients }) {
  const said = useOversightTexts()
  // Where it may not leave, the alarm above says so on every screen.
  if (!mail?.verdict?.allowed) return null
  return (
    <Text size="sm" c="dimmed">
      {said.mailBy(mail.host)}
    </Text>
  )
}

function Nothing({ said }: { said: string }) {
  return (
    <Text size="sm" c="dimmed" px="lg" pb="lg">
      {said}
    </Text>
  )
}
