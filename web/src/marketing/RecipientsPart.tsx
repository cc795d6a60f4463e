import { Anchor, Group, NativeSelect, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Clause } from '../statement/Clause.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { MoreRows } from '../ui/MoreRows.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Campaign, Recipient, RecipientState } from './contract.ts'
import { recipientsQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'
import { toneOfRecipient } from './tones.ts'

/** Everybody the campaign was meant for: who got it and on which ground, who did not and why. */
export function RecipientsPart({ campaign: { id, counts, channel } }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const [state, setState] = useState<RecipientState | ''>('')
  const recipients = useInfiniteQuery(recipientsQuery(id, state || undefined, Object.values(counts).join()))
  const states = (Object.keys(counts) as RecipientState[]).filter((one) => counts[one] > 0)
  return (
    <Sheet
      flush
      title={said.recipients}
      actions={
        <NativeSelect
          aria-label={said.filter}
          size="xs"
          value={state}
          onChange={(event) => setState(event.currentTarget.value as RecipientState | '')}
          data={[
            { value: '', label: said.recipientsAll },
            ...states.map((one) => ({ value: one, label: said.recipientStates[one] ?? one })),
          ]}
        />
      }
    >
      <Asked query={recipients}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0)
            return (
              <Text size="sm" c="dimmed" p="lg">
                {said.recipientsNone}
              </Text>
            )
          return (
            <>
              <Scrolling label={`${said.recipients}: ${said.columns.state}`}>
                <table className="records">
                  <thead>
                    <tr>
                      {[said.recipient, said.columns.state, said.why, said.when].map((head) => (
                        <th key={head} scope="col">
                          <span>{head}</span>
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <Row key={row.id} row={row} isLetter={channel === 'post'} />
                    ))}
                  </tbody>
                </table>
              </Scrolling>
              <MoreRows
                hasMore={recipients.hasNextPage}
                isFetching={recipients.isFetchingNextPage}
                more={recipients.fetchNextPage}
              />
            </>
          )
        }}
      </Asked>
    </Sheet>
  )
}

function Row({ row, isLetter }: { row: Recipient; isLetter: boolean }) {
  const said = useMarketingTexts()
  const { instant } = useFormat()
  const { person, state, code, clause, ground, settledAt } = row
  const word = isLetter && state === 'sending' ? said.printedState : said.recipientStates[state]
  return (
    <tr>
      <td>
        {person ? (
          <Anchor component={Link} to={to.person(person.id)} size="sm" fw={600}>
            {person.name ?? said.recipient}
          </Anchor>
        ) : (
          said.erased
        )}
      </td>
      <td>
        <StateBadge said={word ?? state} tone={toneOfRecipient[state]} />
      </td>
      <td>
        <Group gap={8}>
          <span>{code ? (said.reasons[code]?.[0] ?? code) : (said.grounds[ground ?? ''] ?? '')}</span>
          <Clause id={code ? clause : null} />
        </Group>
      </td>
      <td className="figures">{instant(settledAt)}</td>
    </tr>
  )
}
