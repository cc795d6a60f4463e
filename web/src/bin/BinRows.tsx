import { ActionIcon, Checkbox, Group, Text } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBuilding,
  IconCalendarEvent,
  IconCheckbox,
  IconFile,
  IconFileInvoice,
  IconFileText,
  IconFilter,
  IconLayoutKanban,
  IconMessageQuestion,
  IconNote,
  IconPackage,
  type IconProps,
  IconRoute,
  IconSignature,
  IconTableOptions,
  IconTemplate,
  IconTrash,
  IconUser,
} from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Binned } from './contract.ts'
import { useBinTexts } from './texts.ts'
import { useBinDeeds } from './useBinDeeds.tsx'

const icons: Record<string, ComponentType<IconProps>> = {
  ...{ task: IconCheckbox, note: IconNote, activity: IconCalendarEvent, document: IconFile, rule: IconRoute },
  ...{
    opportunity: IconLayoutKanban,
    'quote-request': IconMessageQuestion,
    quote: IconFileText,
    contract: IconSignature,
    invoice: IconFileInvoice,
    product: IconPackage,
    'mail-template': IconTemplate,
  },
  ...{ segment: IconFilter, view: IconTableOptions, organisation: IconBuilding, person: IconUser },
}

/** How many one request restores or destroys at most. */
const atOnce = 200

/** What lies in the bin: one or many are taken back, and one's own destroyed. */
export function BinRows({ items }: { items: readonly Binned[] }) {
  const said = useBinTexts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { restore, empty, isBusy } = useBinDeeds({ then: () => setChosen(new Set()) })
  const marked = items.filter(({ id }) => chosen.has(id))
  const back = marked.slice(0, atOnce)
  const own = marked.filter(({ mayDestroy }) => mayDestroy).slice(0, atOnce)
  const mark = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <div className="sheet">
      <div className="bin-head">
        <Checkbox
          size="sm"
          label={marked.length > 0 ? said.chosen(marked.length) : said.chooseAll}
          checked={marked.length > 0 && marked.length === items.length}
          indeterminate={marked.length > 0 && marked.length < items.length}
          onChange={() => setChosen(marked.length === items.length ? new Set() : new Set(items.map(({ id }) => id)))}
        />
        {marked.length > 0 && (
          <Group gap="xs">
            <WriteButton
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} aria-hidden />}
              loading={isBusy}
              onClick={() => restore.mutate(back)}
            >
              {said.restoreChosen(back.length)}
            </WriteButton>
            {own.length > 0 && (
              <WriteButton size="compact-sm" variant="subtle" color="red" onClick={() => empty({ items: own })}>
                {said.destroyChosen(own.length)}
              </WriteButton>
            )}
          </Group>
        )}
      </div>
      <ul className="row-cards" aria-label={said.title}>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            isChosen={chosen.has(item.id)}
            mark={(on) => mark(item.id, on)}
            restore={() => restore.mutate([item])}
            destroy={() => empty({ items: [item] })}
            isBusy={isBusy}
          />
        ))}
      </ul>
    </div>
  )
}

function Row({
  item: { kind, title, party, at, byName, daysLeft, mayDestroy },
  isChosen,
  mark,
  restore,
  destroy,
  isBusy,
}: {
  item: Binned
  isChosen: boolean
  mark: (on: boolean) => void
  restore: () => void
  destroy: () => void
  isBusy: boolean
}) {
  const said = useBinTexts()
  const { instant } = useFormat()
  const Icon = icons[kind] ?? IconFile
  const name = title?.trim() || said.untitled
  return (
    <li className="bin-row">
      <Checkbox size="sm" aria-label={said.choose(name)} checked={isChosen} onChange={() => mark(!isChosen)} />
      <div className="bin-what">
        <Text size="sm" fw={600} lineClamp={2}>
          {name}
        </Text>
        <Group gap={6} wrap="nowrap" c="dimmed" align="flex-start">
          <Icon size={15} stroke={1.6} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
          <Text size="xs">
            {[said.kinds[kind] ?? kind, party, said.binned(instant(at), byName ?? '')].filter(Boolean).join(' · ')}
          </Text>
        </Group>
      </div>
      <StateBadge said={said.left(daysLeft)} tone={daysLeft <= 2 ? 'wait' : 'calm'} />
      <Group gap={4} wrap="nowrap" className="bin-deeds">
        <WriteButton
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          label={said.restoreOne(name)}
          disabled={isBusy}
          onClick={restore}
        >
          {said.restore}
        </WriteButton>
        {mayDestroy && (
          <ActionIcon variant="subtle" color="gray" aria-label={said.destroyOne(name)} onClick={destroy}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  )
}
