import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { checklistItems, type Statement } from '../format.ts'
import { templateContents, templateDuties, templateSources, templateSystemContents } from './contents.ts'
import type { TemplateFacts } from './facts.ts'
import { headings } from './headings.ts'
import { templateRetention } from './keeping.ts'
import { templatePurposes } from './purposes.ts'
import { ombudsman, templateAutomatedDecisions, templateProvision, templateRights } from './rights.ts'
import { templateCookies, templateSecurity } from './website.ts'

/** A statement that can be published, from ten facts and what is usual for a Finnish business that sells to businesses. */
export function fromTemplate(facts: TemplateFacts, on: string): Statement {
  const statement: Statement = {
    apiVersion: 'rekisteriseloste/v1',
    kind: 'RegisterStatement',
    metadata: metadataOf(facts, on),
    sections: headings,
    register: {
      name: {
        fi: `${facts.controllerName}: asiakas- ja markkinointirekisteri`,
        sv: `${facts.controllerName}: kund- och marknadsföringsregister`,
        en: `${facts.controllerName}: customer and marketing register`,
      },
      saidIn: 'S1.1',
    },
    controller: controllerOf(facts),
    contact: contactOf(facts),
    dpo: {
      designated: false,
      reason: {
        fi: 'Tietosuojavastaavaa ei tarvita: emme seuraa ihmisiä laajamittaisesti emmekä käsittele arkaluonteisia tietoja.',
        sv: 'Ett dataskyddsombud behövs inte: vi övervakar inte människor i stor skala och behandlar inga känsliga uppgifter.',
        en: 'None is needed: we do not monitor people on a large scale and process no sensitive data.',
      },
      saidIn: 'S3.2',
    },
    purposes: templatePurposes(on),
    duties: [...templateDuties],
    dataCategoryList: { closed: true, saidIn: ['S5.1', 'S5.8'] },
    dataCategories: [...templateContents],
    forbiddenData: ['hetu', 'eu-gdpr:A9-categories', 'eu-gdpr:A10-offences', 'bank-account', 'id-document-copy'],
    systemData: [...templateSystemContents],
    sourceDefault: { kind: 'data-subject', saidIn: 'S6.6' },
    sources: [...templateSources],
    cookies: templateCookies,
    recipients: templateRecipients,
    processors: [],
    hosting: hostingOf(facts),
    transfers: { default: 'deny-outside-EEA', list: [], saidIn: 'S9.3' },
    security: templateSecurity,
    retention: templateRetention,
    rights: templateRights,
    automatedDecisions: templateAutomatedDecisions,
    provisionOfData: templateProvision,
    authority: ombudsman,
  }
  return structuredClone(statement)
}

function metadataOf({ controllerName }: TemplateFacts, on: string): Statement['metadata'] {
  return {
    id: slugOf(controllerName),
    version: 1,
    supersedes: null,
    updatedOn: on,
    effectiveFrom: on,
    languages: { primary: 'fi', translations: ['sv', 'en'] },
    title: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy statement' },
    fidelity: 'enforceable',
    saidIn: ['S0.1', 'S0.2'],
    hash: null,
  }
}

function controllerOf({ controllerName, businessId, street, postcode, city, phone, email, website }: TemplateFacts) {
  return {
    legalName: controllerName,
    businessId,
    address: { street, postcode, city, country: 'FI' },
    phone: phoneOf(phone),
    email: { address: email },
    ...(website ? { website } : {}),
    saidIn: ['S2.1', 'S2.2', 'S2.3', 'S2.4', 'S2.5'],
  }
}

function contactOf({ controllerName, phone, email }: TemplateFacts): Statement['contact'] {
  return {
    role: { fi: 'Tietosuojan yhteyshenkilö', sv: 'Kontaktperson för dataskydd', en: 'Privacy contact' },
    company: controllerName,
    phone: phoneOf(phone),
    email: { address: email },
    deputy: {
      role: { fi: 'Toimitusjohtaja', sv: 'Verkställande direktör', en: 'Managing director' },
      email: { address: email },
    },
    handles: [
      'access',
      'rectification',
      'erasure',
      'restriction',
      'portability',
      'objection',
      'consent-withdrawal',
      'complaint',
    ],
    saidIn: 'S3.1',
  }
}

function hostingOf({ controllerName, hostingProvider, hostingAgreement }: TemplateFacts): Statement['hosting'] {
  const said = { country: 'FI', saidIn: ['S10.5', 'S10.6'] }
  if (!hostingProvider) return { ...said, provider: controllerName, self: true }

  const dpa = hostingAgreement ? { ref: hostingAgreement, checklist: [...checklistItems] } : null
  return { ...said, provider: hostingProvider, self: false, dpa }
}

function phoneOf(typed: string) {
  const number = parsePhoneNumberFromString(typed, 'FI')
  return { display: typed, ...(number ? { e164: number.number } : {}) }
}

/** An id in small letters from a company's name: Ä and Ö lose their dots. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return `${slug || 'rekisteri'}-asiakasrekisteri`
}

const templateRecipients: NonNullable<Statement['recipients']> = [
  {
    id: 'authorities',
    kind: 'authority',
    label: {
      fi: 'Viranomaiset, kun laki sitä vaatii',
      sv: 'Myndigheter när lagen kräver det',
      en: 'Authorities, where the law requires it',
    },
    ground: 'eu-gdpr:A6-1-c',
    procedure: 'four-eyes',
    saidIn: 'S8.2',
  },
  {
    id: 'legal-counsel-and-courts',
    kind: 'legal-claims',
    label: {
      fi: 'Asianajajat ja tuomioistuimet oikeusriidassa',
      sv: 'Advokater och domstolar i en tvist',
      en: 'Lawyers and courts in a dispute',
    },
    ground: 'eu-gdpr:A6-1-f',
    procedure: 'four-eyes',
    saidIn: 'S8.3',
  },
]
