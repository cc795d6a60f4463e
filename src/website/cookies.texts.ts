import type { Said } from '#platform/language'

/** The words of the banner and the chooser: neutral, and the same for every statement. Their hash is in every receipt. */
export const bannerTexts = {
  title: { fi: 'Evästevalinnat', sv: 'Kakval', en: 'Cookie choices' },
  text: {
    fi: 'Sivustolla on palveluja, jotka tallentavat evästeitä laitteellesi. Niiden käyttötarkoitukset ovat {groups}. Osa antaa tietoja kolmansille osapuolille. Palvelut ladataan vain, jos sallit ne. Valinta on voimassa {months} kuukautta, ja voit muuttaa tai perua sen sivun alareunasta.',
    sv: 'Webbplatsen har tjänster som lagrar kakor på din enhet. Deras ändamål är {groups}. En del ger uppgifter till tredje parter. Tjänsterna laddas bara om du tillåter dem. Valet gäller i {months} månader, och du kan ändra eller återta det längst ned på sidan.',
    en: 'This site has services that store cookies on your device. Their purposes are {groups}. Some give data to third parties. The services load only if you allow them. The choice lasts {months} months, and you can change or withdraw it at the foot of the page.',
  },
  newTitle: { fi: 'Evästeissä on uutta', sv: 'Nytt bland kakorna', en: 'New among the cookies' },
  newText: {
    fi: 'Aiemmat valintasi ovat voimassa. Kysymme vain siitä, mitä on tullut lisää.',
    sv: 'Dina tidigare val gäller. Vi frågar bara om det som har tillkommit.',
    en: 'Your earlier choices hold. We ask only about what has been added.',
  },
  more: { fi: 'Evästeet ja kestot', sv: 'Kakor och giltighetstider', en: 'Cookies and how long they last' },
  statement: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy policy' },
  all: { fi: 'Hyväksy kaikki', sv: 'Godkänn alla', en: 'Accept all' },
  necessary: { fi: 'Vain välttämättömät', sv: 'Endast nödvändiga', en: 'Only necessary' },
  choose: { fi: 'Valitse itse', sv: 'Välj själv', en: 'Choose' },
  newAll: { fi: 'Hyväksy uudet', sv: 'Godkänn de nya', en: 'Accept the new' },
  newNone: { fi: 'Hylkää uudet', sv: 'Avvisa de nya', en: 'Reject the new' },
  save: { fi: 'Tallenna valinta', sv: 'Spara valet', en: 'Save choice' },
  close: { fi: 'Sulje muuttamatta', sv: 'Stäng utan att ändra', en: 'Close without changing' },
  gpc: {
    fi: 'Selaimesi kieltää mainosevästeet (Global Privacy Control). Ne ladataan vain, jos sallit ne itse kohdassa Valitse itse.',
    sv: 'Din webbläsare förbjuder reklamkakor (Global Privacy Control). De laddas bara om du själv tillåter dem under Välj själv.',
    en: 'Your browser refuses advertising cookies (Global Privacy Control). They load only if you allow them yourself under Choose.',
  },
  saved: { fi: 'Valintasi on tallennettu.', sv: 'Ditt val har sparats.', en: 'Your choice has been saved.' },
  withdrawn: {
    fi: 'Suostumuksesi on peruttu, ja evästeet on poistettu.',
    sv: 'Ditt samtycke har återtagits och kakorna har tagits bort.',
    en: 'Your consent has been withdrawn and the cookies have been removed.',
  },
  receipt: { fi: 'Tosite valinnastasi', sv: 'Kvitto på ditt val', en: 'Receipt of your choice' },
  load: { fi: 'Lataa sisältö', sv: 'Ladda innehållet', en: 'Load the content' },
} satisfies Record<string, Said>

export const catalogueTexts = {
  exempt: {
    fi: 'Aina käytössä: sivusto ei toimi ilman niitä.',
    sv: 'Alltid på: webbplatsen fungerar inte utan dem.',
    en: 'Always on: the site does not work without them.',
  },
  asked: { fi: 'Vain suostumuksellasi.', sv: 'Endast med ditt samtycke.', en: 'Only with your consent.' },
  onlyWe: { fi: 'Tietoja ei anneta muille', sv: 'Uppgifterna ges inte till andra', en: 'The data go to nobody else' },
  cookies: { fi: 'Evästeet', sv: 'Kakor', en: 'Cookies' },
  alsoProvider: {
    fi: 'Tiedot saa myös {provider}',
    sv: 'Även {provider} får uppgifterna',
    en: '{provider} gets the data too',
  },
  joint: { fi: 'yhteisrekisterinpitäjä', sv: 'gemensamt personuppgiftsansvarig', en: 'joint controller' },
  processor: { fi: 'henkilötietojen käsittelijämme', sv: 'vårt personuppgiftsbiträde', en: 'our processor' },
  controller: {
    fi: 'itsenäinen rekisterinpitäjä',
    sv: 'självständigt personuppgiftsansvarig',
    en: 'independent controller',
  },
  embedBy: {
    fi: 'Sisällön tarjoaa {provider}{country}.',
    sv: 'Innehållet tillhandahålls av {provider}{country}.',
    en: 'The content is provided by {provider}{country}.',
  },
  embedUse: {
    fi: 'Kun lataat sen, {provider} saa tietoja laitteestasi ja voi tallentaa sille evästeitä: palvelu {use}.',
    sv: 'När du laddar det får {provider} uppgifter om din enhet och kan lagra kakor på den: tjänsten {use}.',
    en: 'When you load it, {provider} gets data about your device and may store cookies on it: the service {use}.',
  },
  embedPlain: {
    fi: 'Kun lataat sen, {provider} saa tietoja laitteestasi ja voi tallentaa sille evästeitä.',
    sv: 'När du laddar det får {provider} uppgifter om din enhet och kan lagra kakor på den.',
    en: 'When you load it, {provider} gets data about your device and may store cookies on it.',
  },
  embedJoint: {
    fi: 'Vastaamme lataamisesta yhdessä: {controller} ja {provider} ovat siltä osin yhteisrekisterinpitäjiä.',
    sv: 'Vi ansvarar tillsammans för laddningen: {controller} och {provider} är till den delen gemensamt personuppgiftsansvariga.',
    en: '{controller} and {provider} answer for the loading together, as joint controllers.',
  },
} satisfies Record<string, Said>
