import { createElement, type ReactNode, useMemo } from 'react'

const plain = new Set([
  ...['p', 'br', 'div', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'code', 'pre', 'blockquote', 'hr'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'td', 'th'],
])

/** Markup that the server made safe, built up again from the elements known here: nothing of it reaches the page as markup. */
export function SafeHtml({ markup }: { markup: string }) {
  const built = useMemo(() => childrenOf(new DOMParser().parseFromString(markup, 'text/html').body), [markup])
  return <div className="message-text formatted">{built}</div>
}

function childrenOf(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, at) => built(node, at))
}

function built(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof Element)) return null
  const name = node.tagName.toLowerCase()
  if (name === 'br' || name === 'hr') return createElement(name, { key })
  const children = childrenOf(node)
  // A stranger's headings are no headings of this page.
  if (/^h[1-6]$/.test(name)) return createElement('p', { key }, createElement('strong', null, ...children))
  if (name === 'a') return createElement('a', { key, ...linkOf(node) }, ...children)
  return createElement(plain.has(name) ? name : 'span', { key }, ...children)
}

function linkOf(node: Element) {
  const href = node.getAttribute('href') ?? ''
  return /^(https?:|mailto:|tel:)/i.test(href) ? { href, target: '_blank', rel: 'noreferrer noopener' } : {}
}
