import type { Language, Said } from '#platform/language'
import { dealSubjects, deals } from '#statement'
import { dealTables } from './deal.words.ts'

interface PackageWords {
  title: string
  portableTitle: string
  lead(house: { register: string; controller: string; day: string; reference: string; version: number }): string[]
  data: string
  nothing: string
  origin: string
  originHead: [string, string, string]
  recipients: string
  recipientsHead: [string, string, string, string]
  noRecipients: string
  retention: string
  retentionHead: [string, string, string]
  looks: string
  looksHead: [string, string, string]
  noLooks: string
  looksNote: string
  covered: string
  coveredNote: string
  foot: string
}

export const packageWords: Record<Language, PackageWords> = {
  fi: {
    title: 'Tietosi rekisterissämme',
    portableTitle: 'Itse antamasi tiedot',
    lead: ({ register, controller, day, reference, version }) => [
      `${register}. Rekisterinpitäjä: ${controller}.`,
      `Koottu ${day} tietosuojaselosteen version ${version} mukaan. Pyynnön tunnus: ${reference}.`,
    ],
    data: 'Tiedot, joita sinusta on',
    nothing: 'Rekisterissä ei ole sinusta muita tietoja.',
    origin: 'Mistä tiedot on saatu',
    originHead: ['Tieto', 'Lähde', 'Saatu'],
    recipients: 'Kenelle tietojasi on annettu',
    recipientsHead: ['Vastaanottaja', 'Milloin', 'Mitä ja mihin', 'Siirron suojatoimi'],
    noRecipients: 'Tietojasi ei ole annettu kenellekään rekisterin ulkopuolelle.',
    retention: 'Kuinka kauan juuri sinun tietojasi säilytetään',
    retentionHead: ['Tiedot', 'Säilytysaika', 'Vähintään'],
    looks: 'Milloin tietojasi on katsottu',
    looksHead: ['Aika', 'Tehtävä', 'Tarkoitus'],
    noLooks: 'Tietojasi ei ole katsottu sinä aikana, jolta loki on tallessa.',
    looksNote: 'Työntekijöiden nimet eivät kuulu näihin tietoihin (EU-tuomioistuin C-579/21).',
    covered: '[toisen henkilön tieto]',
    coveredNote: 'Muiden ihmisten nimet ja yhteystiedot on peitetty (15 artiklan 4 kohta).',
    foot: 'Luottamuksellinen',
  },
  sv: {
    title: 'Dina uppgifter i vårt register',
    portableTitle: 'Uppgifter som du själv har lämnat',
    lead: ({ register, controller, day, reference, version }) => [
      `${register}. Personuppgiftsansvarig: ${controller}.`,
      `Sammanställt ${day} enligt version ${version} av dataskyddsbeskrivningen. Begärans nummer: ${reference}.`,
    ],
    data: 'Uppgifter som finns om dig',
    nothing: 'Registret innehåller inga andra uppgifter om dig.',
    origin: 'Var uppgifterna kommer ifrån',
    originHead: ['Uppgift', 'Källa', 'Erhållen'],
    recipients: 'Till vem dina uppgifter har lämnats',
    recipientsHead: ['Mottagare', 'När', 'Vad och för vad', 'Skyddsåtgärd vid överföring'],
    noRecipients: 'Dina uppgifter har inte lämnats till någon utanför registret.',
    retention: 'Hur länge just dina uppgifter bevaras',
    retentionHead: ['Uppgifter', 'Lagringstid', 'Minst till'],
    looks: 'När någon har sett dina uppgifter',
    looksHead: ['Tid', 'Arbetsuppgift', 'Ändamål'],
    noLooks: 'Ingen har sett dina uppgifter under den tid som loggen finns kvar för.',
    looksNote: 'De anställdas namn hör inte till dessa uppgifter (EU-domstolen C-579/21).',
    covered: '[uppgift om en annan person]',
    coveredNote: 'Andra människors namn och kontaktuppgifter är täckta (artikel 15.4).',
    foot: 'Konfidentiellt',
  },
  en: {
    title: 'Your data in our register',
    portableTitle: 'Data that you provided',
    lead: ({ register, controller, day, reference, version }) => [
      `${register}. Controller: ${controller}.`,
      `Compiled on ${day} under version ${version} of the privacy statement. Number of the request: ${reference}.`,
    ],
    data: 'The data we hold about you',
    nothing: 'The register holds no other data about you.',
    origin: 'Where the data come from',
    originHead: ['Item', 'Source', 'Obtained'],
    recipients: 'To whom your data have been given',
    recipientsHead: ['Recipient', 'When', 'What, and what for', 'Safeguard of the transfer'],
    noRecipients: 'Your data have been given to nobody outside the register.',
    retention: 'How long your own data are kept',
    retentionHead: ['Data', 'Period', 'At least until'],
    looks: 'When your data were looked at',
    looksHead: ['Time', 'Duty', 'Purpose'],
    noLooks: 'Nobody has looked at your data in the time that the log covers.',
    looksNote: 'The names of employees are not part of these data (Court of Justice, C-579/21).',
    covered: '[about another person]',
    coveredNote: 'Names and contact details of other people are covered (Article 15(4)).',
    foot: 'Confidential',
  },
}

const ownTables: Record<string, Said> = {
  ...dealTables,
  'register.person': { fi: 'Perustiedot', sv: 'Grunduppgifter', en: 'Basic details' },
  'register.person_email': { fi: 'Sähköpostiosoitteet', sv: 'E-postadresser', en: 'E-mail addresses' },
  'register.person_phone': { fi: 'Puhelinnumerot', sv: 'Telefonnummer', en: 'Telephone numbers' },
  'register.person_address': { fi: 'Postiosoitteet', sv: 'Postadresser', en: 'Postal addresses' },
  'register.affiliation': {
    fi: 'Yritykset, joita edustat',
    sv: 'Företag som du företräder',
    en: 'Companies you represent',
  },
  'register.relationship': { fi: 'Asiakassuhteet', sv: 'Kundförhållanden', en: 'Customer relationships' },
  'register.organisation': { fi: 'Toiminimi', sv: 'Firma', en: 'Your business' },
  'register.organisation_address': {
    fi: 'Toiminimen osoitteet',
    sv: 'Firmans adresser',
    en: 'Addresses of your business',
  },
  'register.enquiry': { fi: 'Yhteydenotot', sv: 'Förfrågningar', en: 'Enquiries' },
  'register.notice': {
    fi: 'Ilmoitukset tietojen käsittelystä',
    sv: 'Information om behandlingen',
    en: 'Notices of the processing',
  },
  'register.notice_delivery': {
    fi: 'Ilmoitusten toimitukset',
    sv: 'Hur informationen lämnats',
    en: 'How notices were given',
  },
  'register.consent': { fi: 'Suostumukset', sv: 'Samtycken', en: 'Consents' },
  'register.consent_event': { fi: 'Suostumusten historia', sv: 'Samtyckenas historia', en: 'History of consents' },
  'register.consent_proof': { fi: 'Todisteet suostumuksista', sv: 'Bevis på samtycken', en: 'Proof of consents' },
  'register.objection': { fi: 'Kiellot', sv: 'Förbud', en: 'Objections' },
  'register.restriction': { fi: 'Käsittelyn rajoitukset', sv: 'Begränsningar av behandlingen', en: 'Restrictions' },
  'register.topic_preference': { fi: 'Aihevalinnat', sv: 'Ämnesval', en: 'Chosen topics' },
  'register.fact_of_sale': {
    fi: 'Ostot, joihin viestintä perustuu',
    sv: 'Köp som kommunikationen grundar sig på',
    en: 'Purchases that messages are based on',
  },
  'register.suppression': {
    fi: 'Markkinoinnin estolista (tiivisteenä)',
    sv: 'Spärrlista för marknadsföring (som hashvärde)',
    en: 'Marketing suppression list (as a keyed hash)',
  },
  'register.invoice': { fi: 'Laskut', sv: 'Fakturor', en: 'Invoices' },
  'register.payment': { fi: 'Maksut', sv: 'Betalningar', en: 'Payments' },
  'register.reminder': { fi: 'Maksumuistutukset', sv: 'Betalningspåminnelser', en: 'Payment reminders' },
  'register.e_invoice_address': {
    fi: 'Verkkolaskuosoitteet',
    sv: 'E-fakturaadresser',
    en: 'E-invoice addresses',
  },
  'register.warranty': { fi: 'Takuut', sv: 'Garantier', en: 'Warranties' },
  'register.complaint': { fi: 'Reklamaatiot', sv: 'Reklamationer', en: 'Complaints' },
  'register.paper_sent': { fi: 'Lähetetyt asiakirjat', sv: 'Skickade dokument', en: 'Documents sent' },
  'register.disclosure': { fi: 'Tietojen luovutukset', sv: 'Utlämnanden', en: 'Disclosures' },
  'register.recipient_notice': {
    fi: 'Ilmoitukset tietojen vastaanottajille',
    sv: 'Meddelanden till mottagare',
    en: 'What recipients were told',
  },
  'register.paper_item': { fi: 'Paperilla olevat tiedot', sv: 'Uppgifter på papper', en: 'Data on paper' },
  'register.rights_request': { fi: 'Tietosuojapyynnöt', sv: 'Dataskyddsbegäranden', en: 'Data protection requests' },
  'register.rights_item': { fi: 'Oikaistavaksi pyydetyt kohdat', sv: 'Punkter att rätta', en: 'Items to correct' },
  'register.rights_event': { fi: 'Pyyntöjen vaiheet', sv: 'Begärandenas skeden', en: 'Steps of the requests' },
  'register.rights_letter': {
    fi: 'Kirjeet pyyntöihisi',
    sv: 'Brev om dina begäranden',
    en: 'Letters on your requests',
  },
  'register.legal_hold': { fi: 'Oikeusvaateet', sv: 'Rättsliga anspråk', en: 'Legal claims' },
  'register.outbox': { fi: 'Lähetetyt viestit', sv: 'Skickade meddelanden', en: 'Messages sent' },
  'register.message': { fi: 'Lähetetyt viestit', sv: 'Skickade meddelanden', en: 'Messages sent' },
  'register.campaign_message': { fi: 'Lähetetyt viestit', sv: 'Skickade meddelanden', en: 'Messages sent' },
  'declared.person': { fi: 'Lisätiedot', sv: 'Tilläggsuppgifter', en: 'Additional information' },
  'declared.organisation': {
    fi: 'Toiminimen lisätiedot',
    sv: 'Tilläggsuppgifter om firman',
    en: 'Additional information on your business',
  },
}

// S5.1: what the statement's own fields say beside a record: "Laskut: lisätiedot".
const besides = dealSubjects.map((subject): [string, Said] => {
  const { fi, sv, en } = ownTables[deals[subject].table] as Said
  const words = { fi: `${fi}: lisätiedot`, sv: `${sv}: tilläggsuppgifter`, en: `${en}: additional information` }
  return [`declared.${subject}`, words]
})

/** What each table holds, as one would say it. */
export const tableWords: Record<string, Said> = { ...ownTables, ...Object.fromEntries(besides) }
