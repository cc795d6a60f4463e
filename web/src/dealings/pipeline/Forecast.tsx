import { Group, Text } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSpeech } from '../../texts/index.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { ForecastMonth } from './contract.ts'
import { forecastQuery, type Whose } from './queries.ts'
import { usePipelineTexts } from './texts.ts'
import { useEuros } from './useEuros.ts'

/** What is expected to be sold, month by month; the figures stand beside the bars. */
export function Forecast({ whose }: { whose: Whose }) {
  const said = usePipelineTexts()
  const forecast = useQuery(forecastQuery(whose))
  return (
    <Sheet title={said.forecastTitle}>
      <Text size="sm" c="dimmed" mb="sm">
        {said.forecastText}
      </Text>
      <Group gap="md" mb="sm">
        {(
          [
            ['forecast-won', said.won],
            ['forecast-weighted', said.weightedTotal],
            ['forecast-whole', said.whole],
          ] as const
        ).map(([className, label]) => (
          <Text key={className} size="xs">
            <span className={`forecast-key ${className}`} />
            {label}
          </Text>
        ))}
      </Group>
      <Asked query={forecast}>
        {(months) => {
          const shown = months.filter(({ month, count }) => count > 0 || (month !== 'late' && month !== 'none'))
          if (months.every(({ count, wonCents }) => count === 0 && wonCents === 0))
            return <Empty icon={<IconChartBar size={26} />} title={said.noForecast} />
          const most = Math.max(...shown.map(({ valueCents, wonCents }) => valueCents + wonCents), 1)
          return (
            <ul className="forecast">
              {shown.map((month) => (
                <MonthRow key={month.month} month={month} most={most} />
              ))}
            </ul>
          )
        }}
      </Asked>
    </Sheet>
  )
}

function MonthRow({
  month: { month, count, valueCents, weightedCents, wonCents },
  most,
}: {
  month: ForecastMonth
  most: number
}) {
  const said = usePipelineTexts()
  const euros = useEuros()
  const { language } = useSpeech()
  const name =
    month === 'late'
      ? said.lateMonth
      : month === 'none'
        ? said.noMonth
        : new Date(`${month}-15`).toLocaleDateString(language, { month: 'long', year: 'numeric' })
  const wide = (cents: number) => `${(cents / most) * 100}%`
  return (
    <li>
      <Text size="sm" fw={550}>
        {name}
      </Text>
      <div className="forecast-bar" aria-hidden>
        <span className="forecast-whole" style={{ width: wide(wonCents + valueCents) }} />
        <span className="forecast-weighted" style={{ width: wide(wonCents + weightedCents) }} />
        <span className="forecast-won" style={{ width: wide(wonCents) }} />
      </div>
      <Text size="xs" className="figures" component="div">
        <div>{count > 0 ? `${euros(valueCents)} · ${said.weighted(euros(weightedCents))}` : '–'}</div>
        <Text size="xs" c="dimmed" component="div">
          {said.count(count)}
          {wonCents > 0 && ` · ${said.won.toLowerCase()} ${euros(wonCents)}`}
        </Text>
      </Text>
    </li>
  )
}
