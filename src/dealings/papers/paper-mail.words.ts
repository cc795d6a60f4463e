import type { Said } from '#platform/language'
import { proofDays } from '#register'
import { figuresIn } from './figures.ts'
import type { Paper, PaperKind } from './paper.ts'
import { paperTitles } from './paper.words.ts'
import { readReference } from './payment-reference.ts'

const said = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })

const attached: Record<PaperKind, Said> = {
  quote: said(
    'Liitteenä on tarjouksemme {number}.',
    'Vår offert {number} är bifogad.',
    'Our quote {number} is attached.',
  ),
  'order-confirmation': said(
    'Kiitos tilauksesta. Liitteenä on tilausvahvistus {number}.',
    'Tack för beställningen. Orderbekräftelsen {number} är bifogad.',
    'Thank you for your order. Order confirmation {number} is attached.',
  ),
  'delivery-note': said(
    'Liitteenä on lähete {number}.',
    'Följesedeln {number} är bifogad.',
    'Delivery note {number} is attached.',
  ),
  invoice: said('Liitteenä on lasku {number}.', 'Fakturan {number} är bifogad.', 'Invoice {number} is attached.'),
  'credit-note': said(
    'Liitteenä on hyvityslasku {number}.',
    'Kreditnotan {number} är bifogad.',
    'Credit note {number} is attached.',
  ),
  reminder: said(
    'Liitteenä on maksumuistutus {number}. Jos olet jo maksanut, viesti on aiheeton.',
    'Betalningspåminnelsen {number} är bifogad. Om du redan har betalat kan du bortse från meddelandet.',
    'Payment reminder {number} is attached. If you have already paid, please disregard this message.',
  ),
}

const words = {
  hello: said('Hei,', 'Hej,', 'Hello,'),
  pay: said('Summa {sum} €, eräpäivä {day}', 'Belopp {sum} €, förfallodag {day}', 'Amount {sum} €, due {day}'),
  reference: said('viitenumero {reference}', 'referensnummer {reference}', 'reference {reference}'),
  valid: said('Tarjous on voimassa {day} asti.', 'Offerten gäller till {day}.', 'The quote is valid until {day}.'),
  answer: said(
    'Voit lukea tarjouksen ja vastata siihen täällä: {link}',
    'Du kan läsa offerten och svara på den här: {link}',
    'You can read the quote and answer it here: {link}',
  ),
  proof: said(
    'Vahvista vielä, että postimme tulee tähän osoitteeseen perille: {link}\nLinkki toimii {days} päivää. Ilman vahvistusta emme lähetä osoitteeseen muuta kuin tämän tilausvahvistuksen.',
    'Bekräfta ännu att vår post kommer fram till den här adressen: {link}\nLänken fungerar i {days} dagar. Utan bekräftelse skickar vi inget annat än den här orderbekräftelsen till adressen.',
    'Please confirm that our mail reaches you at this address: {link}\nThe link works for {days} days. Without that, we send nothing to it but this order confirmation.',
  ),
  regards: said('Ystävällisin terveisin', 'Med vänlig hälsning', 'Kind regards'),
}

interface Going {
  message?: string | null
  link?: string | null
  proof?: string | null
}

/** The mail that carries a paper: what it is, how to pay or answer, and whom it is from. `message` is what staff wrote, `proof` the link by which the address answers. */
export function paperMail(paper: Paper, { message, link, proof }: Going) {
  const { kind, number, language, seller, payment, validUntil } = paper
  const figures = figuresIn(language)
  const fill = (text: Said, parts: Record<string, string>) =>
    text[language].replace(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? '')
  const reference = payment?.reference ? (readReference(payment.reference)?.spaced ?? payment.reference) : null
  const pay = payment
    ? [
        fill(words.pay, { sum: figures.money(payment.cents), day: figures.day(payment.dueOn) }),
        ...(reference ? [fill(words.reference, { reference })] : []),
      ].join(', ')
    : null
  const parts = [
    words.hello[language],
    fill(attached[kind], { number: number ?? '' }),
    pay && `${pay}.`,
    kind === 'quote' && validUntil ? fill(words.valid, { day: figures.day(validUntil) }) : null,
    link ? fill(words.answer, { link }) : null,
    message?.trim() || null,
    proof ? fill(words.proof, { link: proof, days: String(proofDays) }) : null,
    [words.regards[language], seller.name, seller.phone, seller.email].filter(Boolean).join('\n'),
  ]
  return {
    subject: `${paperTitles[kind][language]} ${number}, ${seller.name}`,
    text: `${parts.filter(Boolean).join('\n\n')}\n`,
  }
}
