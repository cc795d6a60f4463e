import type { ImportColumn } from '#register'
import type { LostReason } from './opportunity.ts'

const whole = (words: string) => new RegExp(`^(?:${words})$`)

/** The columns of a file of opportunities, as other systems call them. */
export const opportunityFile: readonly ImportColumn[] = [
  {
    id: 'title',
    label: { fi: 'Mahdollisuus', sv: 'Möjlighet', en: 'Opportunity' },
    titles: whole(
      '(?:myynti)?mahdollisuus|mahdollisuuden nimi|aihe|otsikko|kauppa|diili|nimi|(?:försäljnings)?möjlighet|affär(?:ens namn)?|rubrik|ämne|opportunity(?: name)?|deal(?: name| title)?|title|subject|name',
    ),
    isNeeded: true,
  },
  {
    id: 'company',
    label: { fi: 'Yrityksen nimi', sv: 'Företagets namn', en: 'Company name' },
    titles: whole(
      'yritys|yrityksen nimi|asiakas|asiakkaan nimi|organisaatio|tili|företag(?:snamn|ets namn)?|kund|organisation|company(?: name)?|account(?: name)?|customer|organi[sz]ation',
    ),
  },
  {
    id: 'businessId',
    label: { fi: 'Y-tunnus', sv: 'FO-nummer', en: 'Business ID' },
    titles: whole(
      'y ?tunnus|yritystunnus|ly ?tunnus|fo ?n(?:ummer|umero)|organisationsnummer|business ?id|company ?id',
    ),
  },
  {
    id: 'email',
    label: { fi: 'Henkilön sähköposti', sv: 'Personens e-post', en: 'Person’s e-mail' },
    titles: whole(
      '(?:yhteyshenkilön |henkilön |kontaktin )?sähköposti(?: ?osoite)?|email|(?:kontaktpersonens )?e ?post(?:adress)?|(?:contact )?e ?mail(?: address)?',
    ),
  },
  {
    id: 'valueCents',
    label: { fi: 'Arvo ilman veroa', sv: 'Värde utan moms', en: 'Value without VAT' },
    titles: whole('arvo(?: eur)?|summa|kaupan arvo|euroa|värde(?: eur)?|belopp|value|amount|deal value'),
    type: { decimals: 2 },
  },
  {
    id: 'probability',
    label: { fi: 'Todennäköisyys', sv: 'Sannolikhet', en: 'Probability' },
    titles: whole('todennäköisyys|tn|sannolikhet|probability|win probability'),
    type: { decimals: 0, mayBeShare: true },
  },
  {
    id: 'expectedClose',
    label: { fi: 'Arvioitu päätöspäivä', sv: 'Väntat avslut', en: 'Expected close' },
    titles: whole(
      '(?:arvioitu |odotettu )?(?:päätös|sulkeutumis|kauppa)(?: ?päivä| ?pvm)|(?:väntat |förväntat )?avslut(?:sdatum)?|expected close(?: date)?|close date|closing date',
    ),
    type: 'day',
  },
  {
    id: 'pipeline',
    label: { fi: 'Myyntiputki', sv: 'Pipeline', en: 'Pipeline' },
    titles: whole('(?:myynti)?putki|(?:försäljnings|sälj)?pipeline'),
  },
  {
    id: 'stage',
    label: { fi: 'Vaihe', sv: 'Skede', en: 'Stage' },
    titles: whole('(?:myynnin |myynti)?vaihe|skede|fas|steg|(?:sales |deal |pipeline )?stage'),
  },
  {
    id: 'state',
    label: { fi: 'Tila', sv: 'Status', en: 'State' },
    titles: whole('tila|status|läge|state|lopputulos|utfall|outcome'),
    type: {
      choices: {
        open: /^(avoin|auki|kesken|käynnissä|öppen|pågår|open|ongoing|in progress)$/,
        won: /^(voitettu|voitto|kauppa|vunnen|won|closed won|win)$/,
        lost: /^(hävitty|menetetty|tappio|förlorad|lost|closed lost|loss)$/,
      },
    },
  },
  {
    id: 'lostReason',
    label: { fi: 'Häviön syy', sv: 'Orsak till förlusten', en: 'Reason it was lost' },
    titles: whole(
      '(?:häviön |häviämisen |menetyksen )?syy|(?:förlust)?orsak|orsak till förlusten|(?:lost |loss )?reason|reason lost',
    ),
  },
  {
    id: 'closedOn',
    label: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Closed on' },
    titles: whole(
      'päättynyt|suljettu|ratkennut|(?:voitto|häviö)päivä|avslutad|stängd|closed(?: on| at)?|won time|lost time',
    ),
    type: 'day',
  },
  {
    id: 'owner',
    label: { fi: 'Vastuuhenkilö', sv: 'Ansvarig', en: 'Owner' },
    titles: whole(
      'vastuuhenkilö|vastuumyyjä|myyjä|omistaja|ansvarig|säljare|ägare|(?:deal )?owner|sales ?person|sales rep',
    ),
  },
  {
    id: 'nextStep',
    label: { fi: 'Seuraava askel', sv: 'Nästa steg', en: 'Next step' },
    titles: whole('seuraava (?:askel|toimenpide|vaihe)|nästa steg|next (?:step|action|activity)'),
  },
  {
    id: 'groupCompany',
    label: { fi: 'Konserniyhtiö', sv: 'Koncernbolag', en: 'Group company' },
    titles: whole('konserniyhtiö|yhtiö|koncernbolag|group company'),
  },
]

const reasons: Readonly<Record<Exclude<LostReason, 'other'>, RegExp>> = {
  price: /^(hinta|liian kallis|pris(et)?|för dyrt|price|too expensive)$/,
  competitor: /^(kilpailija( valittiin)?|konkurrent(en valdes)?|competitor( (was )?chosen)?)$/,
  postponed: /^(siirtyi( myöhemmäksi)?|lykkääntyi|uppskjut(et|en)|postponed)$/,
  'no-need': /^(tarve poistui|ei tarvetta|inget behov|behovet försvann|no need)$/,
  'no-answer': /^(asiakas ei vastannut|ei vastausta|inget svar|kunden svarade inte|no answer|no response)$/,
  'not-for-us': /^(emme voineet toimittaa|vi kunde inte leverera|not for us)$/,
}

/** Why it was lost, as the register keeps it: a reason it knows, else another reason in the words of the file. */
export function lostMeant(typed: string | null): { lostReason: LostReason | null; lostNote: string | null } {
  if (!typed) return { lostReason: null, lostNote: null }
  const plain = typed.trim().toLowerCase()
  const known = Object.entries(reasons).find(([id, words]) => id === plain || words.test(plain))
  return known ? { lostReason: known[0] as LostReason, lostNote: null } : { lostReason: 'other', lostNote: typed }
}
