import { Alert, Anchor, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { ReferenceRates } from './contract.ts'
import { ratesQuery } from './queries.ts'
import { useRateTexts } from './rates.texts.ts'

/** The reference rates that late interest is counted from, and the form for a half-year whose rate is missing. */
export function RatesPart() {
  const said = useRateTexts()
  const rates = useQuery(ratesQuery())
  return (
    <Sheet title={said.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {said.under}
      </Text>
      <Asked query={rates}>{(known) => <Known known={known} />}</Asked>
    </Sheet>
  )
}

function Known({ known: { rates, missing, mayEnter } }: { known: ReferenceRates }) {
  const said = useRateTexts()
  const { day } = useFormat()
  const percent = usePercent()
  const next = rates[0] && dayAfter(rates[0].until)
  const [again, setAgain] = useState<string | null>(null)
  const half = again ?? missing ?? next
  return (
    <Stack gap="md">
      {missing && (
        <Alert color="yellow" variant="light" title={said.missing(nameOf(missing))}>
          {said.missingWhy}
        </Alert>
      )}
      {mayEnter && half && <Enter key={half} half={half} onDone={() => setAgain(null)} />}
      <div className="plain-rows">
        {rates.map(({ from, until, points, entered }) => (
          <Group key={from} justify="space-between" gap="sm" wrap="nowrap">
            <div>
              <Text size="sm" className="figures">
                {day(from)} – {day(until)}
              </Text>
              {entered && (
                <Anchor component="button" type="button" size="xs" disabled={!mayEnter} onClick={() => setAgain(from)}>
                  {said.entered}
                </Anchor>
              )}
            </div>
            <Text size="sm" className="figures">
              {percent(points)}
            </Text>
          </Group>
        ))}
      </div>
    </Stack>
  )
}

function Enter({ half, onDone }: { half: string; onDone: () => void }) {
  const said = useRateTexts()
  const { decimal } = useFigures()
  const [typed, setTyped] = useState<number | string>('')
  const enter = useMove({
    run: () => api.put(`/invoicing/reference-rates/${half}`, { points: Math.round(Number(typed) * 100) }),
    done: said.done,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <NumberInput
          label={said.rateOf(nameOf(half))}
          description={said.hint}
          required
          hideControls
          decimalScale={2}
          decimalSeparator={decimal}
          allowedDecimalSeparators={[',', '.']}
          suffix=" %"
          value={typed}
          error={enter.fault?.said}
          onChange={setTyped}
        />
        <WriteButton type="submit" variant="default" loading={enter.isPending}>
          {said.enter}
        </WriteButton>
      </Group>
    </form>
  )
}

function usePercent() {
  const { decimal } = useFigures()
  return (points: number) => `${String(points / 100).replace('.', decimal)} %`
}

function nameOf(half: string) {
  return `${half.slice(5, 7) === '01' ? 1 : 2}/${half.slice(0, 4)}`
}

function dayAfter(day: string) {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
