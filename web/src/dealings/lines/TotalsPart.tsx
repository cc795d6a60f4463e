import type { Totals } from './line.ts'
import { useLineTexts } from './texts.ts'
import { useFigures } from './useFigures.ts'

/** What lines come to: net, VAT by rate, and the total. */
export function TotalsPart({ totals: { net, byVat, total }, isLive = false }: { totals: Totals; isLive?: boolean }) {
  const said = useLineTexts()
  const { money, share } = useFigures()
  return (
    <dl className="line-totals figures" {...(isLive ? { 'aria-live': 'polite' } : {})}>
      <div>
        <dt>{said.net}</dt>
        <dd>{money(net)}</dd>
      </div>
      {byVat.map(({ category, rate, vat }) => (
        <div key={`${category} ${rate}`}>
          <dt>{category === 'S' ? said.vatOf(share(rate)) : said.categories[category]}</dt>
          <dd>{money(vat)}</dd>
        </div>
      ))}
      <div className="line-total">
        <dt>{said.total}</dt>
        <dd>{money(total)}</dd>
      </div>
    </dl>
  )
}
