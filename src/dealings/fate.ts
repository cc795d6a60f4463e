import type { Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Fate } from '#register'
import { groundOfBlocker, heldByLaw, keptUntil, retentionRule, type Statement } from '#statement'
import { type InvoiceStatus, isOwed } from './invoices/invoice.ts'

/** One record of dealings, as far as its fate depends on it. */
export interface Dealing {
  id: string
  table: 'register.invoice' | 'register.warranty' | 'register.complaint'
  /** Of an invoice; `party` where the person is only named in a complaint. */
  status: InvoiceStatus | 'party' | null
  /** The end of the fiscal year, the last day for claims, or the day a complaint was closed. */
  day: Day | null
}

type What = Omit<Fate, 'holding' | 'table' | 'ids' | 'rows'>

/** C4: what an erasure would do to each record, by its own dates and states and by nothing else. */
export function fatesOfDealings(statement: Statement, today: Day, dealings: readonly Dealing[]): Fate[] {
  const fated = dealings.map((dealing) => ({ dealing, what: fateOf(statement, today, dealing) }))
  const alike = Map.groupBy(fated, ({ dealing, what }) =>
    [dealing.table, what.class, what.fate, what.blocker, what.until].join(' '),
  )
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const ids = group.map(({ dealing }) => dealing.id)
    return [{ holding: 'dealings', table: first.dealing.table, ids, rows: ids.length, ...first.what }]
  })
}

function fateOf(statement: Statement, today: Day, { table, status, day }: Dealing): What {
  if (table === 'register.invoice') return ofInvoice(statement, today, status as InvoiceStatus, day ?? today)
  if (table === 'register.warranty') return ofWarranty(statement, today, day ?? today)
  return { class: 'complaint-warranty', fate: 'erase' }
}

function ofInvoice(statement: Statement, today: Day, status: InvoiceStatus, yearEnd: Day): What {
  const aClass = 'invoice-voucher'
  if (status === 'draft') return { class: aClass, fate: 'erase' } // nothing was sold yet
  const blocker = status === 'collection' ? 'collection' : 'open-invoice'
  const owed = isOwed(status) ? groundOfBlocker(statement, blocker) : null
  // L-RT.6: limited to who owes and what.
  if (owed)
    return { class: aClass, fate: 'hold', blocker, ground: owed, until: null, event: settled[blocker], needs: debtor }

  const law = heldByLaw(statement, aClass)
  const rule = retentionRule(statement, aClass)
  const until = rule ? keptUntil(rule, yearEnd) : null
  // L-RT.3: the voucher says itself whose it is; the card behind it is not needed for it.
  if (law && until && until >= today) return { class: aClass, fate: 'hold', blocker: 'law', ground: law, until }
  return { class: aClass, fate: 'erase' }
}

function ofWarranty(statement: Statement, today: Day, until: Day): What {
  const ground = groundOfBlocker(statement, 'warranty')
  if (!ground || until < today) return { class: 'complaint-warranty', fate: 'erase' }
  return { class: 'complaint-warranty', fate: 'hold', blocker: 'warranty', ground, until, needs: ['register.person'] }
}

const debtor = ['register.person', 'register.person_address']

const settled: Record<'open-invoice' | 'collection', Said> = {
  'open-invoice': {
    fi: 'lasku on maksettu tai hyvitetty',
    sv: 'fakturan är betald eller krediterad',
    en: 'the invoice is paid or credited',
  },
  collection: {
    fi: 'perintä on päättynyt: saatava on maksettu tai hyvitetty',
    sv: 'indrivningen är avslutad: fordran är betald eller krediterad',
    en: 'collection has ended: the claim is paid or credited',
  },
}
