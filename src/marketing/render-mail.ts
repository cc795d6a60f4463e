import type { Block, Frame, Piece, Rendered } from './content.ts'
import { type MailWords, mailWords } from './mail.words.ts'

/** One message of a campaign as HTML and as text, in the frame that the law wants around it. */
export function renderMail(piece: Piece, frame: Frame): Rendered {
  const filled = (text: string) => text.replaceAll('{name}', frame.person.givenName)
  return {
    subject: filled(piece.subject),
    text: textOf(piece, frame, filled),
    html: htmlOf(piece, frame, (said) => escaped(filled(said))),
  }
}

type Filling = (text: string) => string

function textOf({ blocks }: Piece, frame: Frame, filled: Filling): string {
  const { marker, links } = frame
  const words = mailWords[frame.language]
  return [
    marker,
    ...blocks.map((block) => filled(blockText(block))),
    '—',
    ...footLines(frame, words),
    `${words.unsubscribe}:\n${links.unsubscribe}`,
    `${words.statement}:\n${links.statement}`,
  ].join('\n\n')
}

function blockText(block: Block): string {
  if (block.kind === 'heading') return block.text.toLocaleUpperCase('fi')
  if (block.kind === 'list') return block.items.map((item) => `– ${item}`).join('\n')
  if (block.kind === 'button') return `${block.text}:\n${block.link}`
  return block.kind === 'divider' ? '—' : block.text
}

function footLines({ sender, register, source }: Frame, words: MailWords): string[] {
  return [
    `${sender.name}, ${sender.businessId}, ${sender.address}, ${sender.email}`,
    `${words.why.replace('{register}', register)} ${words.source}: ${source}.`,
  ]
}

// Every mail program knows tables and inline styles, and not all of them anything else.
function htmlOf({ blocks, subject }: Piece, frame: Frame, said: Filling): string {
  const { language, marker, sender, links } = frame
  const words = mailWords[language]
  const link = (href: string, text: string) => `<a href="${escaped(href)}" style="color:#0d6c73">${escaped(text)}</a>`
  const foot = [
    ...footLines(frame, words).map(escaped),
    `${link(links.unsubscribe, words.unsubscribe)} · ${link(links.statement, words.statement)}`,
  ]
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${said(subject)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){.ground{background:#151b22!important}.paper{background:#1c242d!important;color:#e6eaee!important}.paper a{color:#71c0c4!important}.paper a.press{color:#ffffff!important}.foot,.marker{color:#9aa5b1!important}.rule{border-color:#333e4a!important}}</style></head>
<body class="ground" style="margin:0;background:#f3f2ee"><table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f2ee"><tr><td align="center" style="padding:20px 10px">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;color:#1c2126;border-radius:10px;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;text-align:left">
<tr><td style="padding:22px 28px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="font-size:15px;font-weight:bold">${escaped(sender.name)}</td><td class="marker" align="right" style="font-size:13px;color:#6c6962">${escaped(marker)}</td></tr></table></td></tr>
<tr><td style="padding:10px 28px 14px">${blocks.map((block) => blockHtml(block, said)).join('\n')}</td></tr>
<tr><td class="foot rule" style="padding:16px 28px 22px;border-top:1px solid #e7e5df;font-size:13px;line-height:1.5;color:#5d5a54">${foot.map((line) => `<p style="margin:0 0 8px">${line}</p>`).join('')}</td></tr>
</table></td></tr></table></body></html>`
}

const pressed =
  'display:inline-block;background:#0d6c73;color:#ffffff;text-decoration:none;font-weight:bold;padding:11px 20px;border-radius:7px'

function blockHtml(block: Block, said: Filling): string {
  if (block.kind === 'heading')
    return `<h2 style="margin:16px 0 8px;font-size:22px;line-height:1.3">${said(block.text)}</h2>`
  if (block.kind === 'paragraph') return `<p style="margin:0 0 14px">${said(block.text).replaceAll('\n', '<br>')}</p>`
  if (block.kind === 'list')
    return `<ul style="margin:0 0 14px;padding-left:22px">${block.items.map((item) => `<li style="margin:0 0 4px">${said(item)}</li>`).join('')}</ul>`
  if (block.kind === 'divider') return '<hr class="rule" style="border:0;border-top:1px solid #e7e5df;margin:20px 0">'
  return `<p style="margin:8px 0 18px"><a class="press" href="${escaped(block.link)}" style="${pressed}">${said(block.text)}</a></p>`
}

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
