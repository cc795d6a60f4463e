import { Badge, Button, Group, SegmentedControl, Tabs, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFileImport, IconPackage, IconPlus, IconTags } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import type { SearchWords } from '../../search-words.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { ListSearch } from '../../ui/ListSearch.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import type { Product } from './contract.ts'
import { PriceLists } from './PriceLists.tsx'
import { ProductForm } from './ProductForm.tsx'
import { productsQuery } from './queries.ts'
import { useProductTexts } from './texts.ts'
import { nameIn, unitIn } from './units.ts'
import { useUnitPrice } from './useUnitPrice.ts'
import './products.css'

const states = ['sold', 'retired', 'all'] as const

/** What is sold, and the price lists beside. */
export function ProductsScreen() {
  const said = useProductTexts()
  const navigate = useNavigate()
  const { view = 'products' } = useSearch({ strict: false }) as SearchWords
  const shown = view === 'lists' ? 'lists' : 'products'
  return (
    <>
      <PageHead title={said.title} under={said.under} />
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(next) => navigate({ to: '.', search: { view: next === 'lists' ? next : undefined } as never })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="products" leftSection={<IconPackage size={16} aria-hidden />}>
            {said.title}
          </Tabs.Tab>
          <Tabs.Tab value="lists" leftSection={<IconTags size={16} aria-hidden />}>
            {said.lists}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="products">
          <ProductList />
        </Tabs.Panel>
        <Tabs.Panel value="lists">
          <PriceLists />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function ProductList() {
  const said = useProductTexts()
  const { shell } = useTexts()
  const navigate = useNavigate()
  const words = useSearch({ strict: false }) as SearchWords
  const state = states.find((one) => one === words.show) ?? 'sold'
  const [adding, setAdding] = useState(false)
  const products = useInfiniteQuery(productsQuery({ q: words.q || undefined, state }))
  const mayWrite = products.data?.pages[0]?.mayWrite ?? false
  const change = (changed: SearchWords) =>
    navigate({ to: '.', search: (before: SearchWords) => ({ ...before, ...changed }) as never, replace: true })
  useHotkeys([['n', () => mayWrite && setAdding(true)]])
  const add = (
    <WriteButton
      reason={mayWrite || !products.data ? null : said.notYours}
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {said.add}
    </WriteButton>
  )
  return (
    <div className="sheet">
      <Group p="md" gap="sm">
        <ListSearch label={said.search} value={words.q ?? ''} onChange={(q) => change({ q })} />
        <SegmentedControl
          aria-label={said.title}
          size="xs"
          value={state}
          data={states.map((value) => ({ value, label: said.states[value] }))}
          onChange={(next) => change({ show: next === 'sold' ? undefined : next })}
        />
        <Group ml="auto" gap="sm">
          <Button component={Link} to={to.productList()} variant="subtle">
            {said.asList}
          </Button>
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconFileImport size={17} aria-hidden />}
              onClick={() => navigate({ to: to.imports(), search: { kind: 'products' } as never })}
            >
              {shell.places.imports}
            </Button>
          )}
          {add}
        </Group>
      </Group>
      <Asked query={products}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0)
            return (
              <Empty icon={<IconPackage size={26} />} title={words.q || state !== 'sold' ? said.nothing : said.empty}>
                {words.q || state !== 'sold' ? null : said.emptyText}
              </Empty>
            )
          return (
            <ul className="row-cards" aria-label={said.title}>
              {rows.map((product) => (
                <Row key={product.id} product={product} />
              ))}
            </ul>
          )
        }}
      </Asked>
      <MoreRows hasMore={products.hasNextPage} isFetching={products.isFetchingNextPage} more={products.fetchNextPage} />
      {adding && <ProductForm onClose={() => setAdding(false)} onDone={({ id }) => navigate({ to: to.product(id) })} />}
    </div>
  )
}

function Row({ product }: { product: Product }) {
  const said = useProductTexts()
  const { language } = useSpeech()
  const price = useUnitPrice()
  const { sku, names, unit, group, vatRate, vatCategory, retiredAt } = product
  return (
    <li>
      <Link className="row-card product-row" to={to.product(product.id)}>
        <span className="product-name">
          <Text component="span" fw={600} size="sm">
            {nameIn(names, language)}
          </Text>
          <Text component="span" size="xs" c="dimmed" className="figures">
            {[sku, group].filter(Boolean).join(' · ')}
          </Text>
        </span>
        {retiredAt && <Badge color="gray">{said.retired}</Badge>}
        <Text component="span" size="xs" c="dimmed" className="figures product-vat">
          {vatCategory === 'S' ? `${(vatRate / 100).toLocaleString(language)} %` : said.vatCategories[vatCategory]}
        </Text>
        <Text component="span" size="sm" fw={550} className="figures product-price">
          {product.price ? `${price(product.price.unitPrice)}/${unitIn(unit, language)}` : said.noPrice}
        </Text>
      </Link>
    </li>
  )
}
