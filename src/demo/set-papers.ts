import { keepPaperSetting } from '#dealings'
import { type Occasion, perform } from '#ledger'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

const sun =
  '<circle cx="30" cy="30" r="13" fill="#f2b632"/><path d="M30 4v9M30 47v9M4 30h9M47 30h9M11.6 11.6l6.4 6.4M42 42l6.4 6.4M48.4 11.6L42 18M18 42l-6.4 6.4" stroke="#f2b632" stroke-width="5" stroke-linecap="round"/>'
const spanner =
  '<path d="M14 46L34 26" stroke="#175a55" stroke-width="9" stroke-linecap="round"/><path d="M48 14a13 13 0 1 1-9-5l-3 9 7 6z" fill="#175a55"/>'
const valo =
  '<path d="M76 18l11 26 11-26M110 44l11-26 11 26M115 35h12M146 18v26h14M190 31a13 13 0 1 1-26 0a13 13 0 1 1 26 0" fill="none" stroke="#175a55" stroke-width="4.6" stroke-linecap="round" stroke-linejoin="round"/>'

const logo = (mark: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">${mark}${valo}</svg>`).toString('base64')

const words = {
  quote: {
    fi: 'Hinnat ovat voimassa tarjouksen voimassaolopäivään asti. Toimitusaika sovitaan tilauksen yhteydessä.',
    sv: 'Priserna gäller till offertens sista giltighetsdag. Leveranstiden avtalas i samband med beställningen.',
    en: 'Prices hold until the quote’s last day. The time of delivery is agreed with the order.',
  },
  invoice: {
    fi: 'Huomautukset laskusta 8 päivän kuluessa.',
    sv: 'Anmärkningar mot fakturan inom 8 dagar.',
    en: 'Please tell us of any fault in the invoice within 8 days.',
  },
  'delivery-note': {
    fi: 'Tarkista toimitus heti. Ilmoita puutteista ja vaurioista kuljettajalle ja meille.',
    sv: 'Kontrollera leveransen genast. Meddela brister och skador till föraren och oss.',
    en: 'Please check the delivery at once and tell the driver and us of anything missing or damaged.',
  },
  foot: { fi: 'Kotipaikka Helsinki', sv: 'Hemort Helsingfors', en: 'Registered office Helsinki' },
}

/** What stands on the papers of the demo's two companies. */
export async function setPapers(
  register: Running<Database>,
  { rules, occasion }: { rules: InForce; occasion: Occasion },
) {
  for (const [nth, { id }] of rules.policy.groupCompanies.entries())
    await perform(register.db, occasion, (act) =>
      keepPaperSetting(act as never, rules, { groupCompany: id, words, logo: logo(nth === 0 ? sun : spanner) }),
    )
}
