import type { Statement } from '#statement'
import { missingPoints, stateOfAgreement } from './agreement.ts'
import { type Circumstances, verdictOn } from './destination.ts'
import { countriesAbroad, waysOut } from './transfer.ts'

/** Sections 8 and 9 as they stand today: everybody whom data may go to, and what keeps the way open or shut. */
export function recipientsNow(about: Circumstances) {
  const { statement, stops, today } = about
  const ways = waysOut(statement, stops, today)
  return {
    recipients: (statement.recipients ?? []).map(({ id, kind, label, members, ground, law, procedure, saidIn }) => ({
      ...{ id, kind, label: label ?? null, ground: ground ?? law ?? null, clause: first(saidIn) },
      fourEyes: procedure === 'four-eyes',
      members: kind === 'group-companies' ? companiesOf(statement, members) : [],
    })),
    processors: [...processorsOf(statement)].map((one) => ({
      ...{ id: one.id, provider: one.provider, service: one.service ?? null, country: one.country ?? null },
      ...{ privacyUrl: one.privacyUrl ?? null, contact: one.contact ?? null, hosts: one.hosts ?? [] },
      subprocessors: (one.subprocessors ?? []).map((below) =>
        typeof below === 'string'
          ? { provider: below, country: null }
          : { provider: below.provider, country: below.country ?? null },
      ),
      agreement: {
        state: one.self ? 'complete' : stateOfAgreement(one.dpa, today),
        missing: one.self ? [] : missingPoints(one.dpa),
        ...{ ref: one.dpa?.ref ?? null, signedOn: one.dpa?.signedOn ?? null, reviewOn: one.dpa?.reviewOn ?? null },
      },
      abroad: countriesAbroad(statement, one),
      self: one.self,
      clause: first(one.saidIn),
      verdict: verdictOn({ processor: one.id }, about),
      stop: stops.find(({ kind, subject }) => kind === 'processor' && subject === one.id) ?? null,
    })),
    transfers: ways.map(({ transfer, ...way }) => ({
      ...way,
      provider: processorsOf(statement).find(({ id }) => id === way.processor)?.provider ?? way.processor,
      ...{ purpose: transfer.purpose ?? null, evidence: transfer.evidence ?? null },
      ...{ checkedOn: transfer.checkedOn ?? null, copyFrom: transfer.copyFrom ?? null, clause: first(transfer.saidIn) },
    })),
    tools: [...new Set(ways.flatMap(({ tool }) => tool ?? []))].map((tool) => ({
      tool,
      stop: stops.find(({ kind, subject }) => kind === 'tool' && subject === tool) ?? null,
      // L-45.2: before the switch is thrown, what hangs on it, and what has another tool to go on by.
      depends: [...new Set(ways.filter((way) => way.tool === tool).map(({ processor }) => processor))].map(
        (processor) => ({
          processor,
          provider: processorsOf(statement).find(({ id }) => id === processor)?.provider ?? processor,
          goesOn: verdictOn({ processor }, { ...about, stops: [...stops, { kind: 'tool', subject: tool }] }).allowed,
        }),
      ),
    })),
  }
}

/** The processors of the statement, and whoever runs the servers. */
export function processorsOf({ processors, hosting }: Statement) {
  const host =
    hosting && (hosting.provider || hosting.self)
      ? [{ ...hosting, id: 'hosting', provider: hosting.provider ?? '', self: hosting.self === true }]
      : []
  const listed = (processors ?? []).map((one) => ({ ...one, self: false }))
  return [...listed, ...host] as (NonNullable<Statement['processors']>[number] & { self: boolean })[]
}

function companiesOf({ group }: Statement, members: readonly string[] | undefined) {
  const all = group?.members ?? []
  return all
    .filter(({ id }) => !members || members.includes(id))
    .map(({ id, name, role }) => ({ id, name, role: role ?? null }))
}

function first(said: string | readonly string[] | undefined): string | null {
  return (typeof said === 'string' ? said : said?.[0]) ?? null
}
