import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Bucket, GroupValue, ListColumn, Named } from './contract.ts'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** How values of each type are shown and said. */
export function useCells() {
  const { language } = useSpeech()
  const { ui } = useTexts()
  const format = useFormat()
  return useMemo(() => {
    const locale = locales[language]
    const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' })
    const wholeEuros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 })
    const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })

    /** One value in words. */
    const said = (column: ListColumn, value: unknown): string => {
      if (value === null || value === undefined || value === '') return ''
      if (Array.isArray(value)) return value.map((one) => said({ ...column, several: false }, one)).join(', ')
      if (column.type === 'money') return euros.format(Number(value) / 100)
      if (column.type === 'number') return number.format(Number(value))
      if (column.type === 'day') return format.day(String(value))
      if (column.type === 'instant') return format.instant(String(value))
      if (column.type === 'boolean') return value ? ui.yes : ui.no
      if (column.type === 'choice') return labelIn(column, String(value))
      return isNamed(value) ? (value.name ?? ui.unknown) : String(value)
    }
    const cell = (column: ListColumn, value: unknown): ReactNode => {
      if (column.type === 'choice') return <Choices column={column} value={value} />
      if (column.opens) return <Links column={column} value={value} unknown={ui.unknown} />
      if (column.type === 'instant')
        return (
          <span className="figures" title={said(column, value)}>
            {format.day(String(value ?? ''))}
          </span>
        )
      const isFigure = ['money', 'number', 'day'].includes(column.type)
      const words = said(column, value)
      if (isFigure) return <span className="figures">{words}</span>
      return isCode.test(words) ? <span className="list-code">{words}</span> : words
    }
    /** The heading of a group: a month is said as a month. */
    const heading = (column: ListColumn, value: GroupValue, by?: Bucket): string => {
      if (value === null || value === '') return ui.empty
      if (by === 'month') return month.format(new Date(`${value}T00:00:00Z`))
      if (by === 'year') return String(value).slice(0, 4)
      if (by === 'quarter') return quarterOf(String(value))
      if (column.type === 'instant') return format.day(String(value))
      return said(column, value)
    }
    return {
      ...{ said, cell, heading, number: number.format },
      money: (cents: number) => euros.format(cents / 100),
      euros: (cents: number) => wholeEuros.format(cents / 100),
    }
  }, [language, ui, format])
}

export function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && 'id' in value
}

/** In which group a row stands: the first day of its month, quarter or year. */
export function groupOf(value: unknown, by: Bucket | undefined): string {
  if (value === null || value === undefined) return ''
  if (isNamed(value)) return value.id
  if (!by) return String(value)
  const day = helsinki.format(new Date(String(value)))
  const month = Number(day.slice(5, 7))
  if (by === 'year') return `${day.slice(0, 4)}-01-01`
  if (by === 'quarter') return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return by === 'month' ? `${day.slice(0, 7)}-01` : day
}

// A business ID is not broken at its hyphen.
const isCode = /^[\d-]{3,16}$/

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

export function labelIn({ choices }: ListColumn, id: string) {
  return choices?.find((one) => one.id === id)?.label ?? id
}

function quarterOf(day: string) {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function Choices({ column, value }: { column: ListColumn; value: unknown }) {
  const ids = (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]).map(String)
  return ids.map((id) => {
    const choice = column.choices?.find((one) => one.id === id)
    return choice?.tone ? (
      <StateBadge key={id} said={choice.label} tone={choice.tone} />
    ) : (
      <span key={id} className="list-choice">
        {choice?.label ?? id}
      </span>
    )
  })
}

function Links({ column, value, unknown }: { column: ListColumn; value: unknown; unknown: string }) {
  const all = (Array.isArray(value) ? value : [value]).filter(isNamed)
  return all.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link className="list-link" to={(column.opens ?? '').replace('$id', id)}>
        {name ?? unknown}
      </Link>
    </span>
  ))
}
