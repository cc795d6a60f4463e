import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import type { Opportunity } from './contract.ts'
import { usePipelineTexts } from './texts.ts'

/** With whom an opportunity is, since when, and the enquiry it came from. On a page of its own the head says the customer. */
export function OpportunityOrigin({ opportunity, isPage }: { opportunity: Opportunity; isPage: boolean }) {
  const said = usePipelineTexts()
  const { day } = useFormat()
  const { party, company, person, enquiry, enteredAt } = opportunity
  const opened = said.opened(day(enteredAt))
  return (
    <Text size="sm" c="dimmed">
      {party && !isPage && (
        <>
          <Anchor component={Link} to={company ? to.company(company) : to.person(person ?? '')} size="sm">
            {party}
          </Anchor>
          {' · '}
        </>
      )}
      {isPage ? opened.replace(/^./, (first) => first.toUpperCase()) : opened}
      {enquiry && (
        <>
          {' · '}
          <Anchor component={Link} to={to.enquiry(enquiry)} size="sm">
            {said.fromEnquiry}
          </Anchor>
        </>
      )}
    </Text>
  )
}
