import { Group } from '@mantine/core'
import { type Icon, IconCheck, IconHandGrab, IconMailCheck, IconRotate2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { MakeOpportunity } from '../dealings/pipeline/MakeOpportunity.tsx'
import { AnswerEnquiry } from '../mail/card-parts.ts'
import { useTexts } from '../texts/index.tsx'
import { MoreDeeds } from '../ui/MoreDeeds.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Enquiry } from './contract.ts'
import { DeleteEnquiry } from './DeleteEnquiry.tsx'
import { ForwardEnquiry } from './ForwardEnquiry.tsx'

const QuoteOfEnquiry = lazy(async () => ({
  default: (await import('../dealings/quotes/QuoteOfEnquiry.tsx')).QuoteOfEnquiry,
}))

const NoteRequest = lazy(async () => ({
  default: (await import('../dealings/quote-requests/NoteRequest.tsx')).NoteRequest,
}))

type Event = 'answer' | 'closure' | 'reopening'

/** What can be done with an enquiry: take it, answer it, close it, open it again. The server says which apply now. */
export function EnquiryDeeds({ enquiry }: { enquiry: Enquiry }) {
  const { id, state, revision, quoteRequest, opportunity, assignedTo, emails, company, person, events = [] } = enquiry
  const {
    register: { enquiries: said },
  } = useTexts()
  const me = useQuery(meQuery).data
  const refreshes = [['enquiries'], ['companies'], ['people']]
  const take = useDeed({
    run: () => api.patch(`/enquiries/${id}`, { assignedTo: me?.staff.id }, revision),
    done: said.assignedNow,
    refreshes,
  })
  const told = { answer: said.answeredNow, closure: said.closedNow, reopening: said.reopenedNow }
  const move = useDeed({
    run: (event: Event) => api.post(`/enquiries/${id}/${event}`, {}),
    done: (event) => told[event],
    refreshes,
  })
  const busy = (event: Event) => move.isPending && move.variables === event
  const email = emails?.[0]?.address
  const may = (event: (typeof events)[number]) => events.includes(event)
  const hasParty = Boolean(company ?? person)
  const answer = email && (
    <Suspense key="answer">
      <AnswerEnquiry
        enquiry={id}
        person={person ?? null}
        email={email}
        label={said.writeReply}
        isFirst={may('answer')}
      />
    </Suspense>
  )
  const quote = (
    <Suspense key="quote">
      <QuoteOfEnquiry
        enquiry={id}
        company={company?.id ?? null}
        person={person?.id ?? null}
        isFirst={may('answer') && !email}
      />
    </Suspense>
  )
  const moveBy = (event: Event, label: string, Icon: Icon) =>
    may(event) && (
      <WriteButton
        key={event}
        variant="default"
        leftSection={<Icon size={16} aria-hidden />}
        loading={busy(event)}
        onClick={() => move.mutate(event)}
      >
        {label}
      </WriteButton>
    )
  const answered = moveBy('answer', said.answered, IconMailCheck)
  const close = moveBy('closure', said.close, IconCheck)
  // What it waits for comes first: an answer, where there is no address to write to a quote, and what is answered its end.
  const mayQuote = hasParty && me?.writes.includes('com.quotes')
  const first = may('answer')
    ? answer || (mayQuote && quote) || answered
    : close || moveBy('reopening', said.reopen, IconRotate2)
  const request = (quoteRequest || (hasParty && state !== 'closed')) && (
    <Suspense key="request">
      <NoteRequest
        enquiry={id}
        company={company?.id ?? null}
        contact={person?.id ?? null}
        title={enquiry.subject ?? ''}
        wish={enquiry.message ?? ''}
        noted={quoteRequest}
      />
    </Suspense>
  )
  const hope = (may('closure') || opportunity) && (
    <MakeOpportunity key="hope" enquiry={id} company={company?.id} person={person?.id} made={opportunity} />
  )
  return (
    <Group gap="xs" className="deeds">
      {first}
      {may('assignment') && assignedTo !== me?.staff.id && (
        <WriteButton
          variant="default"
          leftSection={<IconHandGrab size={16} aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {said.takeIt}
        </WriteButton>
      )}
      <MoreDeeds>
        {first !== answer && answer}
        {state !== 'closed' && first !== quote && quote}
        {request}
        {hope}
        {first !== answered && answered}
        {may('closure') && <ForwardEnquiry id={id} />}
        {first !== close && close}
        <DeleteEnquiry {...enquiry} />
      </MoreDeeds>
    </Group>
  )
}
