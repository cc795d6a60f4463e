import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'

interface Row {
  id: string
  isMine: boolean
  state: string
}

/** The mailboxes of the house: one's own and the duty's with their settings, the others by name and what they share. */
export async function mailboxesListed(look: Look<MailReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  look.saw([], []) // staff's mailboxes: nobody of the register
  const { allowed: mayAdd } = may(inForce.policy, look.duty, look.purpose, 'com.enquiries', 'write')
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`
      select id, name, address, sharing, state, fault, duty, opens_enquiries as "opensEnquiries", group_company as "groupCompany",
        failing_since as "failingSince", read_at as "readAt", next_read_at as "nextReadAt", passed_over::int as "passedOver", revision,
        coalesce(owner = ${look.by}, false) as "isOwn", coalesce(owner = ${look.by} or duty = ${look.duty}, false) as "isMine",
        (select staff.name from register.staff where staff.id::text = owner) as "ownerName",
        case when owner = ${look.by} or duty = ${look.duty} then json_build_object('signsIn', signs_in, 'login', login, 'readFrom', read_from,
          'imap', json_build_object('host', imap_host, 'port', imap_port, 'tls', imap_tls),
          'smtp', json_build_object('host', smtp_host, 'port', smtp_port, 'tls', smtp_tls)) end as settings
      from register.mailbox where state <> 'closed' order by owner is distinct from ${look.by}, lower(name), id limit 200`,
  )
  return { items: rows.map((row) => ({ ...row, mayChange: mayAdd && row.isMine })), mayAdd }
}

/** What is wrong with mailboxes that one answers for, for the alarm at the top of the desk. */
export async function mailboxFaults(look: Look<MailReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  look.saw([], [])
  return rowsOf<{ id: string; name: string; fault: string; since: string }>(
    look,
    sql`select id, name, fault, failing_since as since from register.mailbox
      where state = 'failing' and failures >= 3 and (owner = ${look.by} or duty = ${look.duty}) order by failing_since limit 20`,
  )
}
