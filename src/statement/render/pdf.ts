import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Language } from '#platform/language'
import { printPdf } from '#platform/pdf'
import { composeDocument } from './compose.ts'
import type { Block, Document, PublishedVersion, Section } from './document.ts'
import { pageWords } from './page.words.ts'
import type { Text } from './text.ts'
import { dayInWords } from './words.ts'

/** The same document as the page, for printing and sending. */
export async function renderPdf(version: PublishedVersion, language: Language): Promise<Uint8Array> {
  return makePdf(definition(composeDocument(version, language), version))
}

/** Any paper in the statement's make-up. */
export function makePdf(paper: Omit<TDocumentDefinitions, 'styles' | 'defaultStyle'>): Promise<Uint8Array> {
  return printPdf({ ...makeUp, ...paper })
}

const makeUp: Partial<TDocumentDefinitions> = {
  pageSize: 'A4',
  pageMargins: [56, 56, 56, 64],
  defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: '#1c2126' },
  styles: {
    title: { fontSize: 20, bold: true, margin: [0, 0, 0, 4] },
    lead: { color: '#555', margin: [0, 0, 0, 2] },
    section: { fontSize: 13, bold: true, margin: [0, 16, 0, 5] },
    heading: { fontSize: 10.5, bold: true, margin: [0, 7, 0, 2] },
    hash: { fontSize: 7.5, color: '#555', margin: [0, 18, 0, 0] },
  },
  pageBreakBefore: (node) => node.style === 'section' && (node.startPosition?.verticalRatio ?? 0) > 0.86,
}

function definition(document: Document, version: PublishedVersion): TDocumentDefinitions {
  const { language } = document
  const words = pageWords[language]

  return {
    // The day of publication and not of printing, so that the same version makes the same file.
    info: {
      title: `${document.title} – ${document.register}`,
      author: version.statement.controller.legalName ?? '',
      creationDate: new Date(version.publishedAt),
    },
    language,
    content: [
      { text: document.title, style: 'title' },
      { text: document.subtitle || document.register, style: 'lead' },
      {
        text: `${words.updated} ${dayInWords(document.updatedOn, language)}. ${words.inForce} ${dayInWords(document.effectiveFrom, language)}. ${words.version} ${document.version}.`,
        style: 'lead',
        margin: [0, 0, 0, 12],
      },
      { text: words.inShort, style: 'section', margin: [0, 4, 0, 4] },
      factsContent(document.summary.map(({ term, text }) => ({ term: [term], text }))),
      ...document.sections.flatMap(sectionContent),
      { text: `SHA-256 ${document.hash}`, style: 'hash' },
    ],
    footer: (page: number, pages: number) => ({
      text: `${document.title} · ${words.version.toLowerCase()} ${document.version} · ${page} / ${pages}`,
      alignment: 'center',
      fontSize: 8,
      color: '#555',
      margin: [0, 20, 0, 0],
    }),
  }
}

export function sectionContent({ number, heading, blocks }: Section): Content[] {
  return [
    {
      text: [{ text: `${number}  `, color: '#555' }, ...runs(heading)],
      style: 'section',
      id: `section-${number}`,
    } as Content,
    ...blocks.map(blockContent),
  ]
}

function blockContent(block: Block): Content {
  if (block.kind === 'heading') return { text: runs(block.text), style: 'heading' }
  if (block.kind === 'list')
    return {
      ul: block.items
        .filter(({ text }) => text.length > 0)
        .map(({ text }) => ({ text: runs(text), margin: [0, 0, 0, 2] })),
      margin: [0, 0, 0, 6],
    }
  if (block.kind === 'facts') return factsContent(block.rows)
  if (block.kind === 'table') return tableContent(block)

  return {
    text: block.said.flatMap(({ text }, at) => (at > 0 && text.length > 0 ? [' ', ...runs(text)] : runs(text))),
    margin: [0, 0, 0, 6],
  }
}

function factsContent(rows: readonly { term: Text; text: Text }[]): Content {
  return {
    table: {
      widths: [110, '*'],
      body: rows.map(({ term, text }) => [{ text: runs(term), bold: true }, { text: runs(text) }]),
    },
    layout: 'noBorders',
    margin: [0, 0, 0, 6],
  }
}

function tableContent({ caption, head, rows }: Extract<Block, { kind: 'table' }>): Content {
  return {
    stack: [
      { text: runs(caption), style: 'heading' },
      {
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: head.map((_, at) => (at === 0 && head.length < 4 ? 170 : '*')),
          body: [
            head.map((cell) => ({ text: runs(cell), bold: true, fontSize: 8, color: '#555' })),
            ...rows.map(({ cells }) => cells.map((cell, at) => ({ text: runs(cell), bold: at === 0, fontSize: 8.5 }))),
          ],
        },
        layout: {
          hLineWidth: (at: number) => (at === 0 ? 0 : 0.5),
          vLineWidth: () => 0,
          hLineColor: () => '#ccc',
          paddingLeft: () => 0,
          paddingRight: () => 8,
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
    margin: [0, 0, 0, 8],
  }
}

// Links within the page lead to sections of the PDF too; the others stay addresses.
function runs(text: Text) {
  return text.map((piece) => {
    if (typeof piece === 'string') return { text: piece }
    if (!piece.href) return { text: piece.text, bold: piece.strong }
    return piece.href.startsWith('#')
      ? { text: piece.text, linkToDestination: piece.href.slice(1) }
      : { text: piece.text, link: piece.href, color: '#175a55' }
  })
}
