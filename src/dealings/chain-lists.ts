import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { ListColumn, ListDefinition, Searched, Words } from '#lists'
import { type InForce, inForce } from '#register'
import { changeAssignment } from './assignments/change-assignment.ts'
import { type Said, said, states } from './chain-states.ts'
import { changeContract } from './contracts/change-contract.ts'
import { changeOrder } from './orders/change-order.ts'
import { changeQuote } from './quotes/change-quote.ts'
import type { DealingsReach } from './reach.ts'

/** Days that an index of the table begins with, see 0104–0106 and 0161. */
const byIndex = new Set([
  ...[
    'sales_order.ordered_on',
    'delivery.planned_on',
    'contract.starts_on',
    'contract.ends_on',
    'assignment.starts_on',
  ],
])

const today = sql`(seloste.at() at time zone 'Europe/Helsinki')::date`

type ChangeOwner = (
  act: Act<DealingsReach>,
  inForce: InForce,
  change: { id: string; revision: number; owner: string | null },
) => Promise<void>

/** What every document's list has: its number, whose it is, its state, who looks after it. */
function columnsOf(name: string, field: string, of: readonly (keyof typeof states)[]) {
  const column = (id: string): RawBuilder<unknown> => sql.ref(`${name}.${id}`)
  const words: Words = { index: `register.${name}_words`, joined: true } // of the number and the subject
  const days = (id: string, label: Said, from: string, filled = false): ListColumn => ({
    ...{ id, type: 'day', label, field, filled, indexed: byIndex.has(`${name}.${from}`), sql: column(from) },
  })
  return {
    column,
    days,
    number: {
      ...{ id: 'number', type: 'text', label: said('Numero', 'Nummer', 'Number'), field, sql: column('number') },
      words,
    } as ListColumn,
    title: {
      ...{ id: 'title', type: 'text', label: said('Aihe', 'Ämne', 'Subject'), field, sql: column('title') },
      words,
    } as ListColumn,
    company: {
      ...{
        id: 'company',
        type: 'company',
        label: said('Yritys', 'Företag', 'Company'),
        sql: column('organisation_id'),
      },
    } as ListColumn,
    person: (hasContact = true): ListColumn => ({
      ...{ id: 'person', type: 'person', label: said('Henkilö', 'Person', 'Person') },
      sql: hasContact ? sql`coalesce(${column('person_id')}, ${column('contact_person_id')})` : column('person_id'),
    }),
    state: (value = column('state')): ListColumn => ({
      ...{ id: 'state', type: 'choice', label: said('Tila', 'Status', 'State'), field, filled: true },
      ...{ choices: of.map((one) => states[one]), sql: value },
    }),
    money: (id: string, label: Said, from: string): ListColumn => ({
      ...{ id, type: 'money', label, field, sql: column(from) },
    }),
    owner: (change: ChangeOwner): ListColumn => ({
      ...{ id: 'owner', type: 'staff', label: said('Vastuuhenkilö', 'Ansvarig', 'Responsible'), sql: column('owner') },
      edit: {
        field,
        change: (act, running, { id, revision, value }) =>
          change(act as never, inForce(running as never), { id, revision, owner: value as string | null }),
      },
    }),
    seller: {
      ...{ id: 'groupCompany', type: 'choice', label: said('Konserniyhtiö', 'Koncernbolag', 'Group company') },
      ...{ filled: true, choices: 'group-companies', sql: column('group_company') },
    } as ListColumn,
    entered: {
      ...{ id: 'enteredAt', type: 'instant', label: said('Kirjattu', 'Antecknad', 'Entered') },
      ...{ filled: true, indexed: name === 'quote', sql: column('entered_at') },
    } as ListColumn,
    search: {
      in: [
        {
          words,
          holds: (test) => test(sql`coalesce(${column('number')}, '') || ' ' || coalesce(${column('title')}, '')`),
        },
      ],
    } satisfies Searched as Searched,
  }
}

const net = said('Ilman alv', 'Utan moms', 'Excl. VAT')
const total = said('Yhteensä', 'Totalt', 'Total')

const quote = columnsOf('quote', 'com.quotes', ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn'])
const quotesList: ListDefinition = {
  ...{
    name: 'quotes',
    title: said('Tarjoukset', 'Offerter', 'Quotes'),
    table: 'register.quote',
    field: 'com.quotes',
  },
  ...{ opens: '/quotes/$id', sort: '-enteredAt', quick: ['state', 'owner'], search: quote.search },
  shown: ['number', 'title', 'company', 'person', 'state', 'total', 'validUntil', 'owner'],
  person: sql`coalesce(quote.person_id, quote.contact_person_id)`,
  columns: [
    ...[quote.number, quote.title, quote.company, quote.person()],
    quote.state(
      sql`case when quote.state = 'sent' and quote.valid_until < ${today} then 'expired' else quote.state end`,
    ),
    ...[quote.money('total', total, 'total_cents'), quote.money('net', net, 'net_cents')],
    quote.days('validUntil', said('Voimassa asti', 'Gäller till', 'Valid until'), 'valid_until', true),
    {
      ...{ id: 'version', type: 'number', label: said('Versio', 'Version', 'Version'), field: 'com.quotes' },
      ...{ filled: true, sql: quote.column('version') },
    },
    ...[quote.owner(changeQuote), quote.seller, quote.entered],
  ],
}

const order = columnsOf('sales_order', 'com.orders', ['open', 'delivered', 'closed', 'cancelled'])
const ordersList: ListDefinition = {
  ...{
    name: 'orders',
    title: said('Tilaukset', 'Beställningar', 'Orders'),
    table: 'register.sales_order',
  },
  ...{ field: 'com.orders', opens: '/orders/$id', sort: '-orderedOn', quick: ['state', 'owner'], search: order.search },
  shown: ['number', 'title', 'company', 'person', 'state', 'total', 'orderedOn', 'wantedOn'],
  person: sql`coalesce(sales_order.person_id, sales_order.contact_person_id)`,
  columns: [
    ...[{ ...order.number, filled: true }, order.title, order.company, order.person(), order.state()],
    ...[order.money('total', total, 'total_cents'), order.money('net', net, 'net_cents')],
    order.days('orderedOn', said('Tilattu', 'Beställt', 'Ordered'), 'ordered_on', true),
    order.days('wantedOn', said('Toivottu', 'Önskad', 'Wanted'), 'wanted_on'),
    order.days('settledOn', said('Päättynyt', 'Avslutad', 'Settled'), 'settled_on'),
    {
      ...{
        id: 'buyerReference',
        type: 'text',
        label: said('Asiakkaan viite', 'Kundens referens', 'Customer’s reference'),
      },
      ...{ field: 'com.orders', sql: order.column('buyer_reference') },
    },
    ...[order.owner(changeOrder), order.seller, order.entered],
  ],
}

const delivery = columnsOf('delivery', 'com.delivery', ['planned', 'delivered', 'cancelled'])
const deliveryWords: Words = { index: 'register.delivery_words' } // of its number alone: it has no subject
const deliveriesList: ListDefinition = {
  ...{
    name: 'deliveries',
    title: said('Toimitukset', 'Leveranser', 'Deliveries'),
    table: 'register.delivery',
  },
  ...{ field: 'com.delivery', opens: '/deliveries/$id', sort: '-plannedOn', quick: ['state'] },
  shown: ['number', 'company', 'person', 'state', 'plannedOn', 'deliveredOn', 'city'],
  person: sql`coalesce(delivery.person_id, delivery.contact_person_id)`,
  search: { in: [{ words: deliveryWords, holds: (test) => test(delivery.column('number')) }] },
  columns: [
    ...[{ ...delivery.number, words: deliveryWords }, delivery.company, delivery.person(), delivery.state()],
    delivery.days('plannedOn', said('Toimituspäivä', 'Leveransdag', 'Day of delivery'), 'planned_on', true),
    delivery.days('deliveredOn', said('Toimitettu', 'Levererad', 'Delivered'), 'delivered_on'),
    {
      ...{
        id: 'city',
        type: 'text',
        label: said('Paikkakunta', 'Ort', 'Town'),
        field: 'com.delivery',
        groupable: true,
      },
      sql: sql`delivery.address ->> 'city'`,
    },
    ...[delivery.seller, delivery.entered],
  ],
}

const contract = columnsOf('contract', 'com.contracts', ['draft', 'active', 'noticed', 'ended'])
const contractsList: ListDefinition = {
  ...{
    name: 'contracts',
    title: said('Sopimukset', 'Avtal', 'Contracts'),
    table: 'register.contract',
  },
  ...{ field: 'com.contracts', opens: '/contracts/$id', sort: 'endsOn', quick: ['state', 'owner'] },
  shown: ['number', 'title', 'company', 'person', 'state', 'startsOn', 'endsOn', 'owner'],
  person: sql`coalesce(contract.person_id, contract.contact_person_id)`,
  search: contract.search,
  columns: [
    ...[contract.number, { ...contract.title, filled: true }, contract.company, contract.person(), contract.state()],
    contract.days('startsOn', said('Alkaa', 'Börjar', 'Begins'), 'starts_on', true),
    contract.days('endsOn', said('Päättyy', 'Upphör', 'Ends'), 'ends_on'),
    contract.days('signedOn', said('Allekirjoitettu', 'Undertecknat', 'Signed'), 'signed_on'),
    {
      ...{ id: 'renewal', type: 'choice', label: said('Jatkuminen', 'Förlängning', 'Renewal'), field: 'com.contracts' },
      ...{ filled: true, sql: contract.column('renewal') },
      choices: [
        { id: 'fixed', label: said('Määräaikainen', 'Tidsbundet', 'Fixed term') },
        { id: 'automatic', label: said('Jatkuu itsestään', 'Förlängs av sig själv', 'Renews by itself') },
      ],
    },
    contract.money('net', net, 'net_cents'),
    ...[contract.owner(changeContract), contract.seller, contract.entered],
  ],
}

const assignment = columnsOf('assignment', 'com.contracts', ['open', 'done', 'cancelled'])
const assignmentsList: ListDefinition = {
  ...{ name: 'assignments', title: said('Toimeksiannot', 'Uppdrag', 'Assignments'), table: 'register.assignment' },
  ...{ field: 'com.contracts', opens: '/assignments/$id', sort: '-startsOn', quick: ['state', 'owner'] },
  shown: ['number', 'title', 'company', 'state', 'startsOn', 'endsOn', 'owner'],
  person: sql`assignment.person_id`,
  search: assignment.search,
  columns: [
    ...[
      { ...assignment.number, filled: true },
      { ...assignment.title, filled: true },
    ],
    ...[assignment.company, assignment.person(false), assignment.state()],
    assignment.days('startsOn', said('Alkaa', 'Börjar', 'Begins'), 'starts_on', true),
    assignment.days('endsOn', said('Päättyy', 'Upphör', 'Ends'), 'ends_on'),
    assignment.days('settledOn', said('Päättynyt', 'Avslutat', 'Settled'), 'settled_on'),
    ...[assignment.owner(changeAssignment), assignment.seller, assignment.entered],
  ],
}

/** The lists of the chain, as the desk shows them. */
export const chainLists: readonly ListDefinition[] = [
  quotesList,
  ordersList,
  deliveriesList,
  contractsList,
  assignmentsList,
]
