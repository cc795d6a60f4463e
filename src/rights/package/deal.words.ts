import type { Language, Said } from '#platform/language'

const said = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })

/** What was dealt with somebody, from what they asked to what they got. */
export const dealTables: Record<string, Said> = {
  'register.opportunity': said('Myyntimahdollisuudet', 'Försäljningsmöjligheter', 'Sales opportunities'),
  'register.quote_request': said('Tarjouspyynnöt', 'Offertförfrågningar', 'Requests for quotes'),
  'register.quote': said('Tarjoukset', 'Offerter', 'Quotes'),
  'register.quote_version': said('Lähetetyt tarjoukset', 'Skickade offerter', 'Quotes as sent'),
  'register.sales_order': said('Tilaukset', 'Beställningar', 'Orders'),
  'register.delivery': said('Toimitukset', 'Leveranser', 'Deliveries'),
  'register.contract': said('Sopimukset', 'Avtal', 'Contracts'),
  'register.assignment': said('Toimeksiannot', 'Uppdrag', 'Assignments'),
  'register.assignment_contact': said('Toimeksiantojen yhteyshenkilöt', 'Uppdragens kontakter', 'Assignment contacts'),
}

export const dealColumns: Record<string, Said> = {
  title: said('aihe', 'ämne', 'subject'),
  wish: said('toive', 'önskemål', 'wish'),
  lines: said('rivit', 'rader', 'lines'),
  answer_by: said('vastattava viimeistään', 'svar senast', 'answer by'),
  wanted_on: said('toivottu toimitus', 'önskad leverans', 'wished delivery'),
  buyer_reference: said('asiakkaan viite', 'kundens referens', 'customer’s reference'),
  settled_on: said('suljettu', 'avslutad', 'settled'),
  valid_until: said('voimassa', 'gäller till', 'valid until'),
  payment_days: said('maksuaika (pv)', 'betalningstid (dagar)', 'days to pay'),
  opening: said('saatesanat', 'inledning', 'opening words'),
  terms: said('ehdot', 'villkor', 'terms'),
  net_cents: said('veroton (senttiä)', 'utan moms (cent)', 'excl. VAT (cents)'),
  vat_cents: said('alv (senttiä)', 'moms (cent)', 'VAT (cents)'),
  version: said('versio', 'version', 'version'),
  ordered_on: said('tilattu', 'beställt', 'ordered'),
  planned_on: said('suunniteltu päivä', 'planerad dag', 'planned for'),
  delivered_on: said('toimitettu', 'levererat', 'delivered'),
  signed_on: said('allekirjoitettu', 'undertecknat', 'signed'),
  starts_on: said('alkaa', 'börjar', 'begins'),
  next_step: said('seuraava askel', 'nästa steg', 'next step'),
  value_cents: said('arvo (senttiä)', 'värde (cent)', 'value (cents)'),
  expected_close: said('arvioitu päätöspäivä', 'beräknad avslutsdag', 'expected close'),
  lost_note: said('lisätieto häviöstä', 'mer om förlusten', 'note on the loss'),
}

export const dealCodes: Record<string, Said> = {
  answered: said('vastattu', 'besvarad', 'answered'),
  declined: said('hylätty', 'avböjd', 'declined'),
  draft: said('luonnos', 'utkast', 'draft'),
  accepted: said('hyväksytty', 'godkänd', 'accepted'),
  expired: said('vanhentunut', 'utgången', 'expired'),
  superseded: said('korvattu', 'ersatt', 'superseded'),
  cancelled: said('peruttu', 'inställd', 'cancelled'),
  planned: said('suunniteltu', 'planerad', 'planned'),
  active: said('voimassa', 'i kraft', 'in force'),
  noticed: said('irtisanottu', 'uppsagt', 'notice given'),
  won: said('voitettu', 'vunnen', 'won'),
  lost: said('hävitty', 'förlorad', 'lost'),
}

/** A line of a request, a quote, an order or a contract, as one would say it; null where the value is no line. */
export function lineWords(value: unknown, language: Language): string | null {
  if (!value || typeof value !== 'object') return null
  const { text, quantity, unit } = value as Record<string, unknown>
  if (typeof text !== 'string' || typeof quantity !== 'number') return null
  const much = new Intl.NumberFormat(`${language}-FI`, { maximumFractionDigits: 3 }).format(quantity / 1000)
  return `${text}, ${[much, unit].filter(Boolean).join(' ')}`
}
