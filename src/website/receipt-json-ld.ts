import type { Published } from '#statement'
import { catalogueOf } from './cookies.ts'
import type { Receipt } from './receipts.view.ts'

const profile = 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr'
const states = { given: 'dpv:ConsentGiven', refused: 'dpv:ConsentRefused', withdrawn: 'dpv:ConsentWithdrawn' }
const purposes: Record<string, string> = {
  analytics: 'dpv:ServiceUsageAnalytics',
  marketing: 'dpv:Advertising',
  site: 'dpv:ServiceProvision',
}

/** A choice about cookies with the fields of ISO/IEC TS 27560, in W3C DPV as JSON-LD. `publicUrl` is where the statement stands. */
export function receiptToJsonLd(receipt: Receipt, published: Published, publicUrl: string) {
  const { controller, contact, authority, retention } = published.statement
  const catalogue = catalogueOf(published)
  const services = catalogue.groups.flatMap((group) => group.services.map((one) => ({ ...one, group: group.id })))
  const words = receipt.language as 'fi' | 'sv' | 'en'
  const notice = `${publicUrl}/${words}/versions/${published.version}/`
  const kept = retention?.rules?.find((rule) => rule.class === 'consent-proof')
  const chosen = (id: string, state: string) => {
    const service = services.find((one) => one.id === id) ?? catalogue.embeds.find((one) => one.id === id)
    const isService = service && 'group' in service
    return {
      '@type': 'dpv:Process',
      'dct:identifier': id,
      'dpv:hasPurpose': isService
        ? service.purposes.map((one) => ({ '@id': purposes[one] ?? 'dpv:Purpose' }))
        : [{ '@id': 'dpv:ServiceProvision' }],
      'dpv:hasPersonalData': [
        { '@id': 'pd:OnlineIdentifier' },
        ...(isService ? service.cookies.map(({ name }) => ({ 'dct:title': name })) : []),
      ],
      'dpv:hasRecipient': {
        'dct:title': service?.provider ?? id,
        ...(service?.country ? { 'dpv:hasCountry': `loc:${service.country}` } : {}),
      },
      'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
      'dpv:hasConsentStatus': { '@id': state },
      'dct:description': isService ? service.use?.[words] : service?.use?.[words],
    }
  }

  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
      pd: 'https://w3id.org/dpv/pd#',
      loc: 'https://w3id.org/dpv/loc#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${publicUrl}/receipts/${receipt.id}`,
    '@type': ['dpv:ConsentReceipt', 'dpv:ConsentRecord'],
    'dct:conformsTo': { '@id': profile },
    'dct:identifier': receipt.id,
    // The person is known by this random id alone, and only while their own browser keeps it.
    'dpv:hasDataSubject': { '@id': `urn:uuid:${receipt.id}`, '@type': 'dpv:Visitor' },
    'dpv:hasDataController': {
      'dct:title': controller.legalName,
      'dpv:hasIdentifier': controller.businessId,
      'dpv:hasAddress': [
        controller.address?.street,
        controller.address?.number,
        controller.address?.postcode,
        controller.address?.country,
      ]
        .filter(Boolean)
        .join(' '),
      'dpv:hasContact': contact?.email?.address ?? controller.email?.address,
    },
    'dpv:hasNotice': {
      '@id': notice,
      '@type': 'dpv:PrivacyNotice',
      'dct:hasVersion': String(published.version),
      'dct:language': receipt.language,
      sha256: published.hash,
    },
    'dct:language': receipt.language,
    'dpv:hasJurisdiction': { '@id': 'loc:FI' },
    'dpv:hasStorageLocation': { '@id': `loc:${published.statement.hosting?.country ?? 'FI'}` },
    'dpv:hasStorageCondition': { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': kept?.period ?? 'P0D' },
    'dpv:hasCollectionMethod': receipt.way,
    'dpv:hasConsentStatus': { '@id': states[receipt.state] },
    'dct:issued': { '@type': 'xsd:dateTime', '@value': receipt.at.toISOString() },
    'dct:valid': { '@type': 'xsd:dateTime', '@value': receipt.ends_at.toISOString() },
    'dct:replaces': receipt.follows ? { '@id': `${publicUrl}/receipts/${receipt.follows}` } : undefined,
    'dpv:hasConsentControl': { '@id': 'dpv:WithdrawConsent', 'dct:source': `${publicUrl}/${words}/cookies/` },
    'dpv:hasRight': ['A7-3', 'A13', 'A15', 'A17', 'A77'].map((right) => ({ '@id': `eu-gdpr:${right}` })),
    'dpv:hasAuthority': authority?.contact?.url ? { '@id': authority.contact.url } : undefined,
    shown: { catalogue: receipt.catalogue_hash, words: receipt.words_hash },
    globalPrivacyControl: receipt.gpc,
    'dpv:hasProcess': [
      ...receipt.allowed.map((id) => chosen(id, states.given)),
      ...receipt.refused.map((id) => chosen(id, receipt.state === 'withdrawn' ? states.withdrawn : states.refused)),
    ],
  }
}
