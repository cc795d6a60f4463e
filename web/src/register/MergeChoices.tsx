import { Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Kept } from '../contract.ts'
import { useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import type { Field, Subject } from './contract.ts'
import { useMergeTexts } from './merge.texts.ts'
import { companyQuery, fieldsQuery, personQuery } from './queries.ts'
import { useValued } from './values.tsx'

/** Which of two differing values stays, field by field; addresses and numbers of both are kept. */
export function MergeChoices({
  subject,
  kept,
  gone,
  take,
  onTake,
}: {
  subject: Subject
  kept: string
  gone: string
  take: readonly string[]
  onTake: (fields: string[]) => void
}) {
  const query = (id: string) =>
    (subject === 'person' ? personQuery(id) : companyQuery(id)) as ReturnType<typeof personQuery>
  const fields = useQuery(fieldsQuery(subject))
  const one = useQuery(query(kept))
  const other = useQuery(query(gone))
  return (
    <Asked query={one}>
      {(stays) => (
        <Asked query={other}>
          {(goes) => (
            <Asked query={fields}>
              {(declared) => <Table fields={declared} stays={stays} goes={goes} take={take} onTake={onTake} />}
            </Asked>
          )}
        </Asked>
      )}
    </Asked>
  )
}

function Table({
  fields,
  stays,
  goes,
  take,
  onTake,
}: {
  fields: Field[]
  stays: Kept
  goes: Kept
  take: readonly string[]
  onTake: (fields: string[]) => void
}) {
  const said = useMergeTexts()
  const say = useSay()
  const valued = useValued()
  const shown = (field: Field, record: Kept) => valued(field, record.values[field.id])
  const rows = fields
    .filter(({ id }) => !id.startsWith('com.'))
    .map((field) => ({ field, own: shown(field, stays), theirs: shown(field, goes) }))
    .filter(({ own, theirs }) => own.length > 0 || theirs.length > 0)
  return (
    <Scrolling label={said.compare}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col">
              <span>{said.field}</span>
            </th>
            <th scope="col">
              <span>{said.stays}</span>
            </th>
            <th scope="col">
              <span>{said.goes}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, own, theirs }) => {
            const isSame = own.map(({ plain }) => plain).join() === theirs.map(({ plain }) => plain).join()
            const isChoice = !isSame && !several.has(field.id) && own.length > 0 && theirs.length > 0
            const choose = (isTheirs: boolean) =>
              onTake(isTheirs ? [...take, field.id] : take.filter((id) => id !== field.id))
            const cell = (values: typeof own, isTheirs: boolean) =>
              isChoice ? (
                <Radio
                  name={`merge-${field.id}`}
                  checked={take.includes(field.id) === isTheirs}
                  onChange={() => choose(isTheirs)}
                  label={values.map(({ plain }) => plain).join(', ')}
                />
              ) : (
                <Stack gap={2}>
                  {values.map(({ key, plain }) => (
                    <Text key={key} size="sm">
                      {plain}
                    </Text>
                  ))}
                </Stack>
              )
            return (
              <tr key={field.id}>
                <th scope="row">
                  <span>{say(field.label)}</span>
                </th>
                <td>{cell(own, false)}</td>
                <td>{cell(theirs, true)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** Fields of several values: those of both stay. */
const several = new Set(['person.email', 'person.phone', 'person.address', 'org.addresses', 'person.jobRole'])
