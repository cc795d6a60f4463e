import { Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import type { Product } from './contract.ts'
import { productsTypedQuery } from './queries.ts'
import { useProductTexts } from './texts.ts'
import { nameIn, unitIn } from './units.ts'
import { useUnitPrice } from './useUnitPrice.ts'

/** What a line takes from the product that was picked. */
export interface PickedProduct {
  id: string
  sku: string
  /** In the document's language. */
  name: string
  /** A code such as `pcs`, or as somebody typed it. */
  unit: string
  /** 1/10 000 €, without VAT; null where no list has a price. */
  unitPrice: number | null
  vatCategory: Product['vatCategory']
  /** Basis points. */
  vatRate: number
}

/** Picking a product for a line of a quote, an order or an invoice, at the price that this customer pays on that day. */
export function ProductPicker({
  onPick,
  label,
  language,
  company,
  groupCompany,
  on,
}: {
  onPick: (product: PickedProduct) => void
  label?: string
  /** The document's; the reader's where nothing is said. */
  language?: 'fi' | 'sv' | 'en'
  company?: string | undefined
  groupCompany?: string | undefined
  on?: string | undefined
}) {
  const said = useProductTexts()
  const { shell } = useTexts()
  const speech = useSpeech()
  const price = useUnitPrice()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(productsTypedQuery({ q: asked || undefined, company, groupCompany, on }))
  const items = found.data?.items ?? []
  const spoken = language ?? speech.language
  return (
    <Select
      aria-label={label ?? said.pick}
      placeholder={said.pickHint}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      nothingFoundMessage={found.isFetching ? shell.searching : said.pickNothing}
      filter={({ options }) => options}
      maxDropdownHeight={320}
      data={items.map(({ id, sku, names }) => ({ value: id, label: `${sku} · ${nameIn(names, speech.language)}` }))}
      renderOption={({ option }) => {
        const one = items.find(({ id }) => id === option.value)
        return (
          <Group justify="space-between" wrap="nowrap" gap="sm" flex={1} miw={0}>
            <span style={{ minWidth: 0 }}>
              <Text size="sm" lineClamp={2}>
                {one ? nameIn(one.names, speech.language) : option.label}
              </Text>
              <Text size="xs" c="dimmed">
                {one?.sku}
              </Text>
            </span>
            <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
              {one?.price ? `${price(one.price.unitPrice)}/${unitIn(one.unit, speech.language)}` : one && said.noPrice}
            </Text>
          </Group>
        )
      }}
      onChange={(id) => {
        const one = items.find((each) => each.id === id)
        if (!one) return
        const { sku, unit, vatCategory, vatRate } = one
        onPick({
          ...{ id: one.id, sku, unit, vatCategory, vatRate },
          name: nameIn(one.names, spoken),
          unitPrice: one.price?.unitPrice ?? null,
        })
        setTyped('')
      }}
    />
  )
}
