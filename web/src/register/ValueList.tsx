import { Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { Kept, Verdict } from '../contract.ts'
import { Clause } from '../statement/Clause.tsx'
import { reasonOf } from '../statement/reason.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import type { Email, Field, Subject } from './contract.ts'
import { OriginTag } from './OriginTag.tsx'
import { fieldsQuery } from './queries.ts'
import { UnprovenEmail } from './UnprovenEmail.tsx'
import { useValued } from './values.tsx'

/** Every declared field of a record, but the terms of trade, which stand with their relationship: its values, each with its source; a lock where the duty may not read. */
export function ValueList({ subject, record }: { subject: Subject; record: Kept }) {
  const fields = useQuery(fieldsQuery(subject))
  const say = useSay()
  return (
    <Asked query={fields}>
      {(declared) => (
        <dl className="facts">
          {declared
            .filter(({ id }) => !id.startsWith('com.'))
            .map((field) => (
              <Fragment key={field.id}>
                <dt>{say(field.label)}</dt>
                <dd>
                  <FieldValue field={field} record={record} label={say(field.label)} />
                </dd>
              </Fragment>
            ))}
        </dl>
      )}
    </Asked>
  )
}

function FieldValue({ field, record, label }: { field: Field; record: Kept; label: string }) {
  const { ui, register } = useTexts()
  const valued = useValued()
  const read = record.may?.fields?.[field.id]?.read ?? field.may?.read
  if (read && !read.allowed) return <Withheld verdict={read} clause={field.clause} />
  const values = valued(field, record.values[field.id])
  // Art. 18: whether there is a value is not told either.
  if (values.length === 0 && record.restricted)
    return (
      <Group gap={7} wrap="nowrap" c="dimmed">
        <IconLock size={15} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm">{register.restrictedTitle}</Text>
      </Group>
    )
  if (values.length === 0)
    return (
      <Text size="sm" c="dimmed" aria-label={ui.empty}>
        {ui.none}
      </Text>
    )
  const unproven = field.id === 'person.email' ? unprovenOf(record) : []
  return values.map(({ key, shown }) => (
    <div className="valued" key={key}>
      <div>{shown}</div>
      <OriginTag field={label} origin={originOf(record, field.id, key)} />
      {unproven
        .filter(({ id }) => `${field.id}:${id}` === key)
        .map((email) => (
          <UnprovenEmail key={key} person={record} email={email} />
        ))}
    </div>
  ))
}

function unprovenOf({ values }: Kept): Email[] {
  return ((values['person.email'] ?? []) as Email[]).filter(({ proven }) => proven === false)
}

export function Withheld({ verdict, clause }: { verdict: Verdict; clause?: string | undefined }) {
  const texts = useTexts()
  if (verdict.allowed) return null
  const at = verdict.clause ?? clause
  return (
    <Group gap={7} wrap="nowrap" c="dimmed" title={reasonOf(verdict, texts) ?? undefined}>
      <IconLock size={15} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">{texts.register.withheld}</Text>
      <Clause id={at} />
    </Group>
  )
}

// A job role is kept with the affiliation it belongs to, so its source carries that id.
function originOf({ sources = {} }: Kept, field: string, key: string) {
  return sources[key] ?? sources[field] ?? Object.entries(sources).find(([at]) => at.startsWith(`${field}:`))?.[1]
}
