import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import type { Said } from '#platform/language'
import type { MailOut } from '#platform/mail'
import type { Running } from './running.ts'
import type { StatementTables } from './tables.ts'

type Tables = LedgerTables & StatementTables

const subject: Said = {
  fi: 'Selosteen olennainen muutos odottaa julkaisua',
  sv: 'En väsentlig ändring av beskrivningen väntar på publicering',
  en: 'A material change of the statement waits to be published',
}
const text: Said = {
  fi: 'Rekisterin selosteeseen on hyväksytty olennainen muutos. Sen voi julkaista toisen henkilön hyväksynnällä, tai vuorokauden kuluttua ensimmäisestä hyväksynnästä.\n\nLue luonnos ja julkaisusuunnitelma:\n{link}\n\nTekstin tiiviste: {hash}\n',
  sv: 'En väsentlig ändring av registrets beskrivning har godkänts. Den kan publiceras med en annan persons godkännande, eller ett dygn efter det första godkännandet.\n\nLäs utkastet och publiceringsplanen:\n{link}\n\nTextens hash: {hash}\n',
  en: 'A material change of the register’s statement has been approved. It can be published with a second person’s approval, or a day after the first.\n\nRead the draft and the plan:\n{link}\n\nHash of the text: {hash}\n',
}

/** Tells the privacy contact of approvals nobody has been told of. Told twice after a crash, with the same Message-ID. */
export async function tellOfApprovals<T extends Tables>(
  running: Running<T>,
  mail: MailOut,
  publicUrl: string,
): Promise<number> {
  const { contact, controller, metadata } = running.current()?.statement ?? {}
  const to = contact?.email?.address ?? controller?.email?.address
  if (!to) return 0

  const occasion: Occasion = {
    by: 'register',
    duty: 'admin',
    purpose: 'statement',
    at: running.now(),
    under: String(running.current()?.version ?? 0),
  }
  const waiting = await look(running.db, occasion, (view) => untold(view as unknown as Look<Tables>))
  const language = metadata?.languages?.primary === 'sv' ? 'sv' : 'fi'
  for (const { hash, by } of waiting) {
    const link = new URL('desk/statement', `${publicUrl}/`).href
    const said = text[language].replace('{link}', link).replace('{hash}', hash)
    await mail.send({
      from: controller?.email?.address ?? to,
      to,
      subject: subject[language],
      text: said,
      language,
      id: `approval-${hash.slice(0, 24)}-${by}`,
    })
    await perform(running.db, occasion, (act) => markTold(act as unknown as Act<Tables>, hash, by))
  }
  return waiting.length
}

/** Approvals of exact texts that nobody has been told of yet. */
async function untold({ db, saw }: Look<Tables>) {
  saw([], [])
  return db.selectFrom('register.statement_approval').select(['hash', 'by']).where('told_at', 'is', null).execute()
}

async function markTold(act: Act<Tables>, hash: string, by: string) {
  await act.db
    .updateTable('register.statement_approval')
    .set({ told_at: act.at })
    .where('hash', '=', hash)
    .where('by', '=', by)
    .execute()
  await act.record({ what: 'approval.told', about: `draft-${hash.slice(0, 16)}` })
}
