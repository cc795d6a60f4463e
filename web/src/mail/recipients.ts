import type { Correspondent, Recipient, Recipients, ThreadMessage } from './contract.ts'

/** A recipient as the server is asked for it. */
export function recipientAsked({ id, kind }: Recipient) {
  return kind === 'person' ? { person: id } : { company: id }
}

/** To whom an answer goes: whoever wrote, or to whom we wrote last; with `all`, everybody of the register who got the message too. */
export function answerGoesTo({ direction, people }: ThreadMessage, all: boolean): Recipients {
  const isOut = direction === 'out'
  const first = people.filter(({ role }) => role === (isOut ? 'to' : 'from'))
  const to = once(all ? people.filter(({ role }) => role !== 'cc') : first.slice(0, 1))
  const cc = all ? once(people.filter(({ role }) => role === 'cc')) : []
  return { to, cc: cc.filter(({ id }) => !to.some((one) => one.id === id)) }
}

/** Everybody of the register in a message, and the companies they wrote for: whose documents its files may be. */
export function partiesOf(people: readonly Correspondent[]): Recipient[] {
  const all = people.flatMap(({ personId, organisationId, name, company, address }): Recipient[] => [
    ...(organisationId ? [{ id: organisationId, kind: 'company' as const, name: company ?? address }] : []),
    ...(personId ? [{ id: personId, kind: 'person' as const, name: name ?? address }] : []),
  ])
  return all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
}

// An address may be a person's and their company's too: then the person is answered.
function once(people: readonly Correspondent[]): Recipient[] {
  const first = people.toSorted((one, other) => Number(other.personId !== null) - Number(one.personId !== null))
  return first
    .filter((one, at) => first.findIndex(({ address }) => address === one.address) === at)
    .flatMap(({ personId, organisationId, name, company, address }): Recipient[] => {
      if (personId) return [{ id: personId, kind: 'person', name: name ?? address }]
      return organisationId ? [{ id: organisationId, kind: 'company', name: company ?? address }] : []
    })
}
