import type { Entry, Notebook } from '../notebook.ts'
import type { Page } from '../page/page.ts'

/** Whether decisions are made by machine alone (Art. 22), and whether one must give the data (Art. 13(2)(e)). */
export function readDecisions(page: Page, book: Notebook): void {
  for (const sentence of page.sentences) {
    const { low, plain } = sentence
    if (
      /automaat|automatisoi|profiloi/.test(low) &&
      /pääto|päätö|profiloi/.test(low) &&
      !/oikeus (?:olla|vastust|kieltä)|joutumatta/.test(low)
    ) {
      const denied = /\b(?:ei|emme|eivät|eikä)\b/.test(low) && !/ei (?:ainoastaan|vain|pelkästään)/.test(low)
      if (book.set('/automatedDecisions/used', !denied, sentence)) {
        book.set('/automatedDecisions/text', { fi: plain }, sentence)
        book.said('/automatedDecisions', 'S12.19', sentence)
      } else book.place(sentence)
    }
    if (
      !/(?:tietojen|henkilötietojen|henkilötunnuksen) (?:anta|luovut|toimitt)|tietojen antamatta|antaa (?:\S+ ){0,3}tieto|(?:tietoja|tiedot) (?:\S+ ){0,3}(?:ei|eivät) (?:\S+ )?(?:anna|toimit)|ilman (?:\S+ ){0,2}\S*tietoja (?:\S+ ){0,3}(?:emme|ei|voi)/.test(
        low,
      )
    )
      continue
    const mandatory = /vapaaeht|ei ole pakoll/.test(low)
      ? 'none'
      : /laki|lakisääteis/.test(low) && /edellyt|velvoit|pakoll|vaatimu/.test(low)
        ? 'law'
        : /edellyty|välttämät|pakoll|vaatimu|tarpeen|ei voi|emme voi|ei voida/.test(low)
          ? 'contract'
          : undefined
    if (!mandatory || /eväste/.test(low) || (/viranomai|luovuttamin|oikeus/.test(low) && mandatory !== 'contract'))
      continue
    const both =
      /osin|osittain|osa tiedoista|muut tiedot .*vapaaeht/.test(low) ||
      (mandatory === 'none' && /edellyty|välttämät/.test(low))
    const before = book.at('/provisionOfData/mandatory')
    if (before !== undefined && before !== mandatory) {
      ;(book.at('/provisionOfData') as Entry).mandatory = 'partly'
      book.place(sentence)
      continue
    }
    if (book.set('/provisionOfData/mandatory', both ? 'partly' : mandatory, sentence)) {
      book.set('/provisionOfData/text', { fi: plain }, sentence)
      book.said('/provisionOfData', 'S12.19', sentence)
    }
  }
}
