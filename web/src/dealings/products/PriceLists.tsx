import { Badge, Group, Select, Stack, Switch, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { RecordFinder } from '../../register/RecordFinder.tsx'
import { useGroupCompanies } from '../../register/useGroupCompanies.ts'
import { useTexts } from '../../texts/index.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useFormat } from '../../ui/format.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { dayFrom } from '../day-from.ts'
import type { PriceList } from './contract.ts'
import { priceListsQuery } from './queries.ts'
import { useProductTexts } from './texts.ts'

/** Whose prices hold and when: everybody's, a group company's, one customer's. */
export function PriceLists() {
  const said = useProductTexts()
  const lists = useQuery(priceListsQuery())
  const [open, setOpen] = useState<PriceList | 'new' | null>(null)
  const mayWrite = lists.data?.mayWrite ?? false
  return (
    <div className="sheet">
      <Group p="md" justify="flex-end">
        <WriteButton
          reason={mayWrite || !lists.data ? null : said.notYours}
          leftSection={<IconPlus size={17} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {said.addList}
        </WriteButton>
      </Group>
      <Asked query={lists}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconTags size={26} />} title={said.noLists}>
              {said.noListsText}
            </Empty>
          ) : (
            <ul className="row-cards" aria-label={said.lists}>
              {items.map((list) => (
                <li key={list.id}>
                  <ListRow list={list} onOpen={mayWrite ? () => setOpen(list) : null} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {open && <ListForm list={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function ListRow({ list, onOpen }: { list: PriceList; onOpen: (() => void) | null }) {
  const said = useProductTexts()
  const { day } = useFormat()
  const sellers = useGroupCompanies()
  const seller = sellers.find(({ id }) => id === list.groupCompany)?.name
  const row = (
    <>
      <span className="product-name">
        <Text component="span" fw={600} size="sm">
          {list.name}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {[
            list.company ? said.chosenCompany(list.companyName ?? '') : said.everybody,
            seller,
            said.valid(day(list.startsOn), day(list.endsOn)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
      {list.retiredAt && <Badge color="gray">{said.listRetired}</Badge>}
      <Text component="span" size="sm" className="figures product-price">
        {said.products(list.products)}
      </Text>
    </>
  )
  if (!onOpen) return <div className="row-card product-row">{row}</div>
  return (
    <UnstyledButton className="row-card product-row" w="100%" onClick={onOpen}>
      {row}
    </UnstyledButton>
  )
}

function ListForm({ list, onClose }: { list: PriceList | null; onClose: () => void }) {
  const said = useProductTexts()
  const { ui } = useTexts()
  const sellers = useGroupCompanies()
  const [typed, setTyped] = useState({
    name: list?.name ?? '',
    groupCompany: list?.groupCompany ?? null,
    company: list?.company ? { id: list.company, name: list.companyName ?? '' } : null,
    forOne: Boolean(list?.company),
    startsOn: list?.startsOn ?? dayFrom(0),
    endsOn: list?.endsOn ?? '',
    retired: Boolean(list?.retiredAt),
  })
  const [revision] = useState(list?.revision)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const save = useDeed({
    run: () => {
      const { name, groupCompany, company, forOne, startsOn, endsOn, retired } = typed
      const body = {
        name,
        groupCompany,
        company: forOne ? (company?.id ?? null) : null,
        startsOn,
        endsOn: endsOn || null,
      }
      return list ? api.put(`/price-lists/${list.id}`, { ...body, retired }, revision) : api.post('/price-lists', body)
    },
    done: list ? said.listSaved : said.listAdded,
    refreshes: [['price-lists'], ['products']],
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={list ? said.editList : said.addList}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.listName}
            required
            data-autofocus
            maxLength={100}
            value={typed.name}
            onChange={(event) => type({ name: event.currentTarget.value })}
          />
          {sellers.length > 1 && (
            <Select
              label={said.seller}
              clearable
              placeholder={said.everySeller}
              data={sellers.map(({ id, name }) => ({ value: id, label: name }))}
              value={typed.groupCompany}
              onChange={(groupCompany) => type({ groupCompany })}
            />
          )}
          <Switch
            label={said.oneCompany}
            checked={typed.forOne}
            onChange={(event) => type({ forOne: event.currentTarget.checked })}
          />
          {typed.forOne && (
            <>
              {typed.company && <Text size="sm">{said.chosenCompany(typed.company.name)}</Text>}
              <RecordFinder
                label={said.findCompany}
                kinds={['company']}
                onChoose={({ id, title }) => type({ company: { id, name: title ?? '' } })}
              />
            </>
          )}
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={said.startsOn}
              required
              value={typed.startsOn}
              onChange={(event) => type({ startsOn: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={said.endsOn}
              value={typed.endsOn}
              onChange={(event) => type({ endsOn: event.currentTarget.value })}
            />
          </Group>
          {list && (
            <Switch
              label={said.endListing}
              checked={typed.retired}
              onChange={(event) => type({ retired: event.currentTarget.checked })}
            />
          )}
          <FormFoot label={list ? ui.save : said.addList} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
