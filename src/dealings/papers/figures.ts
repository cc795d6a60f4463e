import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'

const space = '\u00a0'
const minus = '\u2212'
const months = 'January February March April May June July August September October November December'.split(' ')

/** How figures and days are written on paper, in one language. */
export interface Figures {
  /** Cents, always with two decimals. */
  money(cents: number): string
  /** 1/10 000 €, with two to four decimals. */
  price(tenThousandths: number): string
  /** Thousandths, without needless decimals. */
  quantity(thousandths: number): string
  /** Basis points. */
  percent(basisPoints: number): string
  day(day: Day): string
}

/** Answers the figures of a language: comma and spaces in Finnish and Swedish, point and commas in English. */
export function figuresIn(language: Language): Figures {
  const [point, gap] = language === 'en' ? ['.', ','] : [',', space]
  const written = (value: number, scale: number, { least, most }: { least: number; most: number }) => {
    const digits = String(Math.abs(value)).padStart(scale + 1, '0')
    const whole = digits.slice(0, -scale).replace(/\B(?=(\d{3})+$)/g, gap)
    const rest = digits.slice(-scale).slice(0, most)
    const decimals = rest.replace(/0+$/, '').padEnd(least, '0')
    return `${value < 0 ? minus : ''}${whole}${decimals ? point : ''}${decimals}`
  }
  return {
    money: (cents) => written(cents, 2, { least: 2, most: 2 }),
    price: (tenThousandths) => written(tenThousandths, 4, { least: 2, most: 4 }),
    quantity: (thousandths) => written(thousandths, 3, { least: 0, most: 3 }),
    percent: (basisPoints) => `${written(basisPoints, 2, { least: 0, most: 2 })}${space}%`,
    day: (day) => dayIn(language, day),
  }
}

function dayIn(language: Language, day: Day): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return language === 'en' ? `${date} ${months[month - 1]} ${year}` : `${date}.${month}.${year}`
}
