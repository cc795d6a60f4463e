import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { seesOf } from './fields-of-letter.ts'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'
import type { TemplateTexts } from './tables.ts'
import { templateFields } from './template.ts'

interface Row {
  id: string
  name: string
  texts: TemplateTexts
  revision: number
}

/** The templates of mail, with the fields that this duty may put into one. */
export async function templatesListed(look: Look<MailReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  look.saw([], []) // words of ours, with no value of anybody in them
  const items = await rowsOf<Row>(
    look,
    sql<Row>`select id, name, texts, revision from register.mail_template order by lower(name), id limit 500`,
  )
  const sees = seesOf(inForce, look)
  const fields = Object.entries(templateFields).flatMap(([name, field]) =>
    field === null || sees(field) ? [name] : [],
  )
  const { allowed: mayAdd } = may(inForce.policy, look.duty, look.purpose, 'com.enquiries', 'write')
  return { items, fields, mayAdd }
}
