import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { dayFrom } from '../day-from.ts'
import type { PastPrice, WholeProduct } from './contract.ts'
import { ProductForm } from './ProductForm.tsx'
import { productQuery } from './queries.ts'
import { SetPrice } from './SetPrice.tsx'
import { useProductTexts } from './texts.ts'
import { nameIn, unitIn } from './units.ts'
import { useUnitPrice } from './useUnitPrice.ts'

/** One product: what it is, what it costs on each list, and what it cost before. */
export function ProductScreen() {
  const { product: id = '' } = useParams({ strict: false }) as { product?: string }
  const product = useQuery(productQuery(id))
  return <Asked query={product}>{(one) => <ProductCard product={one} />}</Asked>
}

function ProductCard({ product }: { product: WholeProduct }) {
  const said = useProductTexts()
  const { ui } = useTexts()
  const { language } = useSpeech()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'edit' | 'price' | null>(null)
  const reason = product.mayWrite ? null : said.notYours
  const retire = useDeed({
    run: () => api.post(`/products/${product.id}/${product.retiredAt ? 'return' : 'retirement'}`),
    done: product.retiredAt ? said.returned : said.retiredDone,
    refreshes: [['products']],
  })
  const remove = useDeed({
    run: () => api.delete(`/products/${product.id}`),
    done: said.deleted,
    binned: `product/${product.id}`,
    refreshes: [['products', 'typed']],
    then: () => navigate({ to: to.products() }),
  })
  const askToRemove = () =>
    modals.openConfirmModal({
      title: said.deleteTitle,
      children: <Text size="sm">{said.deleteText}</Text>,
      labels: { confirm: said.delete, cancel: ui.cancel },
      confirmProps: { color: 'red' },
      onConfirm: () => remove.mutate(),
    })
  const facts: [string, string][] = [
    [said.sku, product.sku],
    [said.group, product.group ?? '–'],
    [said.unit, unitIn(product.unit, language)],
    [
      said.vat,
      [
        said.vatCategories[product.vatCategory],
        product.vatCategory === 'S' ? `${(product.vatRate / 100).toLocaleString(language)} %` : '',
      ].join(' '),
    ],
    ...(['fi', 'sv', 'en'] as const).map((one): [string, string] => [said.names[one], product.names[one] ?? '–']),
  ]
  return (
    <>
      <PageHead
        title={nameIn(product.names, language)}
        crumbs={[{ to: to.products(), label: said.title }]}
        under={
          <Group gap={8}>
            <span className="figures">{product.sku}</span>
            {product.retiredAt && <Badge color="gray">{said.retired}</Badge>}
          </Group>
        }
        actions={
          <>
            <WriteButton
              variant="default"
              reason={reason}
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setOpen('edit')}
            >
              {ui.edit}
            </WriteButton>
            <WriteButton variant="default" reason={reason} onClick={() => retire.mutate()}>
              {product.retiredAt ? said.giveBack : said.retire}
            </WriteButton>
          </>
        }
      />
      <div className="columns-2">
        <Sheet
          title={said.prices}
          flush
          actions={
            <WriteButton
              size="compact-sm"
              variant="subtle"
              reason={reason}
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setOpen('price')}
            >
              {said.setPrice}
            </WriteButton>
          }
        >
          <Prices prices={product.prices} />
        </Sheet>
        <Stack gap="lg">
          <Sheet title={said.facts}>
            <dl className="facts">
              {facts.map(([term, text]) => (
                <Fragment key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </Fragment>
              ))}
            </dl>
          </Sheet>
          {product.mayWrite && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              w="fit-content"
              leftSection={<IconTrash size={15} aria-hidden />}
              onClick={askToRemove}
            >
              {said.delete}
            </Button>
          )}
        </Stack>
      </div>
      {open === 'edit' && <ProductForm product={product} onClose={() => setOpen(null)} onDone={() => {}} />}
      {open === 'price' && <SetPrice product={product} onClose={() => setOpen(null)} />}
    </>
  )
}

function Prices({ prices }: { prices: PastPrice[] }) {
  const said = useProductTexts()
  const price = useUnitPrice()
  const { day } = useFormat()
  const today = dayFrom(0)
  if (prices.length === 0)
    return (
      <Empty icon={<IconPlus size={24} />} title={said.noPrices}>
        {said.noPricesText}
      </Empty>
    )
  const inForce = new Set<string>()
  const stateOf = ({ priceList, from }: PastPrice) => {
    if (from > today) return { label: said.later, tone: 'wait' as const }
    if (inForce.has(priceList)) return { label: said.past, tone: 'calm' as const }
    inForce.add(priceList)
    return { label: said.now, tone: 'good' as const }
  }
  return (
    <Table verticalSpacing="xs" horizontalSpacing="lg" className="figures">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{said.list}</Table.Th>
          <Table.Th>{said.from}</Table.Th>
          <Table.Th ta="right">{said.price}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {prices.map((one) => {
          const { label, tone } = stateOf(one)
          return (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Text size="sm">{one.listName}</Text>
                {one.byName && (
                  <Text size="xs" c="dimmed">
                    {said.by(one.byName)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Group gap={8}>
                  {day(one.from)}
                  <StateBadge said={label} tone={tone} />
                </Group>
              </Table.Td>
              <Table.Td ta="right">{one.unitPrice === null ? said.offList : price(one.unitPrice)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
