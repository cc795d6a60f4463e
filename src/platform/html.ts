/** Markup that is safe to send as it stands. Made only by the html tag, or by trusted() for markup we wrote ourselves. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString() {
    return this.markup
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[]

/** A template in which every value is escaped, unless it is Html already. Nothing, false and empty lists leave no trace. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(strings.reduce((markup, text, at) => markup + markupOf(parts[at - 1]) + text))
}

export function trusted(markup: string): Html {
  return new Html(markup)
}

/** An attribute that is left out when it has no value: html`<a${attribute('hreflang', language)}>`. */
export function attribute(name: string, value: string | undefined | null | false): Html | '' {
  return value ? new Html(` ${name}="${escaped(value)}"`) : ''
}

/** Addresses that may stand in an href: ours, and those of the web, mail and telephone. Never javascript: or data:. */
export function safeAddress(address: string): string {
  return /^(https?:|mailto:|tel:|\/|\.|#|\?|[\w-]+(\/|\.|$))/i.test(address) && !/^\w+script:/i.test(address)
    ? address
    : '#'
}

function markupOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(markupOf).join('')

  return escaped(String(part))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
