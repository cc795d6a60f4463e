import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import type { Column } from '../ui/RecordTable.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Company, Person, Subject } from './contract.ts'
import { nameInList, nameOfCompany, nameOfId } from './names.ts'
import { fieldsQuery } from './queries.ts'
import { stateOfNotice, toneOfNotice, toneOfRelationship } from './tones.ts'
import { useGroupCompanies } from './useGroupCompanies.ts'
import { useValued } from './values.tsx'

/** Columns of the list of companies: its own, then every declared field that the duty reads. */
export function useCompanyColumns() {
  const { register, ui } = useTexts()
  const { day } = useFormat()
  const fields = useFieldColumns<Company>('organisation', ['org.name', 'org.addresses'])
  const group = useGroupCompanies()
  return useMemo<Column<Company>[]>(
    () => [
      {
        id: 'name',
        label: register.company,
        sort: 'name',
        fixed: true,
        shown: true,
        cell: (row) => (
          <Link className="row-link" to={to.company(row.id)}>
            {nameOfCompany(row) || ui.unknown}
          </Link>
        ),
      },
      { id: 'state', label: register.state, shown: true, cell: (row) => <States row={row} /> },
      ...fields,
      {
        id: 'groupCompany',
        label: register.groupCompany,
        shown: true,
        cell: (row) => row.relationships.map(({ groupCompany }) => nameOfId(groupCompany, group)).join(', '),
      },
      {
        id: 'owner',
        label: register.owner,
        cell: (row) => [...new Set(row.relationships.map(({ ownerName }) => ownerName).filter(Boolean))].join(', '),
      },
      {
        id: 'openEnquiries',
        label: register.openEnquiry,
        shown: true,
        cell: (row) => (row.openEnquiries > 0 ? <StateBadge said={String(row.openEnquiries)} tone="wait" /> : null),
      },
      {
        id: 'changed',
        label: ui.updated,
        sort: 'changedAt',
        shown: true,
        cell: (row) => <span className="figures">{day(row.changedAt)}</span>,
      },
    ],
    [register, ui, day, fields, group],
  )
}

/** Columns of the list of people. */
export function usePersonColumns() {
  const { register, ui } = useTexts()
  const { day } = useFormat()
  const fields = useFieldColumns<Person>('person', ['person.name', 'person.address'])
  return useMemo<Column<Person>[]>(
    () => [
      {
        id: 'name',
        label: register.person,
        sort: 'name',
        fixed: true,
        shown: true,
        cell: (row) => (
          <Link className="row-link" to={to.person(row.id)}>
            {nameInList(row) || ui.unknown}
          </Link>
        ),
      },
      { id: 'company', label: register.company, shown: true, cell: (row) => companiesOf(row) },
      ...fields,
      { id: 'kind', label: register.kind, cell: (row) => register.kinds[row.kind] ?? row.kind },
      { id: 'notice', label: register.notice, shown: true, cell: (row) => <NoticeState row={row} /> },
      {
        id: 'changed',
        label: ui.updated,
        sort: 'changedAt',
        cell: (row) => <span className="figures">{day(row.changedAt)}</span>,
      },
    ],
    [register, ui, day, fields],
  )
}

function useFieldColumns<Row extends { values: Record<string, unknown> }>(
  subject: Subject,
  but: string[],
): Column<Row>[] {
  const { data: fields } = useQuery(fieldsQuery(subject))
  const say = useSay()
  const valued = useValued()
  return useMemo(
    () =>
      (fields ?? [])
        .filter(({ id, may }) => !but.includes(id) && !id.startsWith('com.') && (may?.read.allowed ?? true))
        .map((field) => ({
          id: field.id,
          label: say(field.label),
          shown: ['org.businessId', 'person.email', 'person.phone'].includes(field.id),
          cell: (row: Row) => <FieldCell values={valued(field, row.values?.[field.id])} />,
        })),
    // `but`, `say` and `valued` change with the language, and then the labels do.
    [fields],
  )
}

function FieldCell({ values }: { values: { key: string; plain: string }[] }) {
  const [first, ...more] = values
  if (!first) return null
  return (
    <span className="figures">
      {first.plain}
      {more.length > 0 && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          +{more.length}
        </Text>
      )}
    </span>
  )
}

export function States({ row }: { row: Company }) {
  const { register } = useTexts()
  const states = [...new Set(row.relationships.map(({ state }) => state))]
  return states.map((state) => (
    <StateBadge key={state} said={register.states[state] ?? state} tone={toneOfRelationship(state)} />
  ))
}

export function NoticeState({ row }: { row: Person }) {
  const { register } = useTexts()
  const pressing =
    row.notices?.find(({ overdue }) => overdue) ??
    row.notices?.find(({ state }) => state === 'queued' || state === 'failed') ??
    row.notices?.[0]
  const state = row.noticeState ?? (pressing ? stateOfNotice(pressing) : null)
  return state ? <StateBadge said={register.noticeStates[state] ?? state} tone={toneOfNotice(state)} /> : null
}

export function companiesOf({ companies = [] }: Person) {
  return companies.map(({ name }) => name).join(', ')
}
