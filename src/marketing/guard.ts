import type { Frame } from './content.ts'
import type { Mail } from './mime.ts'

/** What a marketing mail lacks or may not have: § 203 of laki 917/2014, RFC 8058, § 205 of the same act. */
export type GuardCode =
  | 'SENDER_NOT_SHOWN'
  | 'NOT_RECOGNISABLE_AS_MARKETING'
  | 'ADDRESS_SOURCE_NOT_SHOWN'
  | 'UNSUBSCRIBE_LINK_MISSING'
  | 'UNSUBSCRIBE_HEADERS_MISSING'
  | 'REMOTE_RESOURCE'
  | 'TRACKED_LINK'

/** The last look at a mail before it is built: every fault found, none where it may go. */
export function faultsOf(mail: Mail, frame: Frame): GuardCode[] {
  const texts = [mail.text, visible(mail.html)]
  const showsAll = (...parts: string[]) =>
    texts.every((text) => parts.every((part) => part !== '' && holds(text, part)))
  const { sender, marker, source, links } = frame
  const found: [GuardCode, boolean][] = [
    [
      'SENDER_NOT_SHOWN',
      !(showsAll(sender.name, sender.businessId, sender.address, sender.email) && mail.from.name === sender.name),
    ],
    ['NOT_RECOGNISABLE_AS_MARKETING', !showsAll(marker)],
    ['ADDRESS_SOURCE_NOT_SHOWN', !showsAll(source)],
    [
      'UNSUBSCRIBE_LINK_MISSING',
      !(mail.text.includes(links.unsubscribe) && linksIn(mail.html).includes(links.unsubscribe)),
    ],
    [
      'UNSUBSCRIBE_HEADERS_MISSING',
      !(isOneUri(mail.unsubscribe.https, 'https?') && isOneUri(mail.unsubscribe.mailto, 'mailto')),
    ],
    ['REMOTE_RESOURCE', fetches(mail.html)],
    ['TRACKED_LINK', allLinks(mail).some((link) => tells(link, mail, frame))],
  ]
  return found.flatMap(([code, isFault]) => (isFault ? [code] : []))
}

// Whatever a mail program would fetch by itself tells who opened the mail and when (EDPB 2/2023): none of it, from nowhere.
function fetches(html: string): boolean {
  const elements =
    /<(?:img|image|script|link|iframe|object|embed|video|audio|source|track|input|base|frame|svg|form|meta[^>]+http-equiv)\b/i
  const attributes = /\s(?:src|srcset|background|poster|data|action|xlink:href|ping)\s*=/i
  const styles = /url\s*\(|@import|image-set\s*\(/i
  return elements.test(html) || attributes.test(html) || styles.test(decoded(html))
}

// A link may carry nothing that is this reader's own, but for the way out.
function tells(link: string, mail: Mail, { links }: Frame): boolean {
  if (link === links.unsubscribe || link === mail.unsubscribe.mailto || link === `mailto:${mail.replyTo.address}`)
    return false
  const said = safelyDecoded(link).toLowerCase()
  const own = [mail.id, mail.id.replaceAll('-', ''), mail.to.address, Buffer.from(mail.to.address).toString('base64')]
  const token = new URL(links.unsubscribe, 'http://x').pathname.split('/').at(-1) ?? ''
  return (
    [...own, ...(token.length > 8 ? [token] : [])].some((mark) => said.includes(mark.toLowerCase())) ||
    /[?&](?:utm_id|mc_eid|_hsenc|vero_id|ck_subscriber_id)=/.test(said)
  )
}

function allLinks({ html, text }: Mail) {
  return [...linksIn(html), ...(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])]
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)].map(([, double, single, bare]) =>
    decoded(double ?? single ?? bare ?? ''),
  )
}

function isOneUri(uri: string, scheme: string) {
  return new RegExp(`^${scheme}:[^\\s<>,]+$`).test(uri)
}

/** The text of the HTML as it is seen: what is hidden does not count as said. */
function visible(html: string): string {
  const shown = html
    .replace(/<(head|style|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<(\w+)[^>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|\shidden\b)[^>]*>[\s\S]*?<\/\1>/gi, ' ')
  return decoded(shown.replace(/<[^>]*>/g, ' '))
}

function holds(text: string, part: string): boolean {
  return squeezed(text).includes(squeezed(part))
}

function squeezed(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return entities[String(name).toLowerCase()] ?? whole
  })
}

function safelyDecoded(link: string) {
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}
