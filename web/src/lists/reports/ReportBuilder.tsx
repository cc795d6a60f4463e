import { Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Bucket, Grouping, List, Measure, Tree } from '../contract.ts'
import { FilterPanel } from '../FilterPanel.tsx'
import { treeOf, wholeOf } from '../filter-tree.ts'
import { useListTexts } from '../texts.ts'
import type { KeptReport } from './ReportView.tsx'
import { useReportTexts } from './texts.ts'

const aggregates = ['sum', 'average', 'least', 'most'] as const

/** What is grouped, counted and drawn. */
export function ReportBuilder({
  list,
  wish,
  onChange,
}: {
  list: List
  wish: KeptReport
  onChange: (wish: KeptReport) => void
}) {
  const texts = useReportTexts()
  const [draft, setDraft] = useState<Tree>(() => treeOf(wish.filter))
  const groups = useGroups(list)
  const figures = list.columns.filter(({ type, several }) => !several && (type === 'money' || type === 'number'))
  const measures = [
    { value: 'count', label: texts.rows },
    ...figures.flatMap(({ id, label }) =>
      aggregates.map((of) => ({ value: `${of}~${id}`, label: `${label}, ${texts.of[of]}` })),
    ),
  ]
  const put = (at: number, said: string | null) => {
    const [column, by] = (said ?? '').split('~')
    const kept = at === 0 && !column ? [] : wish.groups.filter((_, nth) => nth < at)
    onChange({ ...wish, groups: column ? [...kept, { column, ...(by ? { by: by as Bucket } : {}) }] : kept })
  }
  const filter = (tree: Tree) => {
    setDraft(tree)
    const { filter: _, ...rest } = wish
    const whole = wholeOf(tree)
    onChange({ ...rest, ...(whole ? { filter: whole } : {}) })
  }
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="report-fields">
        <Select
          label={texts.groupBy}
          searchable
          clearable
          data={groups}
          value={wordOf(wish.groups[0])}
          onChange={(said) => put(0, said)}
        />
        {wish.groups.length > 0 && (
          <Select
            label={texts.thenBy}
            searchable
            clearable
            placeholder={texts.none}
            data={groups.filter(({ value }) => value.split('~')[0] !== wish.groups[0]?.column)}
            value={wordOf(wish.groups[1])}
            onChange={(said) => put(1, said)}
          />
        )}
        <Select
          label={texts.measure}
          allowDeselect={false}
          data={measures}
          value={measureWord(wish.measures[0])}
          onChange={(said) => said && onChange({ ...wish, measures: [measureOf(said)] })}
        />
        <Select
          label={texts.order}
          allowDeselect={false}
          data={(['group', 'greatest'] as const).map((value) => ({ value, label: texts.orders[value] }))}
          value={wish.order ?? 'group'}
          onChange={(order) => onChange({ ...wish, order: order as 'group' | 'greatest' })}
        />
        <Select
          label={texts.chartAs}
          allowDeselect={false}
          data={(['bar', 'line', 'none'] as const).map((value) => ({ value, label: texts.charts[value] }))}
          value={wish.chart ?? 'bar'}
          onChange={(chart) => onChange({ ...wish, chart: chart as 'bar' | 'line' | 'none' })}
        />
      </Group>
      <div>
        <Text size="sm" fw={500} mb={6}>
          {texts.filters}
        </Text>
        <FilterPanel list={list} filter={draft} onChange={filter} />
      </div>
    </Stack>
  )
}

function useGroups(list: List) {
  const texts = useListTexts()
  return list.columns
    .filter(({ groupable }) => groupable)
    .flatMap(({ id, label, type }) =>
      type === 'day' || type === 'instant'
        ? (['month', 'quarter', 'year', 'day'] as const).map((by) => ({
            value: `${id}~${by}`,
            label: `${label} ${texts.by[by]}`,
          }))
        : [{ value: id, label }],
    )
}

function wordOf(group: Grouping | undefined): string | null {
  return group ? [group.column, group.by].filter(Boolean).join('~') : null
}

function measureWord({ of, column }: Measure = { of: 'count' }) {
  return column ? `${of}~${column}` : 'count'
}

function measureOf(said: string): Measure {
  const [of, column] = said.split('~')
  return column ? { of: of as Measure['of'], column } : { of: 'count' }
}
