import { Checkbox, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../../access/queries.ts'
import { api } from '../../api.ts'
import type { Language } from '../../contract.ts'
import { personQuery } from '../../register/queries.ts'
import type { SearchWords } from '../../search-words.ts'
import { to } from '../../to.ts'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { AddressFields, type TypedAddress } from '../chain/AddressFields.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import { GivenFields, givenOf, nothingGiven } from '../chain/GivenFields.tsx'
import { PartyChooser } from '../chain/PartyChooser.tsx'
import { paymentDaysQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'
import { LineEditor } from '../lines/LineEditor.tsx'
import { type Line, newLine } from '../lines/line.ts'

/** Entering an order that came without a quote (S6.3). What was typed stays when it is refused. */
export function NewOrderScreen() {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as SearchWords
  const [party, setParty] = useState<Party>({
    ...(search.company ? { company: search.company } : {}),
    ...(search.person ? { person: search.person } : {}),
  })
  const [lines, setLines] = useState<Line[]>(() => [newLine()])
  const [typed, setTyped] = useState({
    ...{ title: '', buyerReference: '', wantedOn: '', terms: '', language: 'fi' as Language },
    paymentDays: null as number | string | null,
    ...{ contact: (search.contact ?? null) as string | null, told: false, productGroup: '' },
  })
  const [isWhole, setWhole] = useState(false)
  const [elsewhere, setElsewhere] = useState(false)
  const [address, setAddress] = useState({ name: '', street: '', postcode: '', city: '' })
  const [keepsAddress, setKeepsAddress] = useState(false)
  const [given, setGiven] = useState(nothingGiven)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const mayKeepAddress = useQuery(meQuery).data?.writes.includes(party.company ? 'org.addresses' : 'person.address')
  const person = useQuery({ ...personQuery(party.person ?? ''), enabled: Boolean(party.person) }).data
  const usual = useQuery(paymentDaysQuery(party)).data
  const paymentDays = typed.paymentDays ?? usual?.days ?? ''
  const emailId = emailOf(person?.values['person.email'])
  const added = useAddedToNew('order')
  const place = useMove({
    run: () => {
      const { contact, told, productGroup, wantedOn, paymentDays: days, ...rest } = typed
      const { contact: _, ...buyer } = party
      return api.post<{ id: string }>('/orders', {
        ...{ ...buyer, ...rest, lines },
        ...(contact ? { contact } : {}),
        ...(wantedOn ? { wantedOn } : {}),
        ...(typeof days === 'number' ? { paymentDays: days } : {}),
        ...(isWhole ? { billedFrom: 'order' } : {}),
        ...(elsewhere ? { deliveryAddress: address } : {}),
        ...givenOf(given, elsewhere && keepsAddress && mayKeepAddress ? placeOf(address) : null),
        // § 200(3) of laki 917/2014: all of the four facts, or none of them counts.
        ...(told && party.person ? { sale: { productGroup, emailId, toldOfRefusal: true } } : {}),
        ...added.body(),
      })
    },
    done: said.ordered,
    then: ({ id }) => navigate({ to: to.order(id) }),
  })
  const sold = lines.find(({ text }) => text.trim())?.text.trim() ?? ''
  const errorOf = (field: string) => (place.fault?.field === field ? place.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    place.mutate()
  }
  return (
    <>
      <PageHead title={said.newOrder} crumbs={[{ to: to.orders(), label: said.lists.orders }]} under={said.orderHint} />
      <Form onSubmit={submit}>
        <Stack gap="lg">
          <Sheet title={said.customer}>
            <Stack>
              <PartyChooser
                value={party}
                onChange={(chosen) => {
                  setParty(chosen)
                  type({ contact: chosen.contact ?? null })
                }}
              />
              {errorOf('party') && (
                <Text size="sm" c="red" role="alert">
                  {errorOf('party')}
                </Text>
              )}
              <Group grow align="flex-start" preventGrowOverflow={false}>
                {party.company && (
                  <ContactChoice
                    company={party.company}
                    value={typed.contact}
                    onChange={(contact) => type({ contact })}
                  />
                )}
                <TextInput
                  label={said.title}
                  miw={170}
                  maxLength={200}
                  value={typed.title}
                  onChange={(event) => type({ title: event.currentTarget.value })}
                />
                <TextInput
                  label={said.buyerReference}
                  miw={150}
                  maxLength={100}
                  value={typed.buyerReference}
                  onChange={(event) => type({ buyerReference: event.currentTarget.value })}
                />
              </Group>
              <Group grow align="flex-start" preventGrowOverflow={false}>
                <TextInput
                  type="date"
                  label={said.wantedOn}
                  miw={150}
                  value={typed.wantedOn}
                  error={errorOf('wantedOn')}
                  onChange={(event) => type({ wantedOn: event.currentTarget.value })}
                />
                <NumberInput
                  label={said.paymentDays}
                  miw={130}
                  hideControls
                  allowDecimal={false}
                  value={paymentDays}
                  error={errorOf('paymentDays')}
                  onChange={(next) => type({ paymentDays: next })}
                />
                <Select
                  label={said.language}
                  miw={130}
                  allowDeselect={false}
                  data={Object.entries(said.languages).map(([value, label]) => ({ value, label }))}
                  value={typed.language}
                  onChange={(language) => type({ language: (language ?? 'fi') as Language })}
                />
              </Group>
              <Checkbox
                label={basis.billedFromWhole}
                description={basis.billedFromHint}
                checked={isWhole}
                onChange={(event) => setWhole(event.currentTarget.checked)}
              />
              <Checkbox
                label={said.otherAddress}
                checked={elsewhere}
                onChange={(event) => setElsewhere(event.currentTarget.checked)}
              />
              {elsewhere && (
                <>
                  <AddressFields value={address} onChange={setAddress} fault={place.fault} field="deliveryAddress" />
                  {mayKeepAddress && (
                    <Checkbox
                      label={said.keepAddress}
                      checked={keepsAddress}
                      error={errorOf('person.address') ?? errorOf('org.addresses')}
                      onChange={(event) => setKeepsAddress(event.currentTarget.checked)}
                    />
                  )}
                </>
              )}
              <GivenFields value={given} onChange={setGiven} fault={place.fault} />
              {added.inputs(place.error)}
            </Stack>
          </Sheet>
          <Sheet title={said.lines}>
            <LineEditor
              lines={lines}
              onChange={setLines}
              language={typed.language}
              company={party.company}
              fault={place.fault}
            />
          </Sheet>
          {party.person && (
            <Sheet>
              <Stack>
                <Checkbox
                  data-asks="told-of-refusal"
                  label={said.sale}
                  checked={typed.told}
                  onChange={(event) => {
                    const told = event.currentTarget.checked
                    type({ told, ...(typed.productGroup ? {} : { productGroup: sold.slice(0, 100) }) })
                  }}
                />
                {typed.told && (
                  <TextInput
                    data-asks="product-group"
                    label={said.productGroup}
                    required
                    maxLength={100}
                    value={typed.productGroup}
                    onChange={(event) => type({ productGroup: event.currentTarget.value })}
                  />
                )}
              </Stack>
            </Sheet>
          )}
          <FormFoot
            label={said.placeOrder}
            busy={place.isPending}
            onCancel={() => navigate({ to: party.company ? to.company(party.company) : to.orders() })}
          />
        </Stack>
      </Form>
    </>
  )
}

// The card keeps where the place is; whoever takes the goods in is on the delivery.
function placeOf({ street, postcode, city }: TypedAddress) {
  return { kind: 'visiting', street, postcode, city }
}

function emailOf(value: unknown): string | null {
  const emails = Array.isArray(value) ? (value as { id: string; primary?: boolean }[]) : []
  return (emails.find(({ primary }) => primary) ?? emails[0])?.id ?? null
}
