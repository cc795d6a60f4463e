import type { Notebook } from '../notebook.ts'
import type { Page } from '../page/page.ts'

/** Whether decisions are made by machine alone (Art. 22), and whether one must give the data (Art. 13(2)(e)). */
export function readDecisions(page: Page, book: Notebook): void {
  for (const sentence of page.sentences) {
    const { low, plain } = sentence
    if (/automaat|automatisoi|profiloi/.test(low) && /pääto|päätö|profiloi/.test(low) && !/oikeus (?:olla|vastust|kieltä)|joutumatta/.test(low)) {
      const denied = /\b(?:ei|emme|eivät|eikä)\b/.test(low) && !/ei (?:ainoastaan|vain|pelkästään)/.test(low)
      if (book.set('/automatedDecisions/used', !denied, sentence)) {
        book.set('/automatedDecisions/text', { fi: plain }, sentence)
        book.said('/automatedDecisions', 'S12.19', sentence)
      } else book.place(sentence)
    }
    if (!/(?:tietojen|henkilötietojen) (?:anta|luovut|toimitt)|tietojen antamatta|antaa (?:\S+ ){0,3}tieto|(?:tietoja|tiedot) (?:\S+ ){0,3}(?:ei|eivät) (?:\S+ )?(?:anna|toimit)/.test(low)) continue
    const mandatory = /vapaaeht|ei ole pakoll/.test(low) ? 'none' : /laki|lakisääteis/.test(low) && /edellyt|velvoit|pakoll/.test(low) ? 'law' : /edellyty|välttämät|pakoll|vaatimu|tarpeen|ei voi|emme voi|ei voida/.test(low) ? 'contract' : undefined
    if (!mandatory || /eväste/.test(low) || (/viranomai|luovuttamin|oikeus/.test(low) && mandatory !== 'contract')) continue
    const both = /osin|osittain|osa tiedoista|muut tiedot .*vapaaeht/.test(low) || (mandatory === 'none' && /edellyty|välttämät/.test(low))
    if (book.set('/provisionOfData/mandatory', both ? 'partly' : mandatory, sentence)) {
      book.set('/provisionOfData/text', { fi: plain }, sentence)
      book.said('/provisionOfData', 'S12.19', sentence)
    }
  }
}
