import { Button } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { to } from '../../to.ts'
import { NewQuoteRequest } from './NewQuoteRequest.tsx'
import { useQuoteRequestTexts } from './texts.ts'

/** An enquiry, or what is hoped for, becomes a request for a quote (S6.2); for those who write quotes. */
export function NoteRequest({
  enquiry,
  opportunity,
  company = null,
  contact = null,
  title = '',
  wish = '',
  noted,
}: {
  enquiry?: string
  opportunity?: string
  company?: string | null
  contact?: string | null
  title?: string
  /** The customer's words. */
  wish?: string
  /** The request that the enquiry has become already. */
  noted?: string | null | undefined
}) {
  const said = useQuoteRequestTexts()
  const [isOpen, setOpen] = useState(false)
  const mayWrite = useQuery(meQuery).data?.writes.includes('com.quotes') ?? false
  if (noted && !isOpen)
    return (
      <Button
        component={Link}
        to={to.quoteRequest(noted)}
        variant="default"
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
      >
        {said.openHere}
      </Button>
    )
  if (!mayWrite) return null
  return (
    <>
      <WriteButton
        variant="default"
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {enquiry ? said.fromEnquiry : said.addHere}
      </WriteButton>
      {isOpen && (
        <NewQuoteRequest
          of={enquiry ? `/enquiries/${enquiry}` : `/opportunities/${opportunity}`}
          party={company ? { company, ...(contact ? { contact } : {}) } : {}}
          said={{ title, wish: wish.slice(0, 4000) }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
