import { NumberInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useFigures } from './useFigures.ts'

/** A number that the server keeps in whole parts of one, such as thousandths; typed with the reader's decimal sign, shown in groups of three. */
export function NumberCell({
  label,
  parts,
  value,
  onChange,
  error,
  decimals,
  suffix,
  negative = false,
  onKeyDown,
  showLabel,
}: {
  label: string
  /** How many parts make one: 1000 for thousandths. */
  parts: number
  value: number
  onChange: (value: number) => void
  error?: string | undefined
  decimals: number
  suffix?: string
  negative?: boolean
  onKeyDown?: (event: KeyboardEvent) => void
  showLabel: boolean
}) {
  const { decimal } = useFigures()
  const [typed, setTyped] = useState<string | number>(value / parts)
  const partsOf = (said: string | number) => Math.round(Number(said) * parts)
  // The value may be set from outside, by picking a product; what is being typed is left as it is.
  useEffect(() => {
    setTyped((held) => (partsOf(held) === value ? held : value / parts))
  }, [value, parts])
  return (
    <NumberInput
      {...(showLabel ? { label } : { 'aria-label': label })}
      hideControls
      size="sm"
      className="figures"
      decimalSeparator={decimal}
      allowedDecimalSeparators={[',', '.']}
      decimalScale={decimals}
      thousandSeparator={decimal === '.' ? ',' : ' '}
      allowNegative={negative}
      {...(suffix ? { suffix } : {})}
      value={typed}
      error={error}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(next) => {
        setTyped(next)
        const whole = partsOf(next)
        if (Number.isSafeInteger(whole)) onChange(whole)
      }}
    />
  )
}
