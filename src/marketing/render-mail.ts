import type { Block, Frame, Piece, Rendered } from './content.ts'

/** One message of a campaign as HTML and as text, in the frame that the law wants around it. */
export function renderMail(piece: Piece, frame: Frame): Rendered {
  const filled = (text: string) => text.replaceAll('{name}', frame.person.givenName)
  const { sender, links } = frame
  const foot = [
    `${sender.name}, ${sender.businessId}, ${sender.address}, ${sender.email}`,
    `${frame.register}: ${frame.source}`,
  ]
  const text = [
    frame.marker,
    ...piece.blocks.map((block) => filled(textOf(block))),
    ...foot,
    links.unsubscribe,
    links.statement,
  ]
  const body = [
    `<p>${escaped(frame.marker)}</p>`,
    ...piece.blocks.map((block) => htmlOf(block, (said) => escaped(filled(said)))),
    ...foot.map((line) => `<p>${escaped(line)}</p>`),
    ...[links.unsubscribe, links.statement].map((link) => `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`),
  ]
  return {
    subject: filled(piece.subject),
    text: text.join('\n\n'),
    html: `<!doctype html><html lang="${frame.language}"><body>${body.join('')}</body></html>`,
  }
}

function textOf(block: Block): string {
  if (block.kind === 'list') return block.items.map((item) => `– ${item}`).join('\n')
  if (block.kind === 'button') return `${block.text}: ${block.link}`
  return block.kind === 'divider' ? '—' : block.text
}

function htmlOf(block: Block, said: (text: string) => string): string {
  if (block.kind === 'heading') return `<h2>${said(block.text)}</h2>`
  if (block.kind === 'paragraph') return `<p>${said(block.text)}</p>`
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${said(item)}</li>`).join('')}</ul>`
  return block.kind === 'divider' ? '<hr>' : `<p><a href="${said(block.link)}">${said(block.text)}</a></p>`
}

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
