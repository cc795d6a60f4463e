import type { Published } from '#statement'
import { type Content, pieceFor } from './content.ts'
import { type DkimKey, signedMime } from './dkim.ts'
import { frameOf } from './frame.ts'
import { faultsOf } from './guard.ts'
import { asciiAddress } from './header.ts'
import { type Mail, mimeOf, rawOf } from './mime.ts'
import { renderMail } from './render-mail.ts'
import type { LetterMaker } from './sending.ts'

export interface Letterhead {
  published: Published
  publicUrl: string
  dkim: DkimKey | null
  now(): Date
}

/** Makes the messages of one campaign: rendered, framed as the law wants, guarded, built and signed. */
export function lettersOf(
  { published, publicUrl, dkim, now }: Letterhead,
  campaign: { content: Content; group_company: string; topics: readonly string[] },
): LetterMaker {
  const domain = new URL(publicUrl).hostname
  return (due, to, token) => {
    const said = pieceFor(campaign.content, due.language)
    if (!said) return { code: 'NOTHING_TO_SAY', clause: 'S4.11' }
    if (!asciiAddress(to.address)) return { code: 'ADDRESS_NEEDS_SMTPUTF8', clause: 'S5.7' }
    const { language, piece } = said
    const unsubscribe = new URL(`/u/${token}`, publicUrl).href
    const person = { givenName: to.givenName, familyName: to.familyName }
    const frame = frameOf(published, {
      language,
      company: campaign.group_company,
      source: to.source,
      unsubscribe,
      publicUrl,
      person,
    })
    const from = { name: frame.sender.name, address: frame.sender.email }
    const mail: Mail = {
      ...renderMail(piece, frame),
      ...{
        from,
        replyTo: from,
        to: { name: `${to.givenName} ${to.familyName}`, address: to.address },
        date: now(),
        id: due.id,
        domain,
        language,
      },
      list: { name: `${frame.sender.name}: ${campaign.topics.join(', ')}`, id: campaign.topics.join('-') },
      unsubscribe: { https: unsubscribe, mailto: `mailto:${from.address}?subject=unsubscribe` },
    }
    const [fault] = faultsOf(mail, frame)
    if (fault) return { code: fault, clause: 'S4.10' }
    const mime = mimeOf(mail)
    if (!mime) return { code: 'ADDRESS_NEEDS_SMTPUTF8', clause: 'S5.7' }
    return {
      from: from.address,
      to: asciiAddress(to.address) ?? to.address,
      raw: rawOf(dkim ? signedMime(mime, dkim, mail.date) : mime),
    }
  }
}
