import { Alert, Anchor, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Form } from '../../ui/Form.tsx'
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

function Known({ known: { rates, missing, next, mayEnter } }: { known: ReferenceRates }) {
  const said = useRateTexts()
  const { day } = useFormat()
  const percent = usePercent()
  const [again, setAgain] = useState<string | null>(null)
  const half = again ?? next
  return (
    <Stack gap="md">
      {missing && (
        <Alert color="yellow" variant="light" title={said.missing(nameOf(missing))}>
          {said.missingWhy}
        </Alert>
      )}
      {mayEnter && half && <Enter key={half} half={half} onDone={() => setAgain(null)} />}
      <div className="plain-rows">
        {rates.map(({ from, until, points, entered, used }) => (
          <Group key={from} justify="space-between" gap="sm" wrap="nowrap">
            <div>
              <Text size="sm" className="figures">
                {day(from)} – {day(until)}
              </Text>
              {entered && mayEnter && !used && (
                <Anchor component="button" type="button" size="xs" onClick={() => setAgain(from)}>
                  {said.entered}
                </Anchor>
              )}
              {entered && used && (
                <Text size="xs" c="dimmed">
                  {said.used}
                </Text>
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
    <Form onSubmit={submit}>
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
        <WriteButton type="submit" variant="default" loading={enter.isPending} style={{ flexShrink: 0 }}>
          {said.enter}
        </WriteButton>
      </Group>
    </Form>
  )
}

function usePercent() {
  const { decimal } = useFigures()
  return (points: number) => `${String(points / 100).replace('.', decimal)} %`
}

function nameOf(half: string) {
  return `${half.slice(5, 7) === '01' ? 1 : 2}/${half.slice(0, 4)}`
}
