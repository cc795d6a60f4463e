import type { Day } from '#platform/finnish-calendar'
import { element, type Xml } from './xml.ts'

/** A whole number of some fraction as Finvoice writes it: a comma, and no more decimals than it has. */
export function decimal(value: number, scale: number, least = 0): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const decimals = digits.slice(-scale).replace(/0+$/, '').padEnd(least, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -scale)}${decimals ? ',' : ''}${decimals}`
}

export function basisPoints(value: number): string {
  return decimal(value, 2)
}

/** An element with a sum in euros. */
export function cents(name: string, value: number): Xml {
  return element(name, decimal(value, 2, 2), { AmountCurrencyIdentifier: 'EUR' })
}

/** An element with a day as CCYYMMDD. */
export function date(name: string, day: Day): Xml {
  return element(name, day.replaceAll('-', ''), { Format: 'CCYYMMDD' })
}
