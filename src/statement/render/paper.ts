import { type Html, html, trusted } from '#platform/html'
import type { Language } from '#platform/language'
import { composeDocument } from './compose.ts'
import type { PublishedVersion, Section } from './document.ts'
import { sectionMarkup } from './markup.ts'
import { makePdf, sectionContent } from './pdf.ts'

/** A paper in the make-up of the statement: an access package, a letter. */
export interface Paper {
  language: Language
  title: string
  lead: readonly string[]
  sections: readonly Section[]
  /** On every page of the PDF, and below the page. */
  foot: string
  author: string
  madeAt: Date
}

/** Sections of the published statement, word for word, numbered anew from `from` on. */
export function sectionsOf(
  version: PublishedVersion,
  language: Language,
  numbers: readonly string[],
  from: number,
): Section[] {
  const all = composeDocument(version, language).sections
  return numbers.flatMap((number, at) => {
    const found = all.find((section) => section.number === number)
    return found ? [{ ...found, number: String(from + at) }] : []
  })
}

/** The paper as one file that needs nothing else: no script, no image, no style sheet elsewhere. */
export function paperPage({ language, title, lead, sections, foot }: Paper): string {
  const page: Html = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lead.map((line) => html`<p class="lead">${line}</p>\n`)}
${sections.map(sectionMarkup)}
<footer>${foot}</footer>
</main>
</body>
</html>
`
  return page.markup
}

export async function paperPdf({ language, title, lead, sections, foot, author, madeAt }: Paper): Promise<Uint8Array> {
  return makePdf({
    info: { title, author, creationDate: madeAt },
    language,
    content: [
      { text: title, style: 'title' },
      ...lead.map((line) => ({ text: line, style: 'lead' })),
      ...sections.flatMap(sectionContent),
    ],
    footer: (page: number, pages: number) => ({
      ...{
        text: `${foot} · ${page} / ${pages}`,
        alignment: 'center',
        fontSize: 8,
        color: '#555',
        margin: [0, 20, 0, 0],
      },
    }),
  })
}

const style = `:root{color-scheme:light dark;--ink:#1c2126;--soft:#555;--line:#ccc;--ground:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e3;--soft:#a9adb2;--line:#444;--ground:#17191c}}
@media print{:root{--ink:#000;--soft:#333;--line:#999;--ground:#fff}body{font-size:10.5pt}section{break-inside:auto}h2,h3{break-after:avoid}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}
.lead{color:var(--soft);margin:.2rem 0}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-top:1px solid var(--line);padding-top:1rem}
h2 b{color:var(--soft);font-weight:600;margin-right:.6rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;margin:.5rem 0 1rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0 1rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600;font-size:.85rem}a{color:inherit}footer{color:var(--soft);font-size:.85rem;margin-top:3rem}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .6rem}}`
