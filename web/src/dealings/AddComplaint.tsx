import { Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AddDealing } from './AddDealing.tsx'
import type { Party } from './contract.ts'
import { noGoods } from './goods/contract.ts'
import { GoodsFields } from './goods/GoodsFields.tsx'
import { dealingsQuery } from './queries.ts'
import { useDealingsTexts } from './texts.ts'

export function AddComplaint({ party }: { party: Party }) {
  const said = useDealingsTexts()
  const [text, setText] = useState('')
  const [goods, setGoods] = useState(noGoods)
  const [invoice, setInvoice] = useState<string | null>(null)
  const [warranty, setWarranty] = useState<string | null>(null)
  const known = useQuery(dealingsQuery(party)).data
  const today = new Date().toISOString().slice(0, 10)
  const invoices = (known?.invoices?.items ?? []).flatMap(({ id, number, kind }) =>
    number && kind === 'invoice' ? [{ value: id, label: number }] : [],
  )
  const warranties = (known?.warranties?.items ?? []).flatMap(({ id, item, serial, claimUntil }) =>
    claimUntil >= today ? [{ value: id, label: [item, serial].filter(Boolean).join(' · ') }] : [],
  )
  return (
    <AddDealing
      subject="complaint"
      label={said.addComplaint}
      done={said.complaintAdded}
      path="/complaints"
      body={() => ({ ...party, text, invoice, warranty, ...goods })}
      onDone={() => {
        setText('')
        setGoods(noGoods)
        setInvoice(null)
        setWarranty(null)
      }}
    >
      <Textarea
        label={said.complaint}
        description={said.complaintHint}
        required
        autosize
        minRows={4}
        maxLength={8000}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <GoodsFields party={party} value={goods} onChange={setGoods} />
      {warranties.length > 0 && (
        <Select
          label={said.underWarranty}
          placeholder={said.none}
          clearable
          data={warranties}
          value={warranty}
          onChange={setWarranty}
        />
      )}
      {invoices.length > 0 && (
        <Select
          label={said.aboutInvoice}
          placeholder={said.none}
          clearable
          searchable
          data={invoices}
          value={invoice}
          onChange={setInvoice}
        />
      )}
    </AddDealing>
  )
}
