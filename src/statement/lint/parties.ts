import type { Statement } from '../format.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'
import { clausesSaying, repealedLaw, repealedRightName } from './prose.ts'
import { untranslated } from './translations.ts'

const roleMailbox =
  /^(?:info|asiakaspalvelu|tietosuoja\S*|privacy|gdpr|dpo|dataskydd|rekisteri|kundtjanst|support|office|toimisto)[.+-]?\S*@/i

/** Sections 0–3 and 13: who is behind the register, whom to ask, where to complain. */
export const rulesOfParties: readonly Rule[] = [
  {
    code: 'E-CTRL-NAME',
    clause: 'S2.1',
    article: 'Art. 13(1)(a) GDPR',
    find: ({ controller }) => when(!controller.legalName, '/controller'),
    reason: {
      fi: 'Rekisterinpitäjän nimi puuttuu, joten kukaan ei tiedä, kuka tiedoista vastaa.',
      sv: 'Den personuppgiftsansvariges namn saknas, så ingen vet vem som ansvarar för uppgifterna.',
      en: 'The controller is not named, so nobody knows who answers for the data.',
    },
    mend: {
      fi: 'Kirjoita rekisterinpitäjän virallinen nimi.',
      sv: 'Ange den personuppgiftsansvariges officiella namn.',
      en: 'Give the legal name of the controller.',
    },
  },
  {
    code: 'E-CTRL-CONTACT',
    clause: 'S2.2',
    article: 'Art. 13(1)(a) GDPR',
    find: ({ controller: { address, email, phone } }) => when(!address && !email && !phone, '/controller'),
    reason: {
      fi: 'Rekisterinpitäjän yhteystiedot puuttuvat.',
      sv: 'Den personuppgiftsansvariges kontaktuppgifter saknas.',
      en: 'The contact details of the controller are missing.',
    },
    mend: {
      fi: 'Lisää ainakin postiosoite, puhelinnumero tai sähköpostiosoite.',
      sv: 'Lägg till åtminstone postadress, telefonnummer eller e-postadress.',
      en: 'Add at least a postal address, a phone number or a mail address.',
    },
  },
  {
    code: 'E-CONTACT-MISSING',
    clause: 'S3.1',
    article: 'Art. 12(2) and 13(1)(a) GDPR',
    find: ({ contact }) => when(!contact?.email && !contact?.phone, '/contact'),
    reason: {
      fi: 'Selosteesta ei selviä, keneen rekisteriä koskevissa asioissa otetaan yhteyttä.',
      sv: 'Det framgår inte vem man kontaktar i frågor om registret.',
      en: 'The statement does not say whom to contact about the register.',
    },
    mend: {
      fi: 'Nimeä yhteyshenkilön tehtävä ja anna sähköpostiosoite tai puhelinnumero.',
      sv: 'Ange kontaktpersonens roll och en e-postadress eller ett telefonnummer.',
      en: 'Name the role of the contact and give a mail address or a phone number.',
    },
  },
  {
    code: 'W-DPO-SILENT',
    clause: 'S3',
    article: 'Art. 13(1)(b) and 37(7) GDPR',
    find: ({ dpo }) => when(dpo?.designated === undefined || dpo.designated === null, '/dpo/designated'),
    reason: {
      fi: 'Seloste ei kerro, onko tietosuojavastaava nimetty.',
      sv: 'Beskrivningen säger inte om ett dataskyddsombud har utsetts.',
      en: 'The statement does not say whether a data protection officer has been designated.',
    },
    mend: {
      fi: 'Kerro suoraan: joko tietosuojavastaavan yhteystiedot tai se, ettei häntä ole nimetty.',
      sv: 'Säg det rakt ut: antingen dataskyddsombudets kontaktuppgifter eller att inget ombud har utsetts.',
      en: 'Say it outright: either how to reach the officer, or that none has been designated.',
    },
  },
  {
    code: 'E-DPO-CONTACT',
    clause: 'S3',
    article: 'Art. 13(1)(b) and 37(7) GDPR',
    find: ({ dpo }) => when(dpo?.designated === true && !dpo.email && !dpo.phone, '/dpo'),
    reason: {
      fi: 'Tietosuojavastaava on nimetty, mutta hänen yhteystietonsa puuttuvat.',
      sv: 'Ett dataskyddsombud har utsetts, men kontaktuppgifterna saknas.',
      en: 'A data protection officer is designated but cannot be reached.',
    },
    mend: {
      fi: 'Lisää tietosuojavastaavan sähköpostiosoite tai puhelinnumero.',
      sv: 'Lägg till dataskyddsombudets e-postadress eller telefonnummer.',
      en: 'Add the mail address or phone number of the officer.',
    },
  },
  {
    code: 'N-CONTACT-PERSON',
    clause: 'S3.1',
    find: ({ contact }) =>
      when(Boolean(contact?.person && !contact.role && !roleMailbox.test(contact.email?.address ?? '')), '/contact'),
    reason: {
      fi: 'Yhteystietona on yksi ihminen. Kun hän lähtee tai lomailee, pyynnöt jäävät odottamaan.',
      sv: 'Kontakten är en enda person. När hen slutar eller har semester blir begäranden liggande.',
      en: 'The contact is one human being. When they leave or are away, requests wait.',
    },
    mend: {
      fi: 'Käytä tehtävänimikettä ja yhteistä osoitetta, esimerkiksi tietosuoja@….',
      sv: 'Använd en roll och en gemensam adress, till exempel dataskydd@….',
      en: 'Use a role and a shared address, for instance privacy@….',
    },
  },
  {
    code: 'N-CONTACT-DEPUTY',
    clause: 'S3.1',
    article: 'Art. 12(3) GDPR',
    find: ({ contact }) => when(Boolean(contact && !contact.deputy && !contact.holidayCover), '/contact/deputy'),
    reason: {
      fi: 'Yhteyshenkilöllä ei ole sijaista, mutta kuukauden määräaika kuluu lomankin aikana.',
      sv: 'Kontaktpersonen har ingen ersättare, men tidsfristen på en månad löper även under semestern.',
      en: 'The contact has no deputy, but the one-month clock runs during holidays too.',
    },
    mend: {
      fi: 'Nimeä sijainen tai lomasijainen.',
      sv: 'Utse en ersättare eller en semestervikarie.',
      en: 'Name a deputy or a holiday cover.',
    },
  },
  {
    code: 'N-UPDATED-ON',
    clause: 'S0.2',
    article: 'Art. 12(1) GDPR',
    find: ({ metadata }) => when(!metadata.updatedOn, '/metadata/updatedOn'),
    reason: {
      fi: 'Selosteessa ei ole päiväystä.',
      sv: 'Beskrivningen saknar datum.',
      en: 'The statement carries no date.',
    },
    mend: {
      fi: 'Merkitse päivä, jona seloste on viimeksi päivitetty.',
      sv: 'Ange den dag då beskrivningen senast uppdaterades.',
      en: 'Give the day on which the statement was last updated.',
    },
  },
  {
    code: 'N-TRANSLATION-MISSING',
    clause: 'S0.1',
    article: 'Art. 12(1) GDPR',
    find: missingTranslations,
    reason: {
      fi: 'Seloste lupaa käännökset, mutta osa teksteistä on vain suomeksi ({names}).',
      sv: 'Beskrivningen utlovar översättningar, men en del texter finns bara på finska ({names}).',
      en: 'The statement promises translations, but some texts are in Finnish only ({names}).',
    },
    mend: {
      fi: 'Käännä puuttuvat tekstit tai poista kieli luettelosta.',
      sv: 'Översätt de texter som saknas eller ta bort språket ur listan.',
      en: 'Translate what is missing, or take the language off the list.',
    },
  },
  {
    code: 'W-LAW-REPEALED',
    clause: 'S0.1',
    article: '1050/2018 § 38',
    find: (statement) =>
      clausesSaying(statement, null, repealedLaw).map((clause) => ({ clause, path: `/clauses/${clause}` })),
    reason: {
      fi: 'Tekstissä vedotaan henkilötietolakiin, joka kumottiin vuoden 2019 alussa.',
      sv: 'Texten hänvisar till personuppgiftslagen, som upphävdes i början av 2019.',
      en: 'The text relies on the Finnish Personal Data Act, repealed at the start of 2019.',
    },
    mend: {
      fi: 'Viittaa tietosuoja-asetukseen ja tietosuojalakiin (1050/2018).',
      sv: 'Hänvisa till dataskyddsförordningen och dataskyddslagen (1050/2018).',
      en: 'Refer to the GDPR and the Data Protection Act (1050/2018).',
    },
  },
  {
    code: 'N-LEGACY-TERM',
    clause: 'S12',
    article: '1050/2018 § 38',
    find: legacyHeadings,
    reason: {
      fi: 'Otsikko käyttää kumotun henkilötietolain sanoja.',
      sv: 'Rubriken använder ord ur den upphävda personuppgiftslagen.',
      en: 'The heading uses the words of the repealed Personal Data Act.',
    },
    mend: {
      fi: 'Käytä asetuksen sanoja, esimerkiksi "Rekisteröidyn oikeudet".',
      sv: 'Använd förordningens ord, till exempel "Den registrerades rättigheter".',
      en: 'Use the words of the Regulation, for instance "Rights of the data subject".',
    },
  },
  {
    code: 'E-AUTHORITY-MISSING',
    clause: 'S13.1',
    article: 'Art. 13(2)(d) GDPR',
    find: ({ authority }) => when(!authority, '/authority'),
    reason: {
      fi: 'Oikeudesta valittaa valvontaviranomaiselle ei kerrota.',
      sv: 'Rätten att klaga hos tillsynsmyndigheten nämns inte.',
      en: 'The right to complain to the supervisory authority is not mentioned.',
    },
    mend: {
      fi: 'Lisää tietosuojavaltuutettu ja yhteystiedot.',
      sv: 'Lägg till dataombudsmannen och kontaktuppgifterna.',
      en: 'Add the Data Protection Ombudsman and the contact details.',
    },
  },
  {
    code: 'W-AUTHORITY-CONTACT',
    clause: 'S13.1',
    article: 'Art. 12(2) and 13(2)(d) GDPR',
    find: ({ authority }) => when(Boolean(authority) && !canBeReached(authority?.contact), '/authority/contact'),
    reason: {
      fi: 'Valvontaviranomainen mainitaan ilman yhteystietoja.',
      sv: 'Tillsynsmyndigheten nämns utan kontaktuppgifter.',
      en: 'The supervisory authority is named without contact details.',
    },
    mend: {
      fi: 'Lisää tietosuojavaltuutetun toimiston osoite, puhelinnumero, sähköposti ja verkkosivu.',
      sv: 'Lägg till dataombudsmannens byrås adress, telefon, e-post och webbplats.',
      en: "Add the address, phone, mail and website of the Ombudsman's office.",
    },
  },
]

function canBeReached(contact: NonNullable<Statement['authority']>['contact']): boolean {
  return Boolean(contact && (contact.address || contact.phone || contact.email || contact.url))
}

function missingTranslations(statement: Statement): Breach[] {
  const gaps = untranslated(statement)
  return oneBreach(gaps.slice(0, 5), gaps[0])
}

function legacyHeadings({ sections }: Statement): Breach[] {
  return Object.entries(sections ?? {})
    .filter(([, words]) => repealedRightName.test(words.fi))
    .map(([number]) => ({ clause: `S${number}`, path: `/sections/${number}` }))
}
