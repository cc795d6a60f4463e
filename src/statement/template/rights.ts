import type { Statement } from '../format.ts'

/** Every right of a data subject, none harder to use than the law lets it be. */
export const templateRights: NonNullable<Statement['rights']> = {
  publication: { url: null, separateDelivery: 'on-request-and-active', saidIn: ['S12.1', 'S12.2'] },
  access: {
    articles: ['eu-gdpr:A15'],
    form: 'free',
    channel: 'contact',
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    saidIn: ['S12.3', 'S12.4', 'S12.5'],
  },
  rectification: {
    articles: ['eu-gdpr:A16'],
    form: 'free',
    mustSpecify: ['what', 'why'],
    reasons: ['incorrect', 'unnecessary', 'incomplete', 'outdated'],
    ownInitiative: true,
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    sla: 'without-delay',
    saidIn: ['S12.6', 'S12.7', 'S12.8', 'S12.9', 'S12.10'],
  },
  erasure: {
    articles: ['eu-gdpr:A17'],
    form: 'free',
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    blockers: [
      { id: 'law', test: 'class-has-statutory-hold', ground: 'eu-gdpr:A17-3-b' },
      { id: 'active-contract', test: 'active-contract-with-person', ground: 'still-necessary-A17-1-a' },
      { id: 'open-assignment', test: 'assignment-open', ground: 'still-necessary-A17-1-a' },
      { id: 'open-invoice', test: 'invoice-unpaid', ground: 'eu-gdpr:A17-3-e' },
      { id: 'collection', test: 'collection-open', ground: 'eu-gdpr:A17-3-e' },
      { id: 'legal-claim', test: 'hold-open', ground: 'eu-gdpr:A17-3-e', saidIn: 'S8.3' },
      { id: 'warranty', test: 'warranty-running', ground: 'eu-gdpr:A17-3-e', saidIn: 'S5.13' },
    ],
    saidIn: ['S12.11', 'S12.12', 'S12.13', 'S12.14', 'S12.15'],
  },
  restriction: {
    articles: ['eu-gdpr:A18'],
    form: 'free',
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    saidIn: 'S12.19',
  },
  portability: {
    articles: ['eu-gdpr:A20'],
    form: 'free',
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    saidIn: 'S12.20',
  },
  objection: {
    articles: ['eu-gdpr:A21-1'],
    form: 'free',
    identity: 'proportionate',
    due: 'P1M',
    extension: 'P2M',
    saidIn: 'S12.21',
  },
  objectionToMarketing: {
    articles: ['eu-gdpr:A21-2', 'eu-gdpr:A21-3'],
    form: 'free',
    identity: 'none',
    effect: 'immediate',
    channels: ['contact', 'unsubscribe-link', 'list-unsubscribe-post', 'portal', 'phone', 'letter'],
    saidIn: ['S12.16', 'S12.17', 'S12.18'],
  },
  withdrawalOfConsent: {
    articles: ['eu-gdpr:A7-3'],
    form: 'free',
    identity: 'none',
    effect: 'immediate',
    channels: ['contact', 'unsubscribe-link', 'portal'],
    saidIn: 'S12.22',
  },
  complaint: { articles: ['eu-gdpr:A77'], form: 'free', saidIn: 'S13.1' },
}

export const templateAutomatedDecisions: NonNullable<Statement['automatedDecisions']> = {
  used: false,
  text: {
    fi: 'Emme tee automaattisia päätöksiä emmekä profiloi ketään.',
    sv: 'Vi fattar inga automatiserade beslut och profilerar ingen.',
    en: 'We make no automated decisions and profile nobody.',
  },
  saidIn: 'S12.23',
}

export const templateProvision: NonNullable<Statement['provisionOfData']> = {
  mandatory: 'contract',
  text: {
    fi: 'Yhteyshenkilön nimi ja jokin yhteystieto tarvitaan, jotta voimme tehdä sopimuksen ja hoitaa sen. Muut tiedot ovat vapaaehtoisia.',
    sv: 'Kontaktpersonens namn och någon kontaktuppgift behövs för att vi ska kunna ingå och sköta avtalet. Övriga uppgifter är frivilliga.',
    en: 'We need the name of a contact person and some way to reach them to make and keep a contract. All else is voluntary.',
  },
  saidIn: 'S12.24',
}

export const ombudsman: NonNullable<Statement['authority']> = {
  name: {
    fi: 'Tietosuojavaltuutetun toimisto',
    sv: 'Dataombudsmannens byrå',
    en: 'Office of the Data Protection Ombudsman',
  },
  contact: {
    address: 'PL 800, 00531 Helsinki',
    phone: '029 566 6700',
    email: 'tietosuoja@om.fi',
    url: 'https://tietosuoja.fi',
  },
  saidIn: 'S13.1',
}
