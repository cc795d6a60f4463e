import { ownTexts } from '../texts/own.ts'

const fi = {
  anywhere: 'Kaikkialla',
  places: 'Siirtyminen',
  finder: 'Haussa ja komennoissa',
  lists: 'Luetteloissa ja taulussa',
  choose: 'Seuraava ja edellinen rivi',
  open: 'Avaa valittu',
  lift: 'Nosta kortti kahvasta ja laske se',
  space: 'Välilyönti',
  carry: 'Siirrä nostettua korttia vaiheesta toiseen',
}

const sv: typeof fi = {
  anywhere: 'Överallt',
  places: 'Gå till',
  finder: 'I sökning och kommandon',
  lists: 'I listor och på tavlan',
  choose: 'Nästa och föregående rad',
  open: 'Öppna den valda',
  lift: 'Lyft kortet i handtaget och släpp det',
  space: 'Mellanslag',
  carry: 'Flytta det lyfta kortet mellan skeden',
}

const en: typeof fi = {
  anywhere: 'Anywhere',
  places: 'Going to',
  finder: 'In search and commands',
  lists: 'In lists and on the board',
  choose: 'Next and previous row',
  open: 'Open the chosen one',
  lift: 'Lift and drop a card by its handle',
  space: 'Space',
  carry: 'Move the lifted card between stages',
}

export const useKeyboardTexts = ownTexts({ fi, sv, en })
