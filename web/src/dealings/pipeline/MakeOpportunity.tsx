import { Button } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useDeed } from '../../ui/useDeed.ts'
import type { Opportunity } from './contract.ts'
import { opportunitiesQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'

/** An opportunity out of an enquiry in one press; for those who write opportunities, once it is known whose the enquiry is. */
export function MakeOpportunity({
  enquiry,
  company,
  person,
  made,
}: {
  enquiry: string
  company?: string | null | undefined
  person?: string | null | undefined
  /** The opportunity that the enquiry has become already. */
  made?: string | null | undefined
}) {
  const said = usePipelineTexts()
  const navigate = useNavigate()
  const party = { ...(company ? { company } : {}), ...(person && !company ? { person } : {}) }
  const held = useQuery({ ...opportunitiesQuery(party), enabled: !made && Boolean(company || person) }).data
  const make = useDeed<void, Opportunity>({
    run: () => api.post(`/enquiries/${enquiry}/opportunity`, {}),
    done: said.madeOfEnquiry,
    refreshes: [['pipeline'], ['work'], ['enquiries']],
    then: ({ id }) => navigate({ to: to.opportunity(id) }),
  })
  if (made)
    return (
      <Button
        component={Link}
        to={to.opportunity(made)}
        variant="default"
        leftSection={<IconTargetArrow size={16} aria-hidden />}
      >
        {said.openMade}
      </Button>
    )
  if (!held?.mayAdd) return null
  return (
    <WriteButton
      variant="default"
      loading={make.isPending}
      leftSection={<IconTargetArrow size={16} aria-hidden />}
      onClick={() => make.mutate()}
    >
      {said.fromHere}
    </WriteButton>
  )
}
