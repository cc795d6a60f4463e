import { IconFileDescription } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMakeQuote } from './useMakeQuote.tsx'

/** An enquiry becomes a quote in one press, once it is known whose it is (S6.2). */
export function QuoteOfEnquiry({
  enquiry,
  company,
  person,
  isFirst = false,
}: {
  enquiry: string
  company: string | null
  person: string | null
  isFirst?: boolean
}) {
  const said = useChainTexts()
  const me = useQuery(meQuery).data
  const { make, isPending, dialog } = useMakeQuote({ of: `/enquiries/${enquiry}`, person })
  if (!(company ?? person) || !me?.writes.includes('com.quotes')) return null
  return (
    <>
      <WriteButton
        variant={isFirst ? 'filled' : 'default'}
        leftSection={<IconFileDescription size={16} aria-hidden />}
        loading={isPending}
        onClick={() => make()}
      >
        {said.makeQuote}
      </WriteButton>
      {dialog}
    </>
  )
}
