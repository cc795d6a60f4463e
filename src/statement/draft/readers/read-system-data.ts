import { systemWords } from '../lexicon/system-data.ts'
import { label } from '../lexicon/word.ts'
import type { Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'

const refusals: readonly [string, RegExp][] = [
  ['hetu', /henkilötunnu|hetu/],
  ['eu-gdpr:A9-categories', /erityis\S+ (?:henkilötieto)?ryhm|arkaluon|terveys/],
  ['bank-account', /pankkitili|tilinumero/],
  ['eu-gdpr:A10-offences', /rikos/],
  ['id-document-copy', /passi|henkilökort/],
]

export function refuse(book: Notebook, sentence: Sentence): void {
  for (const [id, words] of refusals) {
    if (!words.test(sentence.low)) continue
    const list = (book.at('/forbiddenData') ?? []) as string[]
    if (list.includes(id)) continue
    if (list.length === 0) book.set('/forbiddenData', [id], sentence)
    else {
      list.push(id)
      book.place(sentence)
    }
  }
}

export function readSystemData(book: Notebook, sentence: Sentence): void {
  for (const [id, words, fi, sv, en] of systemWords) {
    const hit = words.exec(sentence.low)
    if (!hit) continue
    book.add('/systemData', { id, label: label(fi, sv, en), saidIn: ['S5.1'] }, sentence)
    book.marks.push({ clause: 'S5.1', sentence, at: 0 })
  }
}

export function readOtherSystemData(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'security', 'data', 'other')) {
    if (!/lokitie|käyttölok|lokiin/.test(sentence.low) || !/tallen|kirja|kerä|jää|muodostu/.test(sentence.low)) continue
    book.add(
      '/systemData',
      { id: 'sys.audit', label: label('Käyttöloki', 'Användningslogg', 'Access log'), saidIn: ['S5.1'] },
      sentence,
    )
    book.marks.push({ clause: 'S5.1', sentence, at: 0 })
  }
}
