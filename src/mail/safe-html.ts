import { convert } from 'html-to-text'
import sanitize from 'sanitize-html'

const longest = 400_000
const longestSafe = 500_000
const leads = /^\s*(https?:|mailto:|tel:)/i

/** Markup of a stranger's mail that is safe to show: words, lists, tables and links. Nothing in it is fetched, styled or run. */
export function safeHtml(markup: string): string {
  const safe = sanitize(markup.slice(0, longest), {
    allowedTags: [
      ...[
        'p',
        'br',
        'div',
        'span',
        'b',
        'strong',
        'i',
        'em',
        'u',
        's',
        'sub',
        'sup',
        'code',
        'pre',
        'blockquote',
        'hr',
      ],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'a', 'table', 'thead', 'tbody', 'tr', 'td', 'th'],
    ],
    allowedAttributes: { a: ['href'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'svg', 'math', 'object', 'template'],
    nestingLimit: 60,
    // An address without a scheme would lead into the desk itself.
    transformTags: {
      a: (tagName, { href = '' }) => ({ tagName, attribs: (leads.test(href) ? { href } : {}) as sanitize.Attributes }),
    },
  }).trim()
  return safe.length > longestSafe ? '' : safe // brackets written out take four times their room: then its words are enough
}

/** The words of a mail that has no plain text of its own. */
export function wordsOf(markup: string): string {
  return convert(markup.slice(0, longest), {
    wordwrap: false,
    limits: { maxInputLength: longest, maxDepth: 60, maxChildNodes: 20_000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }).trim()
}
