import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconClick,
  IconHeading,
  IconList,
  IconPilcrow,
  IconSeparator,
  IconTrash,
} from '@tabler/icons-react'
import type { Block } from './contract.ts'
import { useMarketingTexts } from './texts.ts'

const icons = {
  heading: IconHeading,
  paragraph: IconPilcrow,
  list: IconList,
  button: IconClick,
  divider: IconSeparator,
} as const
type Kind = keyof typeof icons

const made: Record<Kind, () => Block> = {
  heading: () => ({ kind: 'heading', text: '' }),
  paragraph: () => ({ kind: 'paragraph', text: '' }),
  list: () => ({ kind: 'list', items: [''] }),
  button: () => ({ kind: 'button', text: '', link: 'https://' }),
  divider: () => ({ kind: 'divider' }),
}

/** The pieces of a message, one under another: written, moved with buttons, added below. */
export function BlockList({ blocks, onChange }: { blocks: Block[]; onChange: (blocks: Block[]) => void }) {
  const said = useMarketingTexts()
  const move = (at: number, by: -1 | 1) => {
    const next = [...blocks]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange(next)
  }
  return (
    <Stack gap="sm">
      {blocks.map((block, at) => (
        <fieldset key={at} className="block">
          <legend className="unseen">{said.blockNo(at + 1, said.blocks[block.kind] ?? '')}</legend>
          <BlockHead
            block={block}
            first={at === 0}
            last={at === blocks.length - 1}
            onMove={(by) => move(at, by)}
            onRemove={() => onChange(blocks.filter((_, other) => other !== at))}
          />
          <BlockFields
            block={block}
            onChange={(next) => onChange(blocks.map((one, other) => (other === at ? next : one)))}
          />
        </fieldset>
      ))}
      <Group gap={6} className="adding">
        {(Object.keys(icons) as Kind[]).map((kind) => {
          const Icon = icons[kind]
          return (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              leftSection={<Icon size={15} aria-hidden />}
              aria-label={`${said.addBlock}: ${said.blocks[kind]}`}
              onClick={() => onChange([...blocks, made[kind]()])}
            >
              {said.blocks[kind]}
            </Button>
          )
        })}
      </Group>
    </Stack>
  )
}

function BlockHead({
  block,
  first,
  last,
  onMove,
  onRemove,
}: {
  block: Block
  first: boolean
  last: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const said = useMarketingTexts()
  const Icon = icons[block.kind]
  const deeds = [
    { label: said.up, Icon: IconArrowUp, off: first, run: () => onMove(-1) },
    { label: said.down, Icon: IconArrowDown, off: last, run: () => onMove(1) },
    { label: said.remove, Icon: IconTrash, off: false, run: onRemove },
  ]
  return (
    <Group gap={6} mb={block.kind === 'divider' ? 0 : 6} wrap="nowrap">
      <Icon size={15} aria-hidden />
      <Text size="xs" fw={600} c="dimmed">
        {said.blocks[block.kind]}
      </Text>
      <Group gap={2} ml="auto" wrap="nowrap">
        {deeds.map(({ label, Icon: Deed, off, run }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={label} disabled={off} onClick={run}>
              <Deed size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </Group>
    </Group>
  )
}

function BlockFields({ block, onChange }: { block: Block; onChange: (block: Block) => void }) {
  const said = useMarketingTexts()
  if (block.kind === 'divider') return null
  if (block.kind === 'list')
    return (
      <Textarea
        aria-label={said.blockItems}
        placeholder={said.blockItems}
        autosize
        minRows={2}
        value={block.items.join('\n')}
        onChange={(event) => onChange({ ...block, items: event.currentTarget.value.split('\n') })}
      />
    )
  if (block.kind === 'button')
    return (
      <Stack gap={6}>
        <TextInput
          aria-label={said.blockText}
          placeholder={said.blockText}
          maxLength={100}
          value={block.text}
          onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
        />
        <TextInput
          aria-label={said.blockLink}
          placeholder={said.blockLink}
          value={block.link}
          error={block.link && !block.link.startsWith('https://') ? said.linkBad : undefined}
          onChange={(event) => onChange({ ...block, link: event.currentTarget.value })}
        />
      </Stack>
    )
  const isHeading = block.kind === 'heading'
  return (
    <Textarea
      aria-label={`${said.blocks[block.kind]}: ${said.blockText}`}
      autosize
      minRows={isHeading ? 1 : 3}
      maxLength={isHeading ? 200 : 10_000}
      className={isHeading ? 'heading-field' : ''}
      value={block.text}
      onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
    />
  )
}
