import { Anchor, Group, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { colleaguesQuery } from '../access/queries.ts'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Enquiry } from './contract.ts'
import { LinkEnquiry } from './LinkEnquiry.tsx'
import { nameOfId } from './names.ts'
import { useGroupCompanies } from './useGroupCompanies.ts'

/** Who sent it, to whom it belongs, which statement the sender saw, who handles it. */
export function EnquiryFacts({ enquiry }: { enquiry: Enquiry }) {
  const { register, ui } = useTexts()
  const { enquiries: said } = register
  const { instant } = useFormat()
  const group = useGroupCompanies()
  const { person, company, answeredAt, closedAt, version, emails = [], phones = [], saidName, saidPhone } = enquiry
  return (
    <dl className="facts">
      <Fact name={register.person}>
        <Group justify="space-between" gap="sm">
          {person ? (
            <Anchor component={Link} to={to.person(person.id)} size="sm" fw={600}>
              {person.name || ui.unknown}
            </Anchor>
          ) : (
            <Text size="sm" c="dimmed">
              {said.linkNone}
            </Text>
          )}
          <LinkEnquiry enquiry={enquiry} to="person" />
        </Group>
      </Fact>
      {saidName && saidName !== person?.name && <Fact name={said.from}>{saidName}</Fact>}
      {(emails.length > 0 || phones.length > 0 || saidPhone) && (
        <Fact name={said.reach}>
          <Group gap="md">
            {emails.map(({ address }) => (
              <Anchor key={address} href={`mailto:${address}`} size="sm">
                {address}
              </Anchor>
            ))}
            {phones.map(({ number, display }) => (
              <Anchor key={number} href={`tel:${number}`} size="sm" className="figures">
                {display ?? number}
              </Anchor>
            ))}
            {saidPhone && phones.length === 0 && (
              <Text size="sm" component="span" className="figures">
                {saidPhone}
              </Text>
            )}
          </Group>
        </Fact>
      )}
      <Fact name={register.company}>
        <Group justify="space-between" gap="sm">
          {company ? (
            <Anchor component={Link} to={to.company(company.id)} size="sm" fw={600}>
              {company.name || ui.unknown}
            </Anchor>
          ) : (
            <Text size="sm" c="dimmed">
              {said.linkNone}
            </Text>
          )}
          <LinkEnquiry enquiry={enquiry} to="company" />
        </Group>
      </Fact>
      <Fact name={register.groupCompany}>{nameOfId(enquiry.groupCompany, group)}</Fact>
      <Fact name={said.assigned}>
        <Assignee enquiry={enquiry} />
      </Fact>
      {version && (
        <Fact name={said.noticed}>
          <Anchor href={to.publicVersion(version)} target="_blank" rel="noreferrer" size="sm">
            {said.noticedVersion(version)}
          </Anchor>
        </Fact>
      )}
      {answeredAt && (
        <Fact name={said.reply}>
          <span className="figures">{instant(answeredAt)}</span>
        </Fact>
      )}
      {closedAt && (
        <Fact name={said.states.closed ?? ''}>
          <span className="figures">{instant(closedAt)}</span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Assignee({ enquiry: { id, revision, assignedTo, events = [] } }: { enquiry: Enquiry }) {
  const {
    register: { enquiries: said },
  } = useTexts()
  const halted = useHaltedReason()
  const colleagues = useQuery(colleaguesQuery)
  const assign = useDeed({
    run: (who: string | null) => api.patch(`/enquiries/${id}`, { assignedTo: who }, revision),
    done: said.assignedNow,
    refreshes: [['enquiries']],
  })
  return (
    <Select
      size="sm"
      maw={260}
      aria-label={said.assign}
      placeholder={said.nobody}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': said.nobody }}
      disabled={!events.includes('assignment') || assign.isPending || halted !== null}
      description={halted}
      value={assignedTo}
      data={(colleagues.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
      onChange={(who) => assign.mutate(who)}
    />
  )
}
