import type { Purpose } from '../format.ts'
import type { PublishedVersion } from './document.ts'
import { basesOf } from './sections/bases.ts'
import { declaredFields, purposesOf } from './sections/fields.ts'
import { dayOf } from './words.ts'

type Node = Record<string, unknown>

/** The statement in the Data Privacy Vocabulary 2.3, with its context inlined: nothing is fetched to read it. */
export function toJsonLd(version: PublishedVersion): string {
  const { statement, hash } = version
  const name: Naming = (kind, id) => `urn:seloste:${statement.metadata.id}:${version.version}:${kind}:${id}`
  const notice = {
    '@context': context,
    '@id': name('notice', hash),
    '@type': 'dpv:PrivacyNotice',
    'dct:identifier': statement.metadata.id,
    'dct:title': texts(statement.metadata.title),
    'dct:issued': { '@value': version.publishedAt, '@type': 'xsd:dateTime' },
    'dct:valid': { '@value': dayOf(version.effectiveFrom), '@type': 'xsd:date' },
    'dct:hasVersion': String(version.version),
    'spdx:checksum': { '@type': 'spdx:Checksum', 'spdx:algorithm': 'SHA256', 'spdx:checksumValue': hash },
    'dpv:hasProcess': register(version, name),
    'dpv:hasAuthority': authority(version),
  }

  return `${JSON.stringify(notice, null, 1)}\n`
}

type Naming = (kind: string, id: string) => string

/** The register as one process: what holds for every purpose, and the purposes as processes within it. */
function register(version: PublishedVersion, name: Naming): Node {
  const { statement } = version

  return {
    '@id': name('register', statement.metadata.id),
    '@type': 'dpv:PersonalDataProcess',
    'dct:title': texts(statement.register.name),
    ...controllers(version, name),
    'dpv:hasDataSubject': [{ '@id': 'dpv:Customer' }, { '@id': 'dpv:Client' }],
    'dpv:hasRecipient': (statement.recipients ?? []).map(({ id, label }) => ({
      '@id': name('recipient', id),
      '@type': 'dpv:Recipient',
      'skos:prefLabel': texts(label),
    })),
    'dpv:hasDataProcessor': (statement.processors ?? []).map(({ id, provider, country }) => ({
      '@id': name('processor', id),
      '@type': 'dpv:DataProcessor',
      'dpv:hasName': provider,
      'dpv:hasCountry': country ?? undefined,
    })),
    'dpv:hasProcessing': (statement.transfers?.list ?? []).map((transfer) => ({
      '@type': 'dpv:Transfer',
      'dpv:hasDataImporter': { '@id': name('processor', transfer.processor) },
      'dpv:hasCountry': transfer.country,
      'dpv:hasLegalBasis': toolTerm(transfer.tool),
    })),
    'dpv:hasStorageCondition': (statement.retention?.rules ?? []).map((rule) => ({
      '@id': name('retention', rule.class),
      '@type': 'dpv:StorageDuration',
      'dpv:hasDuration': rule.period ? { '@value': rule.period, '@type': 'xsd:duration' } : undefined,
    })),
    'dpv:hasOrganisationalMeasure': (statement.security ?? []).map(({ id }) => ({
      '@id': name('measure', id),
      '@type': 'dpv:OrganisationalMeasure',
    })),
    'dpv:hasRight': rightsOf(version),
    'dpv:hasProcess': statement.purposes.map((purpose) => activity(version, purpose, name)),
  }
}

// DPV: joint controllers are a group, whose members are named by hasDataController.
function controllers({ statement }: PublishedVersion, name: Naming): Node {
  const { controller, contact } = statement
  const others = (statement.group?.members ?? []).filter((member) => member.name !== controller.legalName)
  const joint = others.filter(({ role }) => role === 'joint-controller')
  const own = {
    '@id': name('controller', controller.businessId ?? 'self'),
    '@type': 'dpv:DataController',
    'dpv:hasName': controller.legalName ?? undefined,
    'dct:identifier': controller.businessId ?? undefined,
    'dpv:hasContact': contact?.email?.address ?? controller.email?.address ?? undefined,
  }
  if (joint.length === 0) return { 'dpv:hasDataController': own }

  const companies = joint.map((member) => ({
    '@id': name('company', member.id),
    '@type': 'dpv:DataController',
    'dpv:hasName': member.name,
    'dct:identifier': member.businessId ?? undefined,
  }))
  return {
    'dpv:hasJointDataControllers': {
      '@id': name('controllers', 'group'),
      '@type': 'dpv:JointDataControllers',
      'dpv:hasDataController': [own, ...companies],
    },
  }
}

function activity({ statement }: PublishedVersion, purpose: Purpose, name: Naming): Node {
  const fields = declaredFields({ statement }).filter((field) => purposesOf({ statement }, field).includes(purpose))

  return {
    '@id': name('process', purpose.id),
    '@type': 'dpv:PersonalDataProcess',
    'dpv:hasPurpose': [
      ...(purpose.dpv ?? []).map((term) => ({ '@id': term })),
      { '@id': name('purpose', purpose.id), '@type': 'dpv:Purpose', 'skos:prefLabel': texts(purpose.label) },
    ],
    'dpv:hasLegalBasis': basesOf(purpose).map((ref) => ({ '@id': ref })),
    'dpv:hasPersonalData': fields.map((field) => ({
      '@id': name('data', field.id),
      '@type': ['dpv:PersonalData', field.pd].filter(Boolean),
      'skos:prefLabel': texts(field.label),
    })),
  }
}

function authority({ statement }: PublishedVersion): Node | undefined {
  if (!statement.authority) return undefined
  return {
    '@type': 'dpv:DataProtectionAuthority',
    'dpv:hasName': texts(statement.authority.name),
    'dpv:hasContact': statement.authority.contact?.url ?? undefined,
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
