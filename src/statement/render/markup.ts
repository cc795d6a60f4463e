import { attribute, type Html, html, safeAddress, trusted } from '#platform/html'
import type { Language } from '#platform/language'
import type { Block, Document, Said, Section } from './document.ts'
import { type Inline, plain, type Text, textOf } from './text.ts'

/** One section of the statement as markup. */
export function sectionMarkup(section: Section): Html {
  return html`<section id="section-${section.number}">
<h2><b>${section.number}</b>${textMarkup(section.heading)}</h2>
${section.blocks.map(blockMarkup)}</section>
`
}

export function summaryMarkup(summary: Document['summary'], heading: string): Html {
  return html`<section class="short">
<h2>${heading}</h2>
<dl>${summary.map(({ term, text }) => html`<dt>${term}<dd>${textMarkup(text)}`)}</dl>
</section>
`
}

export function textMarkup(text: Text): Html {
  return html`${text.map(inlineMarkup)}`
}

function inlineMarkup(piece: Inline): Html | string {
  if (typeof piece === 'string') return piece
  const inner = piece.strong ? html`<strong${lang(piece)}>${piece.text}</strong>` : html`${piece.text}`
  if (piece.href) return html`<a href="${safeAddress(piece.href)}"${lang(piece)}>${inner}</a>`

  return piece.lang && !piece.strong ? html`<span${lang(piece)}>${inner}</span>` : inner
}

function lang(piece: { lang?: Language }) {
  return attribute('lang', piece.lang)
}

function blockMarkup(block: Block): Html {
  if (block.kind === 'heading') return html`<h3${attribute('id', block.anchor)}>${textMarkup(block.text)}</h3>\n`
  if (block.kind === 'list')
    return html`<ul>${block.items.map((item) => html`<li${id(item.clauses)}>${more(item.clauses)}${textMarkup(item.text)}`)}</ul>\n`
  if (block.kind === 'facts') return factsMarkup(block)
  if (block.kind === 'table') return tableMarkup(block)

  return paragraphMarkup(block.said)
}

// A clause that does not begin with a capital carries on the sentence before it: they stand in one paragraph.
function paragraphMarkup(said: readonly Said[]): Html {
  const [only] = said
  if (only && said.length === 1)
    return only.text.length > 0
      ? html`<p${id(only.clauses)}>${more(only.clauses)}${textMarkup(only.text)}</p>\n`
      : html`<span${id(only.clauses)}></span>`

  if (said.every(({ text }) => text.length === 0))
    return html`${said.map(({ clauses }) => html`<span${id(clauses)}></span>${more(clauses)}`)}`

  return html`<p>${said.map(
    (one, at) => html`${at > 0 && ' '}${one.clauses.length > 0 ? clauseMarkup(one) : textMarkup(one.text)}`,
  )}</p>\n`
}

function clauseMarkup({ clauses, text }: Said): Html {
  return html`<span${id(clauses)}>${more(clauses)}${textMarkup(text)}</span>`
}

function factsMarkup({ rows }: Extract<Block, { kind: 'facts' }>): Html {
  return html`<dl class="facts">${rows.map(
    (row) => html`<dt>${textMarkup(row.term)}<dd${id(row.clauses)}>${more(row.clauses)}${textMarkup(row.text)}`,
  )}</dl>\n`
}

// HTML lets the end tags of cells and items out: 2 % of the page, which must weigh less than 30 kB.
// On a narrow screen cells stand one below another; each then carries its column's name, unless the table is plain without.
function tableMarkup({ caption, head, rows }: Extract<Block, { kind: 'table' }>): Html {
  const label = (at: number) => attribute('data-l', head.length > 3 && plain(head[at] ?? textOf('')))

  return html`<table><caption>${textMarkup(caption)}</caption>
<thead><tr>${head.map((cell) => html`<th>${textMarkup(cell)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ clauses, cells, anchor }) =>
      html`<tr${id(anchor && clauses.length === 0 ? [anchor] : clauses)}>${cells.map((cell, at) =>
        at === 0
          ? html`<th scope="row">${more(clauses)}${anchor && clauses.length > 0 && html`<span id="${anchor}"></span>`}${textMarkup(cell)}</th>`
          : html`<td${label(at)}>${textMarkup(cell)}`,
      )}</tr>`,
  )}</tbody></table>\n`
}

function id([first]: readonly string[]) {
  return attribute('id', first)
}

function more([, ...others]: readonly string[]): Html {
  return trusted(others.map((other) => `<span id="${other.replace(/[^\w.-]/g, '')}"></span>`).join(''))
}
