import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, intoBin } from '#lists'
import { type Language, languages } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseIdentityCodes, refuseUnlessWriter } from '#register'
import { seesOf } from './fields-of-letter.ts'
import type { MailReach } from './reach.ts'
import type { TemplateTexts } from './tables.ts'
import { refusedFields } from './template.ts'

export interface TemplateWish {
  name: string
  texts: TemplateTexts
}

/** Keeps a template of mail for everybody who writes it. Its fields are only those that the statement lets the writer read. */
export async function saveTemplate(
  act: Act<MailReach>,
  inForce: InForce,
  { id, revision, ...wish }: TemplateWish & { id?: string; revision?: number },
) {
  const { name, texts } = checked(act, inForce, wish)
  await refuseTaken(act, name, id)
  if (id) {
    const { numUpdatedRows } = await act.db
      .updateTable('register.mail_template')
      .set({ name, texts: JSON.stringify(texts), revision: (revision ?? 0) + 1 })
      .where('id', '=', id)
      .where('revision', '=', revision ?? 0)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('EDITED_MEANWHILE', 409)
    await act.record({ what: 'mail-template.changed', about: id })
    return id
  }
  const made = newId(act.at.getTime())
  await act.db
    .insertInto('register.mail_template')
    .values({ id: made, name, texts: JSON.stringify(texts), entered_by: act.by, entered_at: act.at })
    .execute()
  await act.record({ what: 'mail-template.made', about: made })
  return made
}

/** Puts a template into the bin; what was written with it stays as it was. */
export async function removeTemplate(act: Act<MailReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  await intoBin(act, mailBin, id)
}

export const mailBin: BinPart = {
  kind: 'mail-template',
  table: 'register.mail_template',
  fields: ['com.enquiries'],
  title: sql`name`,
}

function checked(act: Act<MailReach>, inForce: InForce, { name, texts }: TemplateWish) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  if (!name.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const kept: TemplateTexts = {}
  for (const language of languages) {
    const { subject = '', text = '' } = texts[language] ?? {}
    if (!subject.trim() && !text.trim()) continue
    kept[language] = checkedText(act, inForce, language, { subject: subject.trim(), text: text.trimEnd() })
  }
  if (Object.keys(kept).length === 0) throw new Refusal('VALUE_REQUIRED', 422, { field: 'texts' })
  return { name: name.trim(), texts: kept }
}

function checkedText(
  act: Act<MailReach>,
  inForce: InForce,
  language: Language,
  said: { subject: string; text: string },
) {
  for (const part of ['subject', 'text'] as const) {
    const field = `texts.${language}.${part}`
    if (!said[part].trim()) throw new Refusal('VALUE_REQUIRED', 422, { field })
    const limit = part === 'subject' ? 300 : 20_000
    if (said[part].length > limit) throw new Refusal('TEXT_TOO_LONG', 422, { field, limit })
    refuseIdentityCodes(said[part], field)
    const [refused] = refusedFields(said[part], seesOf(inForce, act))
    if (refused !== undefined)
      throw new Refusal('TEMPLATE_FIELD_REFUSED', 422, {
        field,
        name: /^[\w.]{1,60}$/.test(refused) ? refused : '–',
        clause: 'S4.5',
      })
  }
  return said
}

async function refuseTaken(act: Act<MailReach>, name: string, id: string | undefined) {
  const taken = await act.db
    .selectFrom('register.mail_template')
    .select('id')
    .where(({ eb, fn }) => eb(fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst()
  if (taken && taken.id !== id) throw new Refusal('TEMPLATE_NAME_TAKEN', 409, { field: 'name' })
}
