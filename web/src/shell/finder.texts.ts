import { ownTexts } from '../texts/own.ts'

const fi = {
  hint: 'Nimi, numero, aihe tai komento',
  newTask: 'Lisää tehtävä',
  newEnquiry: 'Kirjaa yhteydenotto',
  newOpportunity: 'Lisää myyntimahdollisuus',
  newQuoteRequest: 'Kirjaa tarjouspyyntö',
  newQuote: 'Tee tarjous',
  newOrder: 'Kirjaa tilaus',
  newInvoice: 'Tee lasku',
  newCampaign: 'Tee kampanja',
}

const sv: typeof fi = {
  hint: 'Namn, nummer, ämne eller kommando',
  newTask: 'Lägg till uppgift',
  newEnquiry: 'Anteckna förfrågan',
  newOpportunity: 'Lägg till försäljningsmöjlighet',
  newQuoteRequest: 'Anteckna en offertförfrågan',
  newQuote: 'Skapa en offert',
  newOrder: 'Anteckna en beställning',
  newInvoice: 'Skapa en faktura',
  newCampaign: 'Skapa en kampanj',
}

const en: typeof fi = {
  hint: 'Name, number, subject or command',
  newTask: 'Add a task',
  newEnquiry: 'Record an enquiry',
  newOpportunity: 'Add an opportunity',
  newQuoteRequest: 'Note a request for a quote',
  newQuote: 'Make a quote',
  newOrder: 'Enter an order',
  newInvoice: 'Make an invoice',
  newCampaign: 'Make a campaign',
}

export const useFinderTexts = ownTexts({ fi, sv, en })
