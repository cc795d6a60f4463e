import { newestWith } from '#lists'
import type { Policy } from '#statement'
import { finderParts } from './timeline.ts'

const everyone = [
  'at()',
  'clock_of_database()',
  'acting()',
  'folded(text)',
  'firm_key(text)',
  'may_see(text, text)',
  'sees_field(text)',
  'is_new(regclass, uuid)',
  'is_masked(uuid)',
  'is_restricted(uuid)',
  'restricted_since(uuid[])',
  'wait_for_person(uuid)',
]
const desks = ['search(text, integer)', 'closed_organisation(uuid, text)']
const writers = [
  'touch(text, uuid, integer, timestamptz)',
  'close_relationship(uuid, text, text, timestamptz)',
  'open_in(uuid)',
  'open_named(text, uuid[])',
  'reopen_relationship(uuid, text, timestamptz)',
  'import_soon(uuid)',
  'keep_before(uuid, uuid[], uuid[], text[])',
  'keep_after(uuid, uuid[], uuid[], text[])',
  'touch_several(text, uuid[], timestamptz)',
  'lock_several(text, uuid[])',
  'hangs_on(text, uuid)',
  'bin_record(text, uuid)',
  'records_in_bin(text)',
  'unbin_record(text, uuid)',
]
// What goes into the bin with an enquiry, and comes back with it; what it led to keeps it.
const answering = ['enquiry_led_to(uuid)', 'bin_person_of(uuid)', 'unbin_person_of(uuid)']
const selling = ['product_in_use(uuid)', 'product_of_sku(text)', 'take_back_price(uuid)', 'take_back_price_list(uuid)']
const hoping = ['firms_called(text)', 'opportunity_in_use(uuid)', 'staff_meant(text)']
const colleagues = ['staff_who_see(text[], text[], uuid, uuid)']
// What a mailbox shares, its row policies ask of the database.
const mailing = ['is_my_duty(text)', 'mailboxes_seen(text)', 'message_is_mine(uuid)']
const narrow = [
  'reaches_relationship(text, text, text, text)',
  'organisations_on_assignments()',
  'people_on_assignments()',
  'organisation_of_my_company(uuid)',
  'person_of_my_company(uuid)',
  'assignments_reached()',
]

// Whoever reads what was sent may ask the gate; whoever writes it sends.
const gate = [
  'gate(uuid, jsonb, bytea[], jsonb)',
  'wish_of(uuid)',
  'marketing_rules()',
  'address_for(uuid, text, date)',
]
const senders = ['send_soon(uuid)']

// Whoever may act at all may disclose, and then notes it: all but who reads what is public, and who writes the access log.
const disclosing =
  'note_disclosure(uuid, timestamptz, text, text, text, uuid[], text[], text, text, text, date, integer)'

// C1: an order or a contract makes its party a customer.
const customers = 'customer_by_order(uuid, uuid, text, timestamptz)'
// C1: what an ended contract leaves with nothing open.
const endings = 'relationship_to_end(uuid)'
// S5.11: whoever bills knows what was billed elsewhere, without writing contracts.
const elsewhere = 'contract_billed_until(uuid, date)'
const unbilled = ['leave_unbilled(uuid, jsonb)', 'bill_after_all(uuid, text)']
const winning = 'win_opportunity(uuid, timestamptz)'
const unsold = 'no_sale_after_all(uuid)'

// Most of these step over row policies, so each is given only to those whose work needs it.
const machines: Record<string, readonly string[]> = {
  site: ['recorded_hash(integer)'],
  sealer: ['note_group_looks(date)'],
  admin: [
    'instruction_needed(uuid, timestamptz)',
    'try_held_again()',
    'open_work_of(uuid)',
    'hand_over(uuid, uuid, uuid, timestamptz, jsonb)',
    'take_back_work(uuid, timestamptz)',
  ],
  privacy: ['try_held_again()'],
  auth: ['instruction_needed(uuid, timestamptz)'],
  direct_marketing: gate,
  intake: [
    customers,
    winning,
    'email_with_order(uuid, text, text, timestamptz)',
    'email_to_prove(bytea, timestamptz)',
    'prove_email(bytea, timestamptz)',
    'correspondents(text[])',
    'people_with_email(text)',
    'differs_from_person(uuid, text, text)',
    'welcome_back(uuid, text, timestamptz)',
    'enqueue(text, text)',
    'mailboxes(text)',
    'mailbox_of(uuid)',
  ],
  matching: [
    'match_lines(uuid)',
    'settle_lines(uuid)',
    'undo_lines(uuid, integer[], text)',
    'put_back_several(uuid, uuid[], uuid[])',
    'begin_merge(uuid, text, uuid, uuid, text, timestamptz)',
    'take_values(text, uuid, uuid, text[])',
    'merge_organisations(uuid, uuid, timestamptz)',
    'end_merge(uuid)',
    'undo_merge(uuid, timestamptz)',
    'alike(text, text, text, text, text)',
    'find_duplicates(timestamptz)',
    'merge_people(uuid, uuid, timestamptz)',
    'objectors_since(timestamptz)',
  ],
  finder: [
    'rows_with(text, text, text, text[], integer)',
    ...finderParts.flatMap(({ words }) => (words ? [`${newestWith(words)}(text, text[], integer)`] : [])),
  ],
  worker: [endings, 'keeper_of_contract(uuid)', 'ask_proof(uuid, bytea, timestamptz)'],
  rights: ['looks_at(uuid, integer)', 'hangs_on(text, uuid)'],
  retention: ['close_relationship(uuid, text, text, timestamptz)', 'hangs_on(text, uuid)'],
}

/** Who may call which function of schema `seloste`; the ledger's own three are the ledger's to give. */
export function grantsOfFunctions(
  loginOf: (role: string) => string,
  policy: Policy | null,
  machineRoles: readonly string[],
): string[] {
  const give = (role: string, functions: readonly string[]) =>
    functions.map((one) => `grant execute on function seloste.${one} to "${loginOf(role)}"`)
  // A view reads with its owner's rights, as a definer's function does, and the planner sees into it.
  const show = (role: string, views: readonly string[]) =>
    views.map((one) => `grant select on seloste.${one} to "${loginOf(role)}"`)
  const duties = [...(policy?.duties.values() ?? [])]

  return [
    ...new Set([...machineRoles, ...duties.map(({ id }) => id)].flatMap((role) => give(role, everyone))),
    ...new Set(
      [
        ...machineRoles.filter((role) => !['site', 'ledger', 'finder'].includes(role)),
        ...duties.map(({ id }) => id),
      ].flatMap((role) => give(role, [disclosing])),
    ),
    ...duties.flatMap(({ id, reads, writes, reach }) => [
      ...(reads.has('sys.consent') ? give(id, ['suppressed(bytea[])']) : []),
      ...(someOfRegister(reads) ? give(id, desks) : []),
      ...(someOfRegister(writes) ? give(id, writers) : []),
      ...(['com.quotes', 'com.orders', 'com.invoicing'].some((field) => writes.has(field)) ? give(id, selling) : []),
      ...(writes.has('com.enquiries') ? give(id, answering) : []),
      ...(writes.has('com.quotes') ? give(id, hoping) : []),
      ...(reach === 'all' ? [] : give(id, narrow)),
      ...(reach === 'own' || reach === 'team'
        ? show(id, [`organisations_reached_${reach}`, `people_reached_${reach}`])
        : []),
      ...(writes.has('com.orders') || writes.has('com.contracts') ? give(id, [customers]) : []),
      ...(writes.has('com.contracts') || writes.has('com.invoicing') ? give(id, [elsewhere]) : []),
      ...(writes.has('com.invoicing') ? give(id, unbilled) : []),
      ...(writes.has('com.orders') ? give(id, [winning, unsold]) : []),
      ...(writes.has('com.delivery') ? give(id, ['order_delivered(uuid, boolean)']) : []),
      ...(reads.has('com.contracts') ? give(id, [endings]) : []),
      ...(reads.has('com.activities') ? give(id, colleagues) : []),
      ...(reads.has('com.enquiries') ? give(id, mailing) : []),
      ...(reads.has('sys.messages') ? give(id, gate) : []),
      ...(writes.has('sys.messages') ? give(id, senders) : []),
    ]),
    ...Object.entries(machines).flatMap(([role, functions]) => give(role, functions)),
  ]
}

function someOfRegister(fields: ReadonlySet<string>): boolean {
  return [...fields].some((field) => !field.startsWith('sys.'))
}
