import type { DataCategory, Duty, Source, Statement } from '../format.ts'

/** The data of a register of business customers, and nothing besides. */
// biome-ignore format: a table reads better as a table.
export const templateContents: readonly DataCategory[] = [
  { id: 'org.name', saidIn: 'S5.2', label: { fi: 'Yrityksen nimi', sv: 'Företagets namn', en: 'Company name' }, personal: 'when-sole-trader', required: true, fromStage: 'prospect' },
  { id: 'org.businessId', saidIn: 'S5.3', label: { fi: 'Y-tunnus', sv: 'FO-nummer', en: 'Business ID' }, personal: 'when-sole-trader', fromStage: 'prospect' },
  { id: 'org.addresses', saidIn: 'S5.4', label: { fi: 'Yrityksen osoitteet', sv: 'Företagets adresser', en: 'Company addresses' }, personal: 'when-sole-trader', pd: 'pd:PhysicalAddress', fromStage: 'prospect' },
  { id: 'org.phone', saidIn: 'S5.15', label: { fi: 'Yrityksen puhelinnumero', sv: 'Företagets telefonnummer', en: 'Company phone' }, personal: 'when-sole-trader', pd: 'pd:TelephoneNumber', fromStage: 'prospect' },
  { id: 'org.email', saidIn: 'S5.16', label: { fi: 'Yrityksen sähköposti', sv: 'Företagets e-post', en: 'Company e-mail' }, personal: 'when-sole-trader', pd: 'pd:EmailAddress', fromStage: 'prospect' },
  { id: 'person.name', saidIn: 'S5.5', label: { fi: 'Yhteyshenkilön nimi', sv: 'Kontaktpersonens namn', en: 'Name of the contact person' }, personal: true, pd: 'pd:Name', required: true, fromStage: 'prospect' },
  { id: 'person.jobRole', saidIn: 'S5.17', label: { fi: 'Tehtävä yrityksessä', sv: 'Uppgift i företaget', en: 'Job role' }, personal: true, pd: 'pd:JobTitle', fromStage: 'prospect' },
  { id: 'person.phone', saidIn: 'S5.6', label: { fi: 'Yhteyshenkilön puhelinnumero', sv: 'Kontaktpersonens telefonnummer', en: 'Phone of the contact person' }, personal: true, pd: 'pd:TelephoneNumber', fromStage: 'prospect' },
  { id: 'person.email', saidIn: 'S5.7', label: { fi: 'Yhteyshenkilön sähköposti', sv: 'Kontaktpersonens e-post', en: 'E-mail of the contact person' }, personal: true, pd: 'pd:EmailAddressWork', fromStage: 'prospect' },
  { id: 'com.enquiries', saidIn: 'S5.18', label: { fi: 'Yhteydenotot ja viestit', sv: 'Kontakter och meddelanden', en: 'Enquiries and messages' }, personal: 'mixed', pd: 'pd:Communication', fromStage: 'prospect' },
  { id: 'com.quotes', saidIn: 'S5.26', label: { fi: 'Myyntimahdollisuudet ja tarjoukset', sv: 'Affärsmöjligheter och offerter', en: 'Opportunities and quotes' }, personal: 'mixed', pd: 'pd:Transactional', fromStage: 'prospect' },
  { id: 'com.orders', saidIn: 'S5.27', label: { fi: 'Tilaukset', sv: 'Beställningar', en: 'Orders' }, personal: 'mixed', pd: 'pd:Transactional', fromStage: 'prospect' },
  { id: 'com.contracts', saidIn: 'S5.28', label: { fi: 'Sopimukset ja toimeksiannot', sv: 'Avtal och uppdrag', en: 'Contracts and assignments' }, personal: 'mixed', pd: 'pd:Transactional', fromStage: 'prospect' },
  { id: 'com.activities', saidIn: 'S5.29', label: { fi: 'Muistiinpanot, tehtävät ja asiakirjat', sv: 'Anteckningar, uppgifter och dokument', en: 'Notes, tasks and documents' }, personal: 'mixed', pd: 'pd:Communication', fromStage: 'prospect' },
  { id: 'com.paymentTerms', saidIn: 'S5.9', label: { fi: 'Maksuehdot', sv: 'Betalningsvillkor', en: 'Payment terms' }, personal: 'when-sole-trader', pd: 'pd:Transactional', fromStage: 'customer' },
  { id: 'com.delivery', saidIn: 'S5.10', label: { fi: 'Toimitustiedot', sv: 'Leveransuppgifter', en: 'Delivery details' }, personal: 'mixed', pd: 'pd:Transactional', fromStage: 'customer' },
  { id: 'com.invoicing', saidIn: 'S5.11', label: { fi: 'Laskut ja maksut', sv: 'Fakturor och betalningar', en: 'Invoices and payments' }, personal: 'mixed', pd: 'pd:Transaction', fromStage: 'customer' },
  { id: 'com.complaints', saidIn: 'S5.12', label: { fi: 'Reklamaatiot', sv: 'Reklamationer', en: 'Complaints' }, personal: 'mixed', pd: 'pd:Communication', fromStage: 'customer' },
  { id: 'com.warranty', saidIn: 'S5.13', label: { fi: 'Takuut', sv: 'Garantier', en: 'Warranties' }, personal: 'mixed', pd: 'pd:Transactional', fromStage: 'customer' },
]

// biome-ignore format: a table reads better as a table.
export const templateSystemContents: NonNullable<Statement['systemData']> = [
  { id: 'sys.consent', saidIn: 'S5.20', label: { fi: 'Suostumukset ja kiellot', sv: 'Samtycken och förbud', en: 'Consents and objections' } },
  { id: 'sys.suppression', saidIn: 'S5.21', label: { fi: 'Markkinoinnin estolista (tiivisteenä)', sv: 'Spärrlista för marknadsföring (som hash)', en: 'Marketing suppression list (keyed hash)' } },
  { id: 'sys.messages', saidIn: 'S5.22', label: { fi: 'Loki lähetetyistä viesteistä', sv: 'Logg över skickade meddelanden', en: 'Log of messages sent' } },
  { id: 'sys.cases', saidIn: 'S5.23', label: { fi: 'Rekisteröidyn pyynnöt ja vastaukset', sv: 'Den registrerades begäranden och svaren', en: 'Requests of data subjects and the answers' } },
  { id: 'sys.audit', saidIn: 'S5.24', label: { fi: 'Loki tietojen katselusta ja muutoksista', sv: 'Logg över läsning och ändringar', en: 'Log of looks and changes' } },
]

const company = ['org.name', 'org.businessId', 'org.addresses', 'org.phone', 'org.email']
const people = ['person.name', 'person.jobRole', 'person.phone', 'person.email']
const selling = ['com.quotes', 'com.orders', 'com.contracts', 'com.activities']
const everything = templateContents.map(({ id }) => id)

/** Who does what, so that each duty reads what its work takes and no more. */
export const templateDuties: readonly Duty[] = [
  {
    id: 'sales',
    label: { fi: 'Myynti', sv: 'Försäljning', en: 'Sales' },
    purposes: ['customer-relationship', 'customer-communication'],
    reach: 'all',
    reads: [
      ...company,
      ...people,
      'com.enquiries',
      ...selling,
      'com.paymentTerms',
      'com.delivery',
      'com.invoicing',
      'com.complaints',
      'com.warranty',
      'sys.consent',
    ],
    writes: [...company, ...people, 'com.enquiries', ...selling, 'com.paymentTerms', 'sys.consent'],
  },
  {
    id: 'service',
    label: { fi: 'Asiakaspalvelu ja toimitukset', sv: 'Kundservice och leveranser', en: 'Service and deliveries' },
    purposes: ['service-delivery', 'customer-communication'],
    reach: 'all',
    reads: [
      ...company,
      ...people,
      'com.enquiries',
      ...selling,
      'com.delivery',
      'com.complaints',
      'com.warranty',
      'sys.consent',
    ],
    writes: [
      'org.addresses',
      'org.phone',
      'org.email',
      ...people,
      'com.enquiries',
      'com.contracts',
      'com.activities',
      'com.delivery',
      'com.complaints',
      'com.warranty',
      'sys.consent',
    ],
  },
  {
    id: 'billing',
    label: { fi: 'Laskutus', sv: 'Fakturering', en: 'Billing' },
    purposes: ['bookkeeping', 'customer-relationship'],
    reach: 'all',
    reads: [...company, ...people, ...selling, 'com.paymentTerms', 'com.delivery', 'com.invoicing', 'com.complaints'],
    writes: [
      ...company,
      'person.name',
      'person.phone',
      'person.email',
      'com.activities',
      'com.paymentTerms',
      'com.invoicing',
    ],
  },
  {
    id: 'marketing',
    label: { fi: 'Markkinointi', sv: 'Marknadsföring', en: 'Marketing' },
    purposes: ['direct-marketing'],
    reach: 'all',
    reads: [
      'org.name',
      'org.addresses',
      'org.email',
      'person.name',
      'person.jobRole',
      'person.email',
      'sys.consent',
      'sys.messages',
    ],
    writes: ['sys.consent', 'sys.messages'],
  },
  {
    id: 'privacy',
    label: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Privacy' },
    purposes: [
      'customer-relationship',
      'customer-communication',
      'service-delivery',
      'bookkeeping',
      'direct-marketing',
    ],
    reach: 'all',
    reads: [...everything, ...templateSystemContents.map(({ id }) => id)],
    writes: [...company, ...people, 'com.delivery', 'com.complaints', 'sys.consent', 'sys.cases'],
  },
  {
    id: 'admin',
    label: { fi: 'Ylläpito', sv: 'Administration', en: 'Administration' },
    purposes: [],
    reach: 'all',
    reads: [],
    writes: [],
  },
]

// biome-ignore format: a table reads better as a table.
export const templateSources: readonly Source[] = [
  { id: 'contact', kind: 'data-subject', notice: 'art13', saidIn: 'S6.1', label: { fi: 'yhteydenotto', sv: 'kontakt', en: 'contact' } },
  { id: 'quote-request', kind: 'data-subject', notice: 'art13', saidIn: 'S6.2', label: { fi: 'tarjouspyyntö', sv: 'offertförfrågan', en: 'request for quotation' } },
  { id: 'order', kind: 'data-subject', notice: 'art13', saidIn: 'S6.3', saleContext: true, label: { fi: 'tilaus', sv: 'beställning', en: 'order' } },
  { id: 'contract', kind: 'data-subject', notice: 'art13', saidIn: 'S6.4', saleContext: true, label: { fi: 'sopimus', sv: 'avtal', en: 'contract' } },
  { id: 'other-contact', kind: 'data-subject', notice: 'art13', saidIn: 'S6.5', noteRequired: true, label: { fi: 'muu yhteydenpito asiakassuhteen aikana', sv: 'övrig kontakt under kundförhållandet', en: 'other dealings during the relationship' } },
  { id: 'organisation', kind: 'third-party', notice: 'art14', saidIn: 'S6.7', label: { fi: 'henkilön edustama yritys', sv: 'företaget som personen företräder', en: 'the company the person represents' } },
  { id: 'prh', kind: 'public-register', notice: 'art14', saidIn: 'S6.8', label: { fi: 'Yritys- ja yhteisötietojärjestelmä (PRH)', sv: 'Företags- och organisationsdatasystemet (PRS)', en: 'Business Information System (PRH)' }, authority: { fi: 'Patentti- ja rekisterihallitus', sv: 'Patent- och registerstyrelsen', en: 'Finnish Patent and Registration Office' }, datasets: ['YTJ open data v3'], licence: 'CC BY 4.0', marketing: false, fields: ['org.name', 'org.businessId', 'org.addresses'] },
  { id: 'web-form', kind: 'data-subject', notice: 'art13', saidIn: 'S6.9', label: { fi: 'verkkosivujen yhteydenottolomake', sv: 'kontaktformuläret på webbplatsen', en: 'contact form on the website' }, fields: ['person.name', 'person.email', 'person.phone'], required: ['person.name', 'person.email'], marketingOptIn: { offered: false } },
  { id: 'own-register', kind: 'own-register', saidIn: 'S6.11', label: { fi: 'oma aiempi asiakasrekisteri', sv: 'vårt tidigare kundregister', en: 'our own earlier register' } },
]
