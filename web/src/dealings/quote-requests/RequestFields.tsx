import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../../access/queries.ts'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import type { WithParty } from '../chain/contract.ts'
import type { Fault } from '../chain/useMove.ts'
import type { WishedLine } from './contract.ts'
import { useQuoteRequestTexts } from './texts.ts'
import { WishedLines } from './WishedLines.tsx'

/** A request for a quote as it is being typed. */
export interface TypedRequest {
  title: string
  wish: string
  answerBy: string
  wantedOn: string
  buyerReference: string
  contact: string | null
  owner: string | null
  lines: WishedLine[]
}

/** What the server takes of what was typed. */
export function requestOf({ wish, answerBy, wantedOn, buyerReference, owner, ...typed }: TypedRequest) {
  return {
    ...typed,
    ...{ wish: wish || null, answerBy: answerBy || null, wantedOn: wantedOn || null },
    ...(owner ? { owner } : {}),
    buyerReference: buyerReference || null,
  }
}

/** What is said of a request for a quote; a refusal stands at its field. */
export function RequestFields({
  typed,
  fault,
  company,
  named,
  onType,
}: {
  typed: TypedRequest
  fault: Fault
  /** Whose people may be its contact. */
  company?: string | null | undefined
  /** Who is its contact already, with their name. */
  named?: Pick<WithParty, 'contact' | 'contactName'>
  onType: (part: Partial<TypedRequest>) => void
}) {
  const said = useQuoteRequestTexts()
  const staff = useQuery(colleaguesQuery).data ?? []
  const errorOf = (...fields: string[]) => (fault && fields.includes(fault.field) ? fault.said : undefined)
  return (
    <Stack>
      <TextInput
        label={said.title}
        required
        maxLength={200}
        value={typed.title}
        error={errorOf('title', 'com.quotes')}
        onChange={(event) => onType({ title: event.currentTarget.value })}
      />
      <Textarea
        label={said.wish}
        description={said.wishHint}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={4000}
        value={typed.wish}
        error={errorOf('wish')}
        onChange={(event) => onType({ wish: event.currentTarget.value })}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          type="date"
          label={said.answerBy}
          miw={150}
          value={typed.answerBy}
          error={errorOf('answerBy')}
          onChange={(event) => onType({ answerBy: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={said.wantedOn}
          miw={150}
          value={typed.wantedOn}
          error={errorOf('wantedOn')}
          onChange={(event) => onType({ wantedOn: event.currentTarget.value })}
        />
      </Group>
      <WishedLines
        lines={typed.lines}
        fault={fault}
        company={company ?? undefined}
        onChange={(lines) => onType({ lines })}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={said.buyerReference}
          description={said.referenceHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          miw={190}
          maxLength={100}
          value={typed.buyerReference}
          error={errorOf('buyerReference')}
          onChange={(event) => onType({ buyerReference: event.currentTarget.value })}
        />
        {company && (
          <ContactChoice
            company={company}
            {...(named ? { named } : {})}
            value={typed.contact}
            error={errorOf('contact')}
            onChange={(contact) => onType({ contact })}
          />
        )}
        <Select
          label={said.owner}
          searchable
          allowDeselect={false}
          miw={170}
          data={staff.map(({ id: value, name }) => ({ value, label: name }))}
          value={typed.owner}
          error={errorOf('owner')}
          onChange={(owner) => onType({ owner })}
        />
      </Group>
    </Stack>
  )
}
