import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { type DealSubject, dealSubjects, readStatement, type Statement } from '#statement'
import type { anApp } from '#test/app'
import { noon } from '#test/register'

type As = Awaited<ReturnType<typeof anApp>>['as']

const { statement } = readStatement(
  await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8'),
)
assert.ok(statement)
export const valo: Statement = statement
export const tomas = { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }

/** How the ids of the added fields of a kind of deal begin. */
export const beginningOf = (subject: DealSubject) => (subject === 'quote_request' ? 'quoteRequest' : subject)

/** Who makes each kind of deal, by which form and with what; what it is made from is made first. */
export const forms: Record<
  DealSubject,
  { who: 'saku' | 'helmi' | 'bo'; path: string; body: object; from?: DealSubject }
> = {
  opportunity: { who: 'saku', path: '/opportunities', body: { title: 'Kiuas' } },
  quote_request: { who: 'saku', path: '/quote-requests', body: { title: 'Kiuas' } },
  quote: { who: 'saku', path: '/quotes', body: { title: 'Kiuas' } },
  order: { who: 'saku', path: '/orders', body: { lines: [{ ...lineOf(), id: 'a' }] } },
  contract: { who: 'helmi', path: '/contracts', body: { title: 'Huolto' } },
  assignment: { who: 'helmi', path: '/assignments', body: { title: 'Asennus' } },
  delivery: {
    who: 'helmi',
    path: '/orders/from/deliveries',
    body: { lines: [{ line: 'a', quantity: 1000 }] },
    from: 'order',
  },
  invoice: { who: 'bo', path: '/invoices', body: { number: '', dueOn: '2026-03-16', amountCents: 12_400 } },
  complaint: { who: 'helmi', path: '/complaints', body: { text: 'Ei lämpene' } },
  warranty: {
    who: 'helmi',
    path: '/warranties',
    body: { item: 'Kiuas', startsOn: '2026-01-01', endsOn: '2027-12-31' },
  },
}

/** Valo's statement with these fields of every kind of deal; whoever makes the kind, and privacy, write them. */
export function withFieldsOfAll(fields: readonly { name: string; [part: string]: unknown }[]): string {
  const next = structuredClone(valo)
  for (const subject of dealSubjects)
    for (const { name, ...rest } of fields) {
      const id = `${beginningOf(subject)}.${name}`
      const label = { fi: `Oma ${id}`, sv: `Egen ${id}`, en: `Own ${id}` }
      next.dataCategories.push({ id, label, saidIn: 'S5.9', personal: false, ...rest } as never)
      for (const duty of next.duties ?? [])
        if (duty.id === dutyOf[forms[subject].who] || duty.id === 'privacy')
          for (const list of [duty.reads, duty.writes]) list.push(id)
    }
  return stringify(next, { version: '1.2' })
}

export const dutyOf = { saku: 'sales', helmi: 'service', bo: 'billing' } as const

/** Fills the form of a kind of deal, with no more than `must` where nothing is said; answers what the server answers. */
export async function fillIn(
  as: As,
  subject: DealSubject,
  said: { person: string; values?: object },
): ReturnType<ReturnType<As>> {
  const { who, path, body, from } = forms[subject]
  const other = from ? (await fillIn(as, from, { person: said.person })).json().id : null
  const party = from ? {} : { person: said.person, ...('number' in body ? { number: randomUUID().slice(0, 8) } : {}) }
  const values = said.values ?? { [`${beginningOf(subject)}.must`]: 'x' }
  return as(who)('POST', path.replace('from', other), { ...body, ...party, values })
}

function lineOf() {
  return { text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }
}
