import { Alert, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { WorkOfDeal } from '../../work/card-parts.ts'
import { AddedPart } from '../AddedPart.tsx'
import type { Quote } from '../chain/contract.ts'
import { DocumentHead } from '../chain/DocumentHead.tsx'
import { Facts } from '../chain/Facts.tsx'
import { OwnerFact } from '../chain/OwnerFact.tsx'
import { ContactLink, PartyLink } from '../chain/PartyLink.tsx'
import { quoteQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { LinesTable } from '../lines/LinesTable.tsx'
import { PaperPart } from '../papers/PaperPart.tsx'
import { CustomerLink } from './CustomerLink.tsx'
import { QuoteDeeds } from './QuoteDeeds.tsx'
import { QuoteDraft } from './QuoteDraft.tsx'
import { QuoteVersions } from './QuoteVersions.tsx'

export function QuoteScreen() {
  const { quote: id = '' } = useParams({ strict: false }) as { quote?: string }
  const quote = useQuery(quoteQuery(id))
  return <Asked query={quote}>{(one) => <QuoteCard key={`${one.id} ${one.state}`} quote={one} />}</Asked>
}

function QuoteCard({ quote }: { quote: Quote }) {
  const said = useChainTexts()
  const isDraft = quote.state === 'draft' && quote.events.includes('sending')
  const waits = quote.versions.find(({ state }) => state === 'sent')
  return (
    <>
      <DocumentHead
        kind="quote"
        document={quote}
        list={{ to: to.quotes(), label: said.lists.quotes }}
        actions={<QuoteDeeds quote={quote} />}
      />
      <div className={isDraft ? 'document-draft' : 'columns-2'}>
        <Stack gap="lg">
          {isDraft && waits && (
            <Alert variant="light" color="petrol">
              {said.revising(waits.version)}
            </Alert>
          )}
          {isDraft ? <QuoteDraft quote={quote} /> : <QuoteContent quote={quote} />}
        </Stack>
        <Stack gap="lg">
          {quote.link && <CustomerLink link={quote.link} />}
          <Sheet title={said.customer}>
            <Facts
              facts={[
                [said.customer, <PartyLink key="party" {...quote} />],
                [said.contact, quote.contact && <ContactLink key="contact" {...quote} />],
                [
                  said.owner,
                  (quote.may.owner || quote.ownerName) && <OwnerFact key="owner" of="quotes" document={quote} />,
                ],
                [said.language, said.languages[quote.language]],
              ]}
            />
          </Sheet>
          <AddedPart subject="quote" of={`/quotes/${quote.id}`} />
          <PaperPart document="quotes" id={quote.id} />
          {quote.versions.length > 0 && <QuoteVersions versions={quote.versions} />}
        </Stack>
      </div>
      <Suspense>
        <WorkOfDeal kind="quote" deal={quote} />
      </Suspense>
    </>
  )
}

/** What the quote says, when it is not being written. */
function QuoteContent({ quote }: { quote: Quote }) {
  const said = useChainTexts()
  const { day } = useFormat()
  return (
    <Sheet title={quote.title ?? said.steps.quote}>
      <Stack gap="md">
        <Facts
          facts={[
            [said.validUntil, day(quote.validUntil)],
            [said.payment, said.paymentTerm(quote.paymentDays)],
          ]}
        />
        {quote.opening && <p className="document-words">{quote.opening}</p>}
        <LinesTable lines={quote.lines} totals={quote.totals} />
        {quote.terms && (
          <section>
            <Text size="xs" c="dimmed">
              {said.terms}
            </Text>
            <p className="document-words">{quote.terms}</p>
          </section>
        )}
      </Stack>
    </Sheet>
  )
}
