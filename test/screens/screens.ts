import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CastName } from '../people.ts'

/** A screen of the desk: its route as `web/src/routes.tsx` says it, and who opens it. */
export interface DeskScreen {
  route: string
  who: CastName
  /** Where the route names a record: the list of the API that has one. */
  of?: string
}

const byWhom: Partial<Record<CastName, readonly (string | [route: string, of: string])[]>> = {
  saku: [
    '/',
    'day',
    'tasks',
    'tasks/list',
    ['tasks/$task', 'tasks'],
    'reminding',
    'rules',
    'dashboard',
    'reports',
    ['reports/$report', 'reports'],
    'messages',
    ['messages/$thread', 'message-threads'],
    'message-list',
    'mailboxes',
    'mailboxes/return',
    'mail-templates',
    'enquiries',
    ['enquiries/$enquiry', 'enquiries'],
    'companies',
    'companies/new',
    ['companies/$company', 'companies'],
    ['companies/$company/edit', 'companies'],
    'people',
    'people/new',
    ['people/$person', 'people'],
    ['people/$person/edit', 'people'],
    'notices',
    'duplicates',
    'capture',
    'imports',
    ['imports/$import', 'imports'],
    'pipeline',
    'opportunities',
    ['opportunities/$opportunity', 'lists/opportunities'],
    'bin',
    'quotes',
    ['quotes/$quote', 'lists/quotes'],
    'quote-requests',
    ['quote-requests/$request', 'lists/quote-requests'],
    'orders',
    'orders/new',
    ['orders/$order', 'lists/orders'],
    'contracts',
    ['contracts/$contract', 'lists/contracts'],
    'products',
    'products/list',
    ['products/$product', 'products'],
    'profile',
  ],
  helmi: [
    'deliveries',
    ['deliveries/$delivery', 'lists/deliveries'],
    'complaints',
    ['complaints/$complaint', 'lists/complaints'],
    'warranties',
    ['warranties/$warranty', 'lists/warranties'],
    'assignments',
    ['assignments/$assignment', 'lists/assignments'],
  ],
  bo: [
    'invoices',
    'invoices/new',
    'invoices/reminders',
    ['invoices/reminders/$run', 'reminder-runs'],
    'invoices/to-bill',
    'invoices/aged',
    ['invoices/$invoice', 'lists/invoices'],
    'invoicing',
    'payments',
    'payments/file',
    'payments/allocate',
    ['payments/$payment', 'lists/payments'],
    ['companies/$company/account', 'lists/companies'],
    ['people/$person/account', 'lists/people'],
    'bookkeeping',
    'paper-settings',
  ],
  maija: ['campaigns', 'campaigns/new', ['campaigns/$campaign', 'campaigns'], 'campaigns/returned'],
  ingrid: [
    'requests',
    ['requests/$request', 'requests'],
    'retention',
    'evidence',
    'cookies',
    'oversight',
    'oversight/disclosures',
    'oversight/authorities',
    'oversight/authorities/new',
    ['oversight/authorities/$request', 'oversight/authority-requests'],
    'oversight/papers',
    'oversight/receipts',
  ],
  tomas: [
    'statement',
    'statement/versions',
    'statement/versions/$a/difference/$b',
    'statement/new',
    'statement/wizard',
    ['statement/drafts/$draft', 'statement/drafts'],
    ['statement/drafts/$draft/plan', 'statement/drafts'],
    'access',
    'staff',
  ],
}

/** Every screen of the desk, by those who work there. */
export const deskScreens: readonly DeskScreen[] = Object.entries(byWhom).flatMap(([who, screens]) =>
  screens.map((screen) => {
    const [route, of] = typeof screen === 'string' ? [screen] : screen
    return { route, who: who as CastName, ...(of ? { of } : {}) }
  }),
)

/** Pages that anybody may open. */
export const publicPages = ['/fi/', '/fi/contact/', '/fi/request/', '/fi/cookies/', '/fi/recipients/', '/auth/sign-in']

/** The address of a screen; null where the demo has no such record. */
export async function addressOf(
  { route, of }: DeskScreen,
  firstId: (list: string) => Promise<string | null>,
): Promise<string | null> {
  const path = `/desk/${route === '/' ? '' : route}`.replace('$a/', '1/').replace('$b', '1')
  if (!of) return path
  const id = await firstId(of)
  return id && path.replace(/\$\w+/, id)
}

/** The routes that the desk has. */
export function routesOfDesk(): string[] {
  const source = readFileSync(fileURLToPath(new URL('../../web/src/routes.tsx', import.meta.url)), 'utf8')
  const said = source.matchAll(/\b(?:at\(\s*|path: )'([^']+)'/g)
  // A route within another says its own end only.
  const within: Record<string, string> = { $enquiry: 'enquiries/$enquiry', $thread: 'messages/$thread' }
  return [...new Set([...said].map(([, route = '']) => within[route] ?? route))]
}
