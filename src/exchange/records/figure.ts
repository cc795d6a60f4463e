/** How a figure is to be read: in so many decimals, and from a sheet, which writes its decimals with a point whatever the country. */
export interface FigureAsked {
  decimals: number
  isSheet?: boolean
  /** A per cent that a sheet keeps as its hundredth: 0.255 is 25.5 %. */
  mayBeShare?: boolean
}

export type FigureRead = number | 'not-read' | 'not-clear' | 'too-fine'

/**
 * A figure as offices write it, as a whole number of its smallest part: `1 234,50`, `1.234,50`, `1,234.50`, `€ 12`, `25,5 %`. What may mean
 * two things is not guessed (`not-clear`): 1.234 and 1,234 are a thousand to one and one to another. What has more decimals than are kept
 * is `too-fine`: nobody rounds it unasked.
 */
export function figureIn(cell: string, { decimals, isSheet = false, mayBeShare = false }: FigureAsked): FigureRead {
  const plain = cell
    .replace(/[\u2212\u2012-\u2014]/g, '-')
    .replace(/[\s\u00a0\u2007\u2009\u202f']/g, '')
    .replace(/^(?:€|eur|euroa?)|(?:€|eur|euroa?|%|,-)$/gi, '')
  const parts = /^([+-]?)(\d[\d.,]*)$/.exec(plain)
  if (!parts) return 'not-read'
  const [, sign, digits = ''] = parts
  const number = pointed(digits, isSheet)
  if (!/^\d+(\.\d+)?$/.test(number)) return number === 'not-clear' ? 'not-clear' : 'not-read'
  const [whole = '', rest = ''] = number.split('.')
  const hasNoSign = mayBeShare && isSheet && !cell.includes('%')
  if (hasNoSign && Number(number) === 1) return 'not-clear' // one per cent, or all of it
  const isShare = hasNoSign && Number(number) < 1
  const places = decimals + (isShare ? 2 : 0)
  if (rest.replace(/0+$/, '').length > places) return 'too-fine'
  const value = Number(whole + rest.slice(0, places).padEnd(places, '0')) * (sign === '-' ? -1 : 1)
  return Number.isSafeInteger(value) ? value : 'not-read'
}

/** The digits with a point before the decimals and nothing between the thousands. */
function pointed(digits: string, isSheet: boolean): string {
  const [commas, points] = [digits.split(',').length - 1, digits.split('.').length - 1]
  if (commas > 0 && points > 0) {
    const isCommaLast = digits.lastIndexOf(',') > digits.lastIndexOf('.')
    const [between, before] = isCommaLast ? ['.', ','] : [',', '.']
    if (digits.split(before).length > 2 || !areThousands((digits.split(before)[0] ?? '').split(between))) return ''
    return digits.replaceAll(between, '').replace(before, '.')
  }
  if (commas > 1 || points > 1) {
    const parts = digits.split(commas > 1 ? ',' : '.')
    return areThousands(parts) ? parts.join('') : ''
  }
  const isPointOfSheet = isSheet && points > 0
  if (!isPointOfSheet && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return 'not-clear'
  return digits.replace(',', '.')
}

function areThousands([first = '', ...rest]: string[]): boolean {
  return /^\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))
}
