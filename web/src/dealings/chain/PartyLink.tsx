import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import type { WithParty } from './contract.ts'
import { useChainTexts } from './texts.ts'

/** Whom a document is with, as a link to the card. */
export function PartyLink({ company, companyName, person, personName }: Omit<WithParty, 'contact' | 'contactName'>) {
  const said = useChainTexts()
  const path = company ? to.company(company) : person ? to.person(person) : null
  const name = (company ? companyName : personName) ?? said.unseen
  if (!path) return name
  return (
    <Anchor component={Link} to={path} inherit>
      {name}
    </Anchor>
  )
}

export function ContactLink({ contact, contactName }: WithParty) {
  const said = useChainTexts()
  if (!contact) return null
  return (
    <Anchor component={Link} to={to.person(contact)} inherit>
      {contactName ?? said.unseen}
    </Anchor>
  )
}
