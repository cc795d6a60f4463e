import { Group } from '@mantine/core'
import { IconCheck, IconHandGrab, IconMailCheck, IconRotate2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { MakeOpportunity } from '../dealings/pipeline/MakeOpportunity.tsx'
import { AnswerEnquiry } from '../mail/card-parts.ts'
import { useTexts } from '../texts/index.tsx'
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
  // What an open enquiry waits for comes first: an answer, or where there is no address to write to, a quote.
  const isOpen = events.includes('answer')
  return (
    <Group gap="xs" className="deeds">
      {email && (
        <Suspense>
          <AnswerEnquiry enquiry={id} person={person ?? null} email={email} label={said.writeReply} isFirst={isOpen} />
        </Suspense>
      )}
      <Suspense>
        <QuoteOfEnquiry
          enquiry={id}
          company={company?.id ?? null}
          person={person?.id ?? null}
          isFirst={isOpen && !email}
        />
      </Suspense>
      {events.includes('assignment') && assignedTo !== me?.staff.id && (
        <WriteButton
          variant="default"
          leftSection={<IconHandGrab size={16} aria-hidden />}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {said.takeIt}
        </WriteButton>
      )}
      {(quoteRequest || ((company || person) && state !== 'closed')) && (
        <Suspense>
          <NoteRequest
            enquiry={id}
            company={company?.id ?? null}
            contact={person?.id ?? null}
            wish={enquiry.message ?? ''}
            noted={quoteRequest}
          />
        </Suspense>
      )}
      {events.includes('answer') && (
        <WriteButton
          variant="default"
          leftSection={<IconMailCheck size={16} aria-hidden />}
          loading={busy('answer')}
          onClick={() => move.mutate('answer')}
        >
          {said.answered}
        </WriteButton>
      )}
      {(events.includes('closure') || opportunity) && (
        <MakeOpportunity enquiry={id} company={company?.id} person={person?.id} made={opportunity} />
      )}
      {events.includes('closure') && <ForwardEnquiry id={id} />}
      {events.includes('closure') && (
        <WriteButton
          variant="default"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={busy('closure')}
          onClick={() => move.mutate('closure')}
        >
          {said.close}
        </WriteButton>
      )}
      {events.includes('reopening') && (
        <WriteButton
          variant="default"
          leftSection={<IconRotate2 size={16} aria-hidden />}
          loading={busy('reopening')}
          onClick={() => move.mutate('reopening')}
        >
          {said.reopen}
        </WriteButton>
      )}
      <DeleteEnquiry {...enquiry} />
    </Group>
  )
}
