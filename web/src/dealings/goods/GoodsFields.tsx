import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Party } from '../contract.ts'
import { productQuery, productsTypedQuery } from '../products/queries.ts'
import { nameIn } from '../products/units.ts'
import type { DeliveredLine, Goods } from './contract.ts'
import { useGoodsTexts } from './texts.ts'

/** Which goods it is about: a line that was delivered to them, or any product. */
export function GoodsFields({
  party,
  value,
  onChange,
  onLine,
}: {
  party: Party
  value: Goods
  onChange: (goods: Goods) => void
  /** Told when a delivered line is chosen. */
  onLine?: (line: DeliveredLine) => void
}) {
  const said = useGoodsTexts()
  const { day } = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const path = party.company ? `/companies/${party.company}/delivered` : `/people/${party.person}/delivered`
  const delivered = useQuery({
    queryKey: ['dealings', path],
    queryFn: ({ signal }) => api.get<{ items: DeliveredLine[] }>(path, signal),
    retry: false, // a duty that does not read deliveries chooses a product
  })
  const lines = delivered.data?.items ?? []
  const keyOf = ({ delivery, line }: DeliveredLine) => `${delivery} ${line}`
  return (
    <>
      {lines.length > 0 && (
        <Select
          label={said.delivered}
          placeholder={said.none}
          clearable
          searchable
          data={lines.map((one) => ({
            value: keyOf(one),
            label: `${one.text} · ${said.delivery} ${one.number} · ${day(one.deliveredOn)}`,
          }))}
          value={chosen}
          onChange={(key) => {
            setChosen(key)
            const line = lines.find((one) => keyOf(one) === key)
            onChange({ product: line?.product ?? null, order: line?.order ?? null, delivery: line?.delivery ?? null })
            if (line) onLine?.(line)
          }}
        />
      )}
      <ProductChoice value={value.product} onChange={(product) => onChange({ ...value, product })} />
    </>
  )
}

function ProductChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const said = useGoodsTexts()
  const { shell } = useTexts()
  const { language } = useSpeech()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(productsTypedQuery({ q: asked.includes(' · ') ? undefined : asked || undefined }))
  const chosen = useQuery({ ...productQuery(value ?? ''), enabled: value !== null })
  const items = [...(found.data?.items ?? [])]
  const known = value !== null && chosen.data?.id === value ? chosen.data : null
  if (known && !items.some(({ id }) => id === value)) items.unshift(known)
  return (
    <Select
      label={said.product}
      placeholder={said.productHint}
      clearable
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? shell.searching : said.nothing}
      data={items.map(({ id, sku, names }) => ({ value: id, label: `${nameIn(names, language)} · ${sku}` }))}
      value={value}
      onChange={onChange}
    />
  )
}
