import { may, type Policy } from '#statement'

/** What the statement lets each duty do with each field, as the database is granted it too. */
export function matrixOf(policy: Policy) {
  const duties = [...policy.duties.values()]
  return {
    duties: duties.map(({ id, label, reach, purposes }) => ({ id, label, reach, purposes })),
    fields: [...policy.fields.values()].map(({ id, label, clause, personal }) => ({ id, label, clause, personal })),
    cells: Object.fromEntries(
      [...policy.fields.keys()].map((field) => [
        field,
        Object.fromEntries(duties.map(({ id, purposes: [purpose = ''] }) => [id, cellOf(policy, id, purpose, field)])),
      ]),
    ),
  }
}

function cellOf(policy: Policy, duty: string, purpose: string, field: string) {
  return {
    read: may(policy, duty, purpose, field, 'read').allowed,
    write: may(policy, duty, purpose, field, 'write').allowed,
  }
}
