import type { Balancing, Purpose, Words } from '../format.ts'

const contract = { when: 'subject-is-party', ref: 'eu-gdpr:A6-1-b' } as const

interface Draft {
  ref: string
  interest: Words
  necessity: Words
  safeguards: Words
}

/** The purposes of a business that sells to businesses, each with its basis and a drafted balancing test. */
export function templatePurposes(on: string): Purpose[] {
  return [
    {
      id: 'customer-relationship',
      label: {
        fi: 'Asiakassuhteen hoito ja kehittäminen',
        sv: 'Skötsel och utveckling av kundförhållandet',
        en: 'Managing and developing the customer relationship',
      },
      dpv: ['dpv:CustomerRelationshipManagement'],
      basis: [contract, interest(relationshipDraft, on)],
      saidIn: 'S4.1',
    },
    {
      id: 'customer-communication',
      label: { fi: 'Asiakasviestintä', sv: 'Kundkommunikation', en: 'Customer communication' },
      dpv: ['dpv:CommunicationForCustomerCare'],
      messageClass: 'service',
      basis: [contract, interest(communicationDraft, on)],
      saidIn: 'S4.2',
    },
    {
      id: 'service-delivery',
      label: {
        fi: 'Tilausten, toimitusten ja reklamaatioiden hoito',
        sv: 'Beställningar, leveranser och reklamationer',
        en: 'Orders, deliveries and complaints',
      },
      dpv: ['dpv:FulfilmentOfContractualObligation', 'dpv:DeliveryOfGoods', 'dpv:CustomerClaimsManagement'],
      basis: [contract, interest(deliveryDraft, on)],
      saidIn: 'S4.3',
    },
    {
      id: 'bookkeeping',
      label: { fi: 'Laskutus ja kirjanpito', sv: 'Fakturering och bokföring', en: 'Invoicing and bookkeeping' },
      dpv: ['dpv:LegalCompliance'],
      basis: [{ when: 'any', ref: 'eu-gdpr:A6-1-c', law: '1336/1997' }],
      saidIn: 'S4.4',
    },
    {
      id: 'direct-marketing',
      label: { fi: 'Suoramarkkinointi', sv: 'Direktmarknadsföring', en: 'Direct marketing' },
      dpv: ['dpv:DirectMarketing'],
      messageClass: 'marketing',
      basis: [{ when: 'subject-consents', ref: 'eu-gdpr:A6-1-a' }, interest(marketingDraft, on)],
      channels: ['email', 'post'],
      topics: [
        { id: 'news', label: { fi: 'uutiset', sv: 'nyheter', en: 'news' } },
        { id: 'events', label: { fi: 'tapahtumat', sv: 'evenemang', en: 'events' } },
        {
          id: 'services',
          label: { fi: 'tuotteet ja palvelut', sv: 'produkter och tjänster', en: 'products and services' },
        },
      ],
      eligibility: [
        {
          channel: 'email',
          recipient: 'natural-person',
          require: 'consent',
          law: '917/2014 § 200(1)',
          basis: 'eu-gdpr:A6-1-a',
        },
        { channel: 'email', recipient: 'natural-person', require: 'existing-customer', law: '917/2014 § 200(3)' },
        {
          channel: 'email',
          recipient: 'work-address',
          require: 'role-relevance',
          law: '917/2014 § 202',
          basis: 'eu-gdpr:A6-1-f',
        },
        { channel: 'email', recipient: 'legal-person', require: 'not-refused', law: '917/2014 § 202' },
        { channel: 'post', recipient: 'any', require: 'not-objected-and-not-on-ban-list', basis: 'eu-gdpr:A6-1-f' },
      ],
      saidIn: ['S4.10', 'S4.11', 'S4.12'],
    },
  ]
}

function interest({ ref, interest, necessity, safeguards }: Draft, on: string) {
  const lia: Balancing = {
    ref,
    necessity,
    safeguards,
    outcome: 'interest-prevails',
    reviewedOn: on,
    reviewer: 'Tietosuojan yhteyshenkilö',
    reviewOn: oneYearAfter(on),
  }
  return { when: 'subject-represents-org', ref: 'eu-gdpr:A6-1-f', interest, lia } as const
}

export function oneYearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // 29 February has no anniversary next year; the day before keeps the review within the year.
  const capped = month === 2 && date === 29 ? 28 : date
  return new Date(Date.UTC(year + 1, month - 1, capped)).toISOString().slice(0, 10)
}

const relationshipDraft: Draft = {
  ref: 'TT-1',
  interest: {
    fi: 'Tarve tietää, kuka asiakasyrityksessä vastaa tilauksista ja sopimuksista, ja muistaa, mitä hänen kanssaan on sovittu.',
    sv: 'Behovet av att veta vem hos kunden som ansvarar för beställningar och avtal och vad som har avtalats.',
    en: 'The need to know who answers for orders and contracts at the customer, and what has been agreed with them.',
  },
  necessity: {
    fi: 'Yrityksen kanssa ei voi asioida tuntematta ihmistä, joka toimii sen puolesta. Muita kuin työhön liittyviä tietoja ei kerätä.',
    sv: 'Man kan inte sköta ärenden med ett företag utan att känna till den som handlar för det. Bara uppgifter som hör till arbetet samlas in.',
    en: 'One cannot deal with a company without knowing who acts for it. Only data that belong to the work are collected.',
  },
  safeguards: {
    fi: 'Lähde kirjataan, näkyvyys rajataan työtehtävittäin, ja tiedot poistetaan suhteen päätyttyä. Käsittelyä voi vastustaa.',
    sv: 'Källan antecknas, åtkomsten begränsas enligt arbetsuppgift och uppgifterna raderas när förhållandet upphör. Man kan göra invändningar.',
    en: 'The source is recorded, access follows the duty, and data go when the relationship is over. One may object.',
  },
}

const communicationDraft: Draft = {
  ref: 'TT-2',
  interest: {
    fi: 'Tarve kertoa asiakasyrityksen yhteyshenkilölle toimituksista, häiriöistä ja muutoksista, jotka koskevat yrityksen ostamaa.',
    sv: 'Behovet av att informera kundens kontaktperson om leveranser, störningar och ändringar som gäller det kunden har köpt.',
    en: "The need to tell the customer's contact of deliveries, disturbances and changes that concern what was bought.",
  },
  necessity: {
    fi: 'Viesti ei tavoita asiakasta ajoissa ilman nimettyä vastaanottajaa.',
    sv: 'Utan en namngiven mottagare når meddelandet inte kunden i tid.',
    en: 'Without a named recipient the message does not reach the customer in time.',
  },
  safeguards: {
    fi: 'Palveluviesteissä ei mainosteta. Vastaanottajaa voi vaihtaa milloin tahansa.',
    sv: 'Servicemeddelanden innehåller ingen reklam. Mottagaren kan bytas när som helst.',
    en: 'Service messages carry no promotion. The recipient can be changed at any time.',
  },
}

const deliveryDraft: Draft = {
  ref: 'TT-3',
  interest: {
    fi: 'Tarve sopia toimitusajoista, vastaanotosta ja korjauksista niiden ihmisten kanssa, jotka hoitavat niitä asiakasyrityksessä.',
    sv: 'Behovet av att komma överens om leveranstider, mottagning och reparationer med dem som sköter dem hos kunden.',
    en: "The need to agree on delivery times, reception and repairs with the people who look after them at the customer's.",
  },
  necessity: {
    fi: 'Toimitusta tai korjausta ei voi tehdä ilman tietoa siitä, kuka on paikalla.',
    sv: 'En leverans eller reparation kan inte utföras utan uppgift om vem som är på plats.',
    en: 'No delivery or repair can be made without knowing who will be there.',
  },
  safeguards: {
    fi: 'Tiedot näkyvät vain niille, jotka hoitavat toimituksia, ja poistuvat säilytysajan päättyessä.',
    sv: 'Uppgifterna syns bara för dem som sköter leveranserna och raderas när lagringstiden går ut.',
    en: 'Only those who handle deliveries see the data, which go when their period ends.',
  },
}

const marketingDraft: Draft = {
  ref: 'TT-4',
  interest: {
    fi: 'Mahdollisuus esitellä omia tuotteita ja palveluja niille, joiden työtehtäviin niiden hankinta kuuluu.',
    sv: 'Möjligheten att presentera egna produkter och tjänster för dem vars arbetsuppgifter omfattar sådana inköp.',
    en: 'Being able to present our own products and services to people whose job includes buying them.',
  },
  necessity: {
    fi: 'Viesti kohdistetaan työtehtävän mukaan, jotta sitä ei lähetetä niille, joita asia ei koske.',
    sv: 'Meddelandet riktas enligt arbetsuppgift så att det inte skickas till dem som saken inte angår.',
    en: 'Messages go by job duty, so that they are not sent to people whom they do not concern.',
  },
  safeguards: {
    fi: 'Jokaisessa viestissä on peruutuslinkki, kielto on voimassa heti, eikä viestien avaamista seurata.',
    sv: 'Varje meddelande har en avregistreringslänk, ett förbud gäller genast och öppningar följs inte.',
    en: 'Each message has an unsubscribe link, an objection takes effect at once, and opening is not tracked.',
  },
}
