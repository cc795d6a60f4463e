import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Language, Said } from '#platform/language'
import { printPdf } from '#platform/pdf'
import type { Published } from '#statement'
import type { Extract } from './extract.view.ts'

export interface Heading {
  authority: string
  provision: string
  documentRef: string
  digest: string
}

const words: Record<'title' | 'authority' | 'provision' | 'documentRef' | 'digest' | 'nothing', Said> = {
  title: { fi: 'Ote viranomaiselle', sv: 'Utdrag till myndighet', en: 'Extract for an authority' },
  authority: { fi: 'Vastaanottaja', sv: 'Mottagare', en: 'Receiver' },
  provision: { fi: 'Säännös', sv: 'Bestämmelse', en: 'Provision' },
  documentRef: { fi: 'Pyynnön tunniste', sv: 'Begärans beteckning', en: 'Reference of the request' },
  digest: { fi: 'Otteen tiiviste (SHA-256)', sv: 'Utdragets hash (SHA-256)', en: 'Digest of the extract (SHA-256)' },
  nothing: { fi: 'Ei pyydettyjä tietoja.', sv: 'Inga av de begärda uppgifterna.', en: 'None of the data asked for.' },
}

/** The extract on paper, with the register's name, the law it rests on and the digest by which it is known again. */
export function extractPdf(extract: Extract, heading: Heading, published: Published, language: Language) {
  return printPdf(paperOf(extract, heading, published, language))
}

function paperOf(
  extract: Extract,
  heading: Heading,
  { statement, policy }: Published,
  language: Language,
): TDocumentDefinitions {
  const register = statement.register.name[language] ?? statement.register.name.fi
  const rows = (['authority', 'provision', 'documentRef', 'digest'] as const).map((key) => [
    words[key][language],
    heading[key],
  ])
  const label = (field: string) => policy.fields.get(field)?.label[language] ?? field
  return {
    info: { title: words.title[language], author: statement.controller.legalName ?? '' },
    language,
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { fontSize: 10 },
    content: [
      { text: words.title[language], fontSize: 18, bold: true },
      { text: `${register}, ${statement.controller.legalName ?? ''}`, color: '#444', margin: [0, 0, 0, 12] },
      { layout: 'lightHorizontalLines', table: { widths: [130, '*'], body: rows } },
      ...extract.people.flatMap((person, nth): Content[] => [
        { text: `${nth + 1}.`, bold: true, margin: [0, 16, 0, 4] },
        Object.keys(person.values).length === 0
          ? { text: words.nothing[language] }
          : {
              layout: 'lightHorizontalLines',
              table: {
                widths: [130, '*'],
                body: Object.entries(person.values).map(([field, values]) => [
                  label(field),
                  values.map((value) => Object.values(value).map(String).join(' ')).join('\n'),
                ]),
              },
            },
      ]),
    ],
  }
}
