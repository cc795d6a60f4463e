import { Autocomplete, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { type Product, type VatCategory, vatCategories, type WholeProduct } from './contract.ts'
import { useProductTexts } from './texts.ts'
import { unitIn, units } from './units.ts'

const fresh = {
  ...{ sku: '', group: '', unit: 'pcs', vatCategory: 'S' as VatCategory, vatRate: 25.5 as number | string },
  names: { fi: '', sv: '', en: '' },
}

function typedOf({ sku, group, unit, vatCategory, vatRate, names }: Product): typeof fresh {
  return {
    ...{ sku, unit, vatCategory, group: group ?? '', vatRate: vatRate / 100 },
    names: { fi: names.fi, sv: names.sv ?? '', en: names.en ?? '' },
  }
}

/** Entering or changing a product. What was typed stays when the server refuses, and the refusal stands at its field. */
export function ProductForm({
  product,
  onClose,
  onDone,
}: {
  product?: Product
  onClose: () => void
  onDone: (product: WholeProduct) => void
}) {
  const said = useProductTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const [typed, setTyped] = useState(product ? typedOf(product) : fresh)
  const [revision] = useState(product?.revision)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const name = (part: Partial<typeof fresh.names>) => type({ names: { ...typed.names, ...part } })
  const save = useDeed<void, WholeProduct>({
    run: () => {
      const unit = Object.keys(units).find((one) => unitIn(one, language) === typed.unit) ?? typed.unit
      const body = { ...typed, unit, vatRate: Math.round(Number(typed.vatRate) * 100) }
      return product ? api.put(`/products/${product.id}`, body, revision) : api.post('/products', body)
    },
    done: product ? said.saved : said.added,
    refreshes: [['products']],
    quiet: (fault) => fault instanceof Problem && Boolean(fault.detail.field),
    then: (answer) => {
      onClose()
      onDone(answer)
    },
  })
  const wrong = (field: string) =>
    save.error instanceof Problem && save.error.detail.field === field ? saidProblem(save.error, texts) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={product ? said.edit : said.add}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={said.sku}
              required
              data-autofocus
              maxLength={60}
              miw={120}
              value={typed.sku}
              error={wrong('sku')}
              onChange={(event) => type({ sku: event.currentTarget.value })}
            />
            <TextInput
              label={said.group}
              maxLength={100}
              miw={180}
              value={typed.group}
              error={wrong('group')}
              onChange={(event) => type({ group: event.currentTarget.value })}
            />
          </Group>
          {(['fi', 'sv', 'en'] as const).map((one) => (
            <TextInput
              key={one}
              label={said.names[one]}
              required={one === 'fi'}
              maxLength={200}
              description={one === 'sv' ? said.namesHint : undefined}
              value={typed.names[one]}
              error={wrong(`names.${one}`)}
              onChange={(event) => name({ [one]: event.currentTarget.value })}
            />
          ))}
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <Autocomplete
              label={said.unit}
              description={said.unitHint}
              required
              miw={140}
              data={Object.keys(units).map((one) => unitIn(one, language))}
              value={unitIn(typed.unit, language)}
              error={wrong('unit')}
              onChange={(unit) => type({ unit })}
            />
            <Select
              label={said.vatCategory}
              description=" "
              required
              miw={220}
              allowDeselect={false}
              data={vatCategories.map((value) => ({ value, label: said.vatCategories[value] }))}
              value={typed.vatCategory}
              onChange={(next) => {
                const vatCategory = (next ?? 'S') as VatCategory
                type({ vatCategory, vatRate: vatCategory === 'S' ? 25.5 : 0 })
              }}
            />
            {typed.vatCategory === 'S' && (
              <NumberInput
                label={said.vatRate}
                description=" "
                required
                miw={110}
                min={0}
                max={100}
                decimalScale={2}
                decimalSeparator={language === 'en' ? '.' : ','}
                allowedDecimalSeparators={[',', '.']}
                value={typed.vatRate}
                error={wrong('vatRate')}
                onChange={(vatRate) => type({ vatRate })}
              />
            )}
          </Group>
          <FormFoot label={product ? texts.ui.save : said.add} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
