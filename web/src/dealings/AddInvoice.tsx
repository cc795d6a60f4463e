import { Checkbox, Group, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSpeech } from '../texts/index.tsx'
import { AddDealing } from './AddDealing.tsx'
import type { Party } from './contract.ts'
import { dayFrom } from './day-from.ts'
import { useDealingsTexts } from './texts.ts'

const fresh = () => ({
  number: '',
  issuedOn: dayFrom(0),
  dueOn: dayFrom(14),
  amount: '' as string | number,
  debtorAddress: '',
  text: '',
  told: false,
  productGroup: '',
})

export function AddInvoice({ party, emailId }: { party: Party; emailId: string | null }) {
  const said = useDealingsTexts()
  const { language } = useSpeech()
  const [typed, setTyped] = useState(fresh)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const { number, issuedOn, dueOn, amount, debtorAddress, text, told, productGroup } = typed
  const { contact: _, ...whose } = party
  const body = () => ({
    ...whose,
    ...{ number, issuedOn, dueOn, amountCents: Math.round(Number(amount) * 100) },
    ...(debtorAddress ? { debtorAddress } : {}),
    ...(text ? { text } : {}),
    // § 200(3) of laki 917/2014: all of the four facts, or none of them counts.
    ...(told && party.person ? { sale: { productGroup, emailId, toldOfRefusal: true } } : {}),
  })
  return (
    <AddDealing
      subject="invoice"
      label={said.addInvoice}
      done={said.invoiceAdded}
      path="/invoices"
      body={body}
      onDone={() => setTyped(fresh())}
    >
      <Group grow align="flex-start">
        <TextInput
          label={said.number}
          required
          maxLength={40}
          data-autofocus
          value={number}
          onChange={(event) => type({ number: event.currentTarget.value })}
        />
        <NumberInput
          label={said.amount}
          required
          hideControls
          decimalScale={2}
          decimalSeparator={language === 'en' ? '.' : ','}
          suffix=" €"
          value={amount}
          onChange={(next) => type({ amount: next })}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          type="date"
          label={said.issuedOn}
          required
          value={issuedOn}
          onChange={(event) => type({ issuedOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={said.dueOn}
          required
          value={dueOn}
          onChange={(event) => type({ dueOn: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={said.debtorAddress}
        maxLength={600}
        value={debtorAddress}
        onChange={(event) => type({ debtorAddress: event.currentTarget.value })}
      />
      <Textarea
        label={said.text}
        autosize
        maxLength={4000}
        value={text}
        onChange={(event) => type({ text: event.currentTarget.value })}
      />
      {party.person && emailId && (
        <>
          <Checkbox
            data-asks="told-of-refusal"
            label={said.told}
            checked={told}
            onChange={(event) => type({ told: event.currentTarget.checked })}
          />
          {told && (
            <TextInput
              data-asks="product-group"
              label={said.productGroup}
              required
              maxLength={100}
              value={productGroup}
              onChange={(event) => type({ productGroup: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </AddDealing>
  )
}
