import { Checkbox, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { dayFrom } from '../day-from.ts'
import type { WholeProduct } from './contract.ts'
import { priceListsQuery } from './queries.ts'
import { useProductTexts } from './texts.ts'

/** What a product costs on a list from a day on. */
export function SetPrice({ product, onClose }: { product: WholeProduct; onClose: () => void }) {
  const said = useProductTexts()
  const { ui } = useTexts()
  const { language } = useSpeech()
  const lists = useQuery(priceListsQuery()).data?.items.filter(({ retiredAt }) => !retiredAt) ?? []
  const [typed, setTyped] = useState({
    list: product.price?.priceList ?? null,
    price: (product.price ? product.price.unitPrice / 10_000 : '') as number | string,
    from: dayFrom(0),
    off: false,
  })
  const list = typed.list ?? lists[0]?.id ?? null
  const set = useDeed({
    run: () =>
      api.post(`/price-lists/${list}/prices`, {
        product: product.id,
        unitPrice: typed.off ? null : Math.round(Number(typed.price) * 10_000),
        from: typed.from,
      }),
    done: said.priceSet,
    refreshes: [['products'], ['price-lists']],
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (list) set.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.setPrice} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Select
            label={said.list}
            required
            allowDeselect={false}
            data={lists.map(({ id, name }) => ({ value: id, label: name }))}
            value={list}
            error={lists.length === 0 ? said.noLists : null}
            onChange={(next) => setTyped({ ...typed, list: next })}
          />
          <NumberInput
            label={said.unitPrice}
            required={!typed.off}
            disabled={typed.off}
            data-autofocus
            min={0}
            decimalScale={4}
            decimalSeparator={language === 'en' ? '.' : ','}
            allowedDecimalSeparators={[',', '.']}
            thousandSeparator={language === 'en' ? ',' : ' '}
            hideControls
            value={typed.price}
            onChange={(price) => setTyped({ ...typed, price })}
          />
          <Checkbox
            label={said.offList}
            checked={typed.off}
            onChange={(event) => setTyped({ ...typed, off: event.currentTarget.checked })}
          />
          <TextInput
            type="date"
            label={said.from}
            required
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
          />
          <FormFoot label={said.setPrice} busy={set.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
