import { isBusinessId, normaliseBusinessId } from '#platform/business-id'
import type { Statement } from './format.ts'
import type { Fault } from './read-problem.ts'
import { suggestionFor } from './read-suggestion.ts'
import { subjects } from './subject.ts'
import { declaredColumn } from './table-map.ts'

/** What a well-formed statement still gets wrong: numbers that cannot be, ids used twice, names of what is not there. */
export function faultsOfMeaning(statement: Statement): Fault[] {
  return [
    ...wrongNumbers(statement),
    ...idsUsedTwice(statement),
    ...choicesMissing(statement),
    ...columnsTaken(statement),
    ...dutiesNameDeclared(statement),
    ...marketingNamesDeclared(statement),
    ...sourcesNameDeclared(statement),
    ...cookiesNameDeclared(statement),
    ...sharingNamesDeclared(statement),
  ]
}

function wrongNumbers({ controller, group }: Statement): Fault[] {
  const ids = [
    { path: '/controller/businessId', id: controller.businessId },
    ...(group?.members ?? []).map((member, at) => ({ path: `/group/members/${at}/businessId`, id: member.businessId })),
  ]
  const faults: Fault[] = ids.flatMap(({ path, id }) => {
    if (!id || isBusinessId(id)) return []
    return [{ code: 'BUSINESS_ID_WRONG', path, what: id, suggestion: normaliseBusinessId(id) ?? undefined }]
  })

  const { vatId, address } = controller
  if (vatId && normaliseBusinessId(vatId) === null) {
    faults.push({ code: 'BUSINESS_ID_WRONG', path: '/controller/vatId', what: vatId })
  }
  if (address?.country === 'FI' && !/^\d{5}$/.test(address.postcode)) {
    faults.push({ code: 'POSTCODE_WRONG', path: '/controller/address/postcode', what: address.postcode })
  }
  return faults
}

function idsUsedTwice(statement: Statement): Fault[] {
  const lists: Record<string, readonly { id: string }[] | undefined> = {
    purposes: statement.purposes,
    duties: statement.duties,
    dataCategories: statement.dataCategories,
    systemData: statement.systemData,
    sources: statement.sources,
    recipients: statement.recipients,
    processors: statement.processors,
    security: statement.security,
    'group/members': statement.group?.members,
    'cookies/categories': statement.cookies?.categories,
    'cookies/services': statement.cookies?.services,
    'rights/erasure/blockers': statement.rights?.erasure?.blockers,
    'retention/rules': statement.retention?.rules?.map((rule) => ({ id: rule.class })),
  }
  return Object.entries(lists).flatMap(([name, list]) => repeated(list ?? [], `/${name}`))
}

function repeated(list: readonly { id: string }[], path: string): Fault[] {
  const seen = new Set<string>()
  return list.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ code: 'ID_TWICE' as const, path: `${path}/${at}`, what: id }]
  })
}

function choicesMissing({ dataCategories }: Statement): Fault[] {
  return dataCategories.flatMap(({ id, type, choices }, at) =>
    type === 'choice' && !choices?.length
      ? [{ code: 'CHOICES_MISSING' as const, path: `/dataCategories/${at}`, what: id }]
      : repeated(choices ?? [], `/dataCategories/${at}/choices`),
  )
}

const reserved = [...subjects.map((subject) => `${subject}_id`), 'tableoid', 'xmin', 'xmax', 'cmin', 'cmax', 'ctid']

// Two ids in one column would show one field's values to whoever may read the other (PostgreSQL cuts a name at 63 bytes).
function columnsTaken({ dataCategories }: Statement): Fault[] {
  const seen = new Map<string, string>()
  return dataCategories.flatMap(({ id, type }, at) => {
    if (!type) return []
    const { table, column } = declaredColumn(id)
    const other = seen.get(`${table}.${column}`) ?? id // an id used twice is told of by itself
    const isTaken = other !== id || reserved.includes(column) || column.length > 63
    seen.set(`${table}.${column}`, id)
    return isTaken ? [{ code: 'COLUMN_TAKEN' as const, path: `/dataCategories/${at}/id`, what: id }] : []
  })
}

function dutiesNameDeclared({ duties, purposes, dataCategories, systemData }: Statement): Fault[] {
  const fields = [...dataCategories, ...(systemData ?? [])].map(({ id }) => id)
  return (duties ?? []).flatMap((duty, at) => [
    ...undeclared(
      duty.purposes,
      purposes.map(({ id }) => id),
      `/duties/${at}/purposes`,
    ),
    ...undeclared(duty.reads, fields, `/duties/${at}/reads`),
    ...undeclared(duty.writes, fields, `/duties/${at}/writes`),
  ])
}

function marketingNamesDeclared({ purposes }: Statement): Fault[] {
  return purposes.flatMap(({ channels, eligibility, topics }, at) => [
    ...(eligibility ?? []).flatMap(({ channel }, entry) =>
      channels?.includes(channel)
        ? []
        : [unknown(channel, channels ?? [], `/purposes/${at}/eligibility/${entry}/channel`)],
    ),
    ...repeated(topics ?? [], `/purposes/${at}/topics`),
  ])
}

function sourcesNameDeclared({ sources, dataCategories, purposes }: Statement): Fault[] {
  const fields = dataCategories.map(({ id }) => id)
  return sources.flatMap((source, at) => [
    ...undeclared(source.fields, fields, `/sources/${at}/fields`),
    ...undeclared(source.required, source.fields ?? fields, `/sources/${at}/required`),
    ...undeclared(
      source.permittedPurposes,
      purposes.map(({ id }) => id),
      `/sources/${at}/permittedPurposes`,
    ),
  ])
}

function cookiesNameDeclared({ cookies }: Statement): Fault[] {
  const categories = (cookies?.categories ?? []).map(({ id }) => id)
  const denied = undeclared(cookies?.signals?.gpc?.denies, categories, '/cookies/signals/gpc/denies')
  const services = (cookies?.services ?? []).flatMap((service, at) => [
    ...(categories.includes(service.category)
      ? []
      : [unknown(service.category, categories, `/cookies/services/${at}/category`)]),
    ...undeclared(service.purposes, cookies?.purposes ?? service.purposes ?? [], `/cookies/services/${at}/purposes`),
  ])
  return [...denied, ...services]
}

function sharingNamesDeclared({ processors, transfers, recipients, group }: Statement): Fault[] {
  const processorIds = [...(processors ?? []).map(({ id }) => id), 'hosting']
  const members = (group?.members ?? []).flatMap(({ id, name }) => [id, name])
  const sent = (transfers?.list ?? []).flatMap(({ processor }, at) =>
    processorIds.includes(processor) ? [] : [unknown(processor, processorIds, `/transfers/list/${at}/processor`)],
  )
  const shared = (recipients ?? []).flatMap(({ kind, members: named }, at) =>
    kind === 'group-companies' ? undeclared(named, members, `/recipients/${at}/members`) : [],
  )
  return [...sent, ...shared]
}

function undeclared(named: readonly string[] | undefined, declared: readonly string[], path: string): Fault[] {
  return (named ?? []).flatMap((name, at) =>
    declared.includes(name) ? [] : [unknown(name, declared, `${path}/${at}`)],
  )
}

function unknown(name: string, declared: readonly string[], path: string): Fault {
  return { code: 'REFERENCE_UNKNOWN', path, what: name, suggestion: suggestionFor(name, declared) }
}
