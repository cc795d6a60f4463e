import { ownTexts } from '../texts/own.ts'

const fi = {
  download: 'Lataa tiedosto',
  open: 'Avaa PDF',
  none: 'Tästä tiedostosta ei ole esikatselua',
  noneText: 'Lataa tiedosto ja avaa se siihen tarkoitetulla ohjelmalla.',
  noViewer: 'Tämä selain ei näytä PDF-tiedostoja sivun sisällä',
  noViewerText: 'Avaa tiedosto omaan välilehteensä tai lataa se.',
  broken: 'Kuvaa ei voi näyttää',
  brokenText: 'Tiedosto voi olla rikki. Voit silti ladata sen.',
  cut: 'Tekstistä näytetään alku. Koko teksti on tiedostossa.',
}

const sv: typeof fi = {
  download: 'Ladda ner filen',
  open: 'Öppna PDF',
  none: 'Det finns ingen förhandsvisning av den här filen',
  noneText: 'Ladda ner filen och öppna den med ett program som är gjort för den.',
  noViewer: 'Den här webbläsaren visar inte PDF-filer inne på sidan',
  noViewerText: 'Öppna filen i en egen flik eller ladda ner den.',
  broken: 'Bilden kan inte visas',
  brokenText: 'Filen kan vara skadad. Du kan ändå ladda ner den.',
  cut: 'Början av texten visas. Hela texten finns i filen.',
}

const en: typeof fi = {
  download: 'Download the file',
  open: 'Open the PDF',
  none: 'There is no preview of this file',
  noneText: 'Download the file and open it with a program made for it.',
  noViewer: 'This browser shows no PDF inside a page',
  noViewerText: 'Open the file in a tab of its own, or download it.',
  broken: 'The picture cannot be shown',
  brokenText: 'The file may be damaged. You can still download it.',
  cut: 'The beginning of the text is shown. All of it is in the file.',
}

export const useViewerTexts = ownTexts({ fi, sv, en })
