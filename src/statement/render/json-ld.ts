import type { Purpose } from '../format.ts'
import type { PublishedVersion } from './document.ts'
import { declaredFields, dutiesOf, purposesOf } from './sections/fields.ts'
import { basisLetter } from './words.ts'

type Node = Record<string, unknown>

/** The statement in the Data Privacy Vocabulary 2.3, with its context inlined: nothing is fetched to read it. */
export function toJsonLd(version: PublishedVersion): string {
  const { statement, hash } = version
  const id = (kind: string, name: string) => `urn:seloste:${statement.metadata.id}:${version.version}:${kind}:${name}`

  return `${JSON.stringify(
    {
      '@context': context,
      '@id': id('notice', hash),
      '@type': ['dpv:PrivacyNotice', 'dpv:PersonalDataHandling'],
      'dct:identifier': statement.metadata.id,
      'dct:title': texts(statement.metadata.title),
      'dct:issued': { '@value': version.publishedAt, '@type': 'xsd:dateTime' },
      'dct:valid': { '@value': version.effectiveFrom.slice(0, 10), '@type': 'xsd:date' },
      'dct:hasVersion': String(version.version),
      'spdx:checksum': { '@type': 'spdx:Checksum', 'spdx:algorithm': 'SHA256', 'spdx:checksumValue': hash },
      'dpv:hasDataController': controllers(version, id),
      'dpv:hasDataSubject': [{ '@id': 'dpv:Customer' }, { '@id': 'dpv:Client' }],
      'dpv:hasProcess': statement.purposes.map((purpose) => activity(version, purpose, id)),
      'dpv:hasRight': rightsOf(version),
      'dpv:hasOrganisationalMeasure': (statement.security ?? []).map((measure) => ({
        '@id': id('measure', measure.id),
        '@type': 'dpv:OrganisationalMeasure',
      })),
      'dpv:hasAuthority': statement.authority && {
        '@type': 'dpv:DataProtectionAuthority',
        'dpv:hasName': texts(statement.authority.name),
        'dpv:hasContact': statement.authority.contact?.url ?? undefined,
      },
    },
    null,
    1,
  )}\n`
}

function controllers({ statement }: PublishedVersion, id: (kind: string, name: string) => string): Node[] {
  const { controller, contact } = statement
  const members = (statement.group?.members ?? []).filter(({ name }) => name !== controller.legalName)

  return [
    {
      '@id': id('controller', controller.businessId ?? 'self'),
      '@type': members.some(({ role }) => role === 'joint-controller')
        ? 'dpv:JointDataControllers'
        : 'dpv:DataController',
      'dpv:hasName': controller.legalName ?? undefined,
      'dct:identifier': controller.businessId ?? undefined,
      'dpv:hasContact': contact?.email?.address ?? controller.email?.address ?? undefined,
    },
    ...members.map((member) => ({
      '@id': id('company', member.id),
      '@type': member.role === 'processor' ? 'dpv:DataProcessor' : 'dpv:DataController',
      'dpv:hasName': member.name,
    })),
  ]
}

function activity(version: PublishedVersion, purpose: Purpose, id: (kind: string, name: string) => string): Node {
  const { statement } = version
  const fields = declaredFields({ statement }).filter((field) => purposesOf({ statement }, field).includes(purpose))
  const bases = new Set(
    [
      ...(purpose.basis ?? []).map(({ ref }) => ref),
      ...(purpose.eligibility ?? []).map(({ basis }) => basis ?? ''),
    ].filter(basisLetter),
  )

  return {
    '@id': id('process', purpose.id),
    '@type': 'dpv:Process',
    'dpv:hasPurpose': [
      ...(purpose.dpv ?? []).map((term) => ({ '@id': term })),
      { '@id': id('purpose', purpose.id), '@type': 'dpv:Purpose', 'skos:prefLabel': texts(purpose.label) },
    ],
    'dpv:hasLegalBasis': [...bases].map((ref) => ({ '@id': ref })),
    'dpv:hasPersonalData': fields.map((field) => ({
      '@id': id('data', field.id),
      '@type': ['dpv:PersonalData', field.pd].filter(Boolean),
      'skos:prefLabel': texts(field.label),
      'dpv:hasRecipient': dutiesOf({ statement }, field).map((duty) => ({ '@id': id('duty', duty.id) })),
    })),
    'dpv:hasRecipient': (statement.recipients ?? []).map((recipient) => ({
      '@id': id('recipient', recipient.id),
      '@type': 'dpv:Recipient',
      'skos:prefLabel': texts(recipient.label),
    })),
    'dpv:hasDataProcessor': (statement.processors ?? []).map((processor) => ({
      '@id': id('processor', processor.id),
      '@type': 'dpv:DataProcessor',
      'dpv:hasName': processor.provider,
      'dpv:hasCountry': processor.country ?? undefined,
    })),
    'dpv:hasProcessing': (statement.transfers?.list ?? []).map((transfer) => ({
      '@type': 'dpv:Transfer',
      'dpv:hasDataImporter': { '@id': id('processor', transfer.processor) },
      'dpv:hasCountry': transfer.country,
      'dpv:hasLegalBasis': toolTerm(transfer.tool),
    })),
    'dpv:hasStorageCondition': (statement.retention?.rules ?? []).map((rule) => ({
      '@id': id('retention', rule.class),
      '@type': 'dpv:StorageDuration',
      'dpv:hasDuration': rule.period ? { '@value': rule.period, '@type': 'xsd:duration' } : undefined,
    })),
  }
}

const articles: Record<string, string> = {
  access: 'A15',
  rectification: 'A16',
  erasure: 'A17',
  restriction: 'A18',
  portability: 'A20',
  objection: 'A21',
  objectionToMarketing: 'A21',
  withdrawalOfConsent: 'A7-3',
  complaint: 'A77',
}

function rightsOf({ statement }: PublishedVersion): Node[] {
  const granted = Object.keys(statement.rights ?? {}).filter(
    (name) => articles[name] && statement.rights?.[name as 'access'],
  )
  return [...new Set(granted.map((name) => articles[name]))].map((article) => ({ '@id': `eu-gdpr:${article}` }))
}

function toolTerm(tool: string | null | undefined): Node | undefined {
  if (!tool) return undefined
  const term = tool.includes('adequacy')
    ? 'A45-3'
    : tool.toLowerCase().includes('scc')
      ? 'A46-2-c'
      : tool === 'bcr'
        ? 'A46-2-b'
        : 'A49-1'
  return { '@id': `eu-gdpr:${term}` }
}

function texts(said: Partial<Record<string, string>> | null | undefined) {
  return Object.entries(said ?? {}).map(([language, text]) => ({ '@value': text, '@language': language }))
}

const context = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
