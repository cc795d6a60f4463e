import { Button, Menu } from '@mantine/core'
import { IconLayoutList } from '@tabler/icons-react'
import type { Bucket, Grouping, List } from './contract.ts'
import { useListTexts } from './texts.ts'

const buckets: readonly Bucket[] = ['month', 'quarter', 'year']

/** By what the rows stand together; days and instants by month, quarter or year. */
export function GroupMenu({
  list,
  group,
  onChange,
}: {
  list: List
  group: Grouping | undefined
  onChange: (group: Grouping | undefined) => void
}) {
  const texts = useListTexts()
  const chosen = group ? [group.column, group.by].filter(Boolean).join('~') : ''
  const choices = list.columns
    .filter(({ groupable, sortable }) => groupable && sortable)
    .flatMap(({ id, label, type }) =>
      type === 'day' || type === 'instant'
        ? buckets.map((by) => ({ value: `${id}~${by}`, label: `${label} ${texts.by[by]}` }))
        : [{ value: id, label }],
    )
  if (choices.length === 0) return null
  const label = choices.find(({ value }) => value === chosen)?.label
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          className={label ? undefined : 'list-tool'}
          title={label ? undefined : texts.group}
          leftSection={<IconLayoutList size={17} aria-hidden />}
        >
          {label ? `${texts.group}: ${label}` : texts.group}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup
          value={chosen}
          onChange={(value) => {
            const [column, by] = value.split('~')
            onChange(column ? { column, ...(by ? { by: by as Bucket } : {}) } : undefined)
          }}
        >
          <Menu.RadioItem value="">{texts.noGroup}</Menu.RadioItem>
          {choices.map((choice) => (
            <Menu.RadioItem key={choice.value} value={choice.value}>
              {choice.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
