import { ownTexts } from '../../texts/own.ts'

type Reason = 'number' | 'near-reference' | 'sum' | 'sum-with-charges' | 'party' | 'name'

const fi = {
  payments: 'Maksut',
  allocate: 'Kohdista maksut',
  under:
    'Maksut, joiden viitettä ei tunnistettu tai joista jäi yli. Todennäköisin lasku on ehdolla perusteluineen; varmat on valittu valmiiksi.',
  nothingWaits: 'Kaikki maksut on kohdistettu.',
  waiting: 'Odottavat maksut',
  all: 'Valitse kaikki ehdotukset',
  reasons: {
    number: 'laskun numero tai viite viestissä',
    'near-reference': 'viitteessä yksi näppäilyvirhe',
    sum: 'sama summa',
    'sum-with-charges': 'summa muistutuskuluineen',
    party: 'sama asiakas',
    name: 'sama nimi',
  } satisfies Record<Reason, string> as Record<Reason, string>,
  full: 'maksaa laskun',
  part: (open: string) => `maksaa osan, auki jää ${open}`,
  leaves: (left: string) => `maksaa laskun, yli jää ${left}`,
  choose: 'Valitse lasku itse',
  giveTo: (name: string, number: string) => `${name}: kohdista laskulle ${number}`,
  noneFor: (name: string) => `${name}: ei ehdotusta`,
  chosen: (n: number) => (n === 1 ? '1 maksu valittu' : `${n} maksua valittu`),
  give: (n: number) => (n === 1 ? 'Kohdista maksu' : `Kohdista ${n} maksua`),
  given: 'Maksut kohdistettu',
  notGiven: (n: number) =>
    n === 1
      ? 'Yhtä maksua ei voitu kohdistaa. Syy on sen rivillä.'
      : `${n} maksua ei voitu kohdistaa. Syy on kunkin rivillä.`,
}

const sv: typeof fi = {
  payments: 'Betalningar',
  allocate: 'Allokera betalningar',
  under:
    'Betalningar vars referens inte kändes igen eller som lämnade något över. Den troligaste fakturan föreslås med skäl; de säkra är valda på förhand.',
  nothingWaits: 'Alla betalningar är allokerade.',
  waiting: 'Betalningar som väntar',
  all: 'Välj alla förslag',
  reasons: {
    number: 'fakturanummer eller referens i meddelandet',
    'near-reference': 'ett skrivfel i referensen',
    sum: 'samma belopp',
    'sum-with-charges': 'beloppet med påminnelsekostnader',
    party: 'samma kund',
    name: 'samma namn',
  },
  full: 'betalar fakturan',
  part: (open) => `betalar en del, ${open} förblir öppet`,
  leaves: (left) => `betalar fakturan, ${left} blir över`,
  choose: 'Välj fakturan själv',
  giveTo: (name, number) => `${name}: allokera till faktura ${number}`,
  noneFor: (name) => `${name}: inget förslag`,
  chosen: (n) => (n === 1 ? '1 betalning vald' : `${n} betalningar valda`),
  give: (n) => (n === 1 ? 'Allokera betalningen' : `Allokera ${n} betalningar`),
  given: 'Betalningarna är allokerade',
  notGiven: (n) =>
    n === 1
      ? 'En betalning kunde inte allokeras. Orsaken står på dess rad.'
      : `${n} betalningar kunde inte allokeras. Orsaken står på varje rad.`,
}

const en: typeof fi = {
  payments: 'Payments',
  allocate: 'Allocate payments',
  under:
    'Payments whose reference was not recognised, or of which something was left. The likeliest invoice is proposed with its reasons; the sure ones are chosen beforehand.',
  nothingWaits: 'Every payment is allocated.',
  waiting: 'Payments that wait',
  all: 'Choose all proposals',
  reasons: {
    number: 'invoice or reference number in the message',
    'near-reference': 'one slip in the reference',
    sum: 'the same sum',
    'sum-with-charges': 'the sum with the reminder’s charges',
    party: 'the same customer',
    name: 'the same name',
  },
  full: 'pays the invoice',
  part: (open) => `pays a part, ${open} stays open`,
  leaves: (left) => `pays the invoice, ${left} is left`,
  choose: 'Choose the invoice yourself',
  giveTo: (name, number) => `${name}: allocate to invoice ${number}`,
  noneFor: (name) => `${name}: no proposal`,
  chosen: (n) => (n === 1 ? '1 payment chosen' : `${n} payments chosen`),
  give: (n) => (n === 1 ? 'Allocate the payment' : `Allocate ${n} payments`),
  given: 'The payments are allocated',
  notGiven: (n) =>
    n === 1
      ? 'One payment could not be allocated. Its row says why.'
      : `${n} payments could not be allocated. Each row says why.`,
}

export const useAllocateTexts = ownTexts({ fi, sv, en })
