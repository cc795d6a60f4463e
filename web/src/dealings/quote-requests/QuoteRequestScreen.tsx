import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { AddedPart } from '../AddedPart.tsx'
import { ChainLine } from '../chain/ChainLine.tsx'
import { Facts } from '../chain/Facts.tsx'
import { ContactLink, PartyLink } from '../chain/PartyLink.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { tones as quoteTones } from '../chain/tones.ts'
import type { QuoteRequest } from './contract.ts'
import { QuoteRequestDeeds } from './QuoteRequestDeeds.tsx'
import { QuoteRequestForm } from './QuoteRequestForm.tsx'
import { quoteRequestQuery } from './queries.ts'
import { useQuoteRequestTexts } from './texts.ts'
import { tones } from './tones.ts'
import { useTypedRequest } from './useTypedRequest.ts'
import { WishedTable } from './WishedTable.tsx'

export function QuoteRequestScreen() {
  const { request: id = '' } = useParams({ strict: false }) as { request?: string }
  const request = useQuery(quoteRequestQuery(id))
  return <Asked query={request}>{(one) => <Card key={one.id} request={one} />}</Asked>
}

function Card({ request }: { request: QuoteRequest }) {
  const said = useQuoteRequestTexts()
  const form = useTypedRequest(request)
  // What was typed stays in sight where a colleague closes the request meanwhile.
  const isWritten = request.mayWrite && (request.state === 'open' || form.isChanged)
  return (
    <>
      <PageHead
        title={request.title}
        crumbs={[{ to: to.quoteRequests(), label: said.many }]}
        under={
          <Group gap={8}>
            <PartyLink {...request} />
            <StateBadge said={said.states[request.state]} tone={tones[request.state]} />
            {request.isLate && <StateBadge said={said.late} tone="bad" />}
          </Group>
        }
        actions={<QuoteRequestDeeds request={request} savedBefore={form.savedBefore} />}
      />
      <ChainLine steps={request.chain} here={request.id} />
      <div className="columns-2">
        <Sheet title={isWritten ? said.one : said.wish}>
          {isWritten ? <QuoteRequestForm request={request} form={form} /> : <Wished request={request} />}
        </Sheet>
        <Stack gap="lg">
          <About request={request} />
          <Quotes request={request} />
          <AddedPart subject="quote_request" of={`/quote-requests/${request.id}`} />
        </Stack>
      </div>
    </>
  )
}

/** What was asked for, when it is not being written. */
function Wished({ request }: { request: QuoteRequest }) {
  const said = useQuoteRequestTexts()
  return (
    <Stack gap="md">
      {request.wish && <p className="document-words">{request.wish}</p>}
      {request.lines.length > 0 ? (
        <WishedTable lines={request.lines} />
      ) : (
        !request.wish && (
          <Text size="sm" c="dimmed">
            {said.noLines}
          </Text>
        )
      )}
    </Stack>
  )
}

function About({ request }: { request: QuoteRequest }) {
  const said = useQuoteRequestTexts()
  const { customer } = useChainTexts()
  const { day } = useFormat()
  const isOpen = request.mayWrite && request.state === 'open' // its form says these itself
  return (
    <Sheet title={said.customer}>
      <Facts
        facts={[
          [customer, <PartyLink key="party" {...request} />],
          [said.contact, request.contact && <ContactLink key="contact" {...request} />],
          [said.answerBy, !isOpen && request.answerBy && day(request.answerBy)],
          [said.wantedOn, !isOpen && request.wantedOn && day(request.wantedOn)],
          [said.buyerReference, !isOpen && request.buyerReference],
          [said.owner, !isOpen && request.ownerName],
          [said.entered, day(request.enteredAt)],
          [said.settledOn, request.settledOn && day(request.settledOn)],
          [said.reason, request.reason],
        ]}
      />
    </Sheet>
  )
}

function Quotes({ request: { quotes } }: { request: QuoteRequest }) {
  const said = useQuoteRequestTexts()
  const chain = useChainTexts()
  return (
    <Sheet title={said.quotes}>
      {quotes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.noQuotes}
        </Text>
      ) : (
        <Stack gap={8}>
          {quotes.map(({ id, number, title, state }) => (
            <Group key={id} justify="space-between" wrap="nowrap" gap="sm">
              <Anchor component={Link} to={to.quote(id)} size="sm" fw={550}>
                {[number ?? said.draft, title].filter(Boolean).join(' · ')}
              </Anchor>
              <StateBadge said={chain.states[state] ?? state} tone={quoteTones[state]} />
            </Group>
          ))}
        </Stack>
      )}
    </Sheet>
  )
}
