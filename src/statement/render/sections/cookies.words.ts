/** The words of section 7 that are ours. */
export const cookieWords = {
  none: {
    fi: 'Verkkosivumme eivät tallenna laitteellesi muuta kuin sen, mikä on pyytämäsi palvelun kannalta välttämätöntä. Siksi emme kysy evästeistä mitään.',
    sv: 'Vår webbplats sparar inget annat på din enhet än det som är nödvändigt för den tjänst du bett om. Därför frågar vi inget om kakor.',
    en: 'Our website stores nothing on your device beyond what the service you asked for needs. That is why we ask you nothing about cookies.',
  },
  uses: {
    fi: 'Verkkosivuillamme on evästeitä.',
    sv: 'Det finns kakor på vår webbplats.',
    en: 'There are cookies on our website.',
  },
  banner: {
    fi: 'Ensimmäisellä käynnilläsi voit hyväksyä kaikki, hylätä kaikki tai valita itse.',
    sv: 'Vid ditt första besök kan du godkänna alla, avvisa alla eller välja själv.',
    en: 'On your first visit you can accept all, reject all or choose for yourself.',
  },
  equal: {
    fi: 'Vaihtoehdot ovat samanarvoiset.',
    sv: 'Alternativen är likvärdiga.',
    en: 'The options are equal.',
  },
  optIn: {
    fi: 'Ennen valintaasi tallennetaan vain välttämätön.',
    sv: 'Före ditt val sparas bara det nödvändiga.',
    en: 'Before you choose, only the necessary is stored.',
  },
  what: {
    fi: 'Eväste on tieto, jonka selain panee muistiin laitteellesi; samat säännöt koskevat muutakin laitteelle tallentamista.',
    sv: 'En kaka är en uppgift som webbläsaren lägger på minnet i din enhet; samma regler gäller för all annan lagring på enheten.',
    en: 'A cookie is a note that the browser keeps on your device; the same rules apply to anything else stored there.',
  },
  firstParty: {
    fi: 'Ennen valintaasi sivumme eivät ota yhteyttä ulkopuolisiin palveluihin.',
    sv: 'Före ditt val tar våra sidor ingen kontakt med utomstående tjänster.',
    en: 'Before you choose, our pages contact no outside service.',
  },
  hostOnly: {
    fi: 'Omat evästeemme näkyvät vain omalle palvelimellemme.',
    sv: 'Våra egna kakor syns endast för vår egen server.',
    en: 'Our own cookies are visible to our own server only.',
  },
  categories: { fi: 'Voit valita ryhmittäin:', sv: 'Du kan välja gruppvis:', en: 'You can choose by group:' },
  exempt: {
    fi: 'aina käytössä, koska sivut eivät toimi ilman niitä.',
    sv: 'alltid på, eftersom sidorna inte fungerar utan dem.',
    en: 'always on, because the pages do not work without them.',
  },
  asked: { fi: 'vain suostumuksellasi.', sv: 'endast med ditt samtycke.', en: 'only with your consent.' },
  caption: { fi: 'Evästeitä käyttävät palvelut', sv: 'Tjänster som använder kakor', en: 'Services that use cookies' },
  head: {
    fi: ['Palvelu', 'Ryhmä', 'Mihin', 'Evästeet ja kesto', 'Kuka näkee'],
    sv: ['Tjänst', 'Grupp', 'Till vad', 'Kakor och tid', 'Vem ser'],
    en: ['Service', 'Group', 'What for', 'Cookies and how long', 'Who sees them'],
  },
  ours: { fi: 'Vain me', sv: 'Endast vi', en: 'Only we' },
  theirs: {
    fi: (provider: string) => `Me ja ${provider}`,
    sv: (provider: string) => `Vi och ${provider}`,
    en: (provider: string) => `We and ${provider}`,
  },
  embeds: {
    fi: 'Videot ja muut upotukset latautuvat vasta, kun napsautat niitä.',
    sv: 'Videor och annat inbäddat innehåll laddas först när du klickar på det.',
    en: 'Videos and other embedded content load only when you click them.',
  },
  embedProviders: {
    fi: 'Silloin tietoja laitteestasi saa myös sisällön tarjoaja:',
    sv: 'Då får även den som tillhandahåller innehållet uppgifter om din enhet:',
    en: 'Then the provider of the content also receives data about your device:',
  },
  choiceHeading: {
    fi: 'Valintasi ja sen muuttaminen',
    sv: 'Ditt val och hur du ändrar det',
    en: 'Your choice and changing it',
  },
  withdraw: {
    fi: 'Voit muuttaa valintaasi tai perua suostumuksesi milloin tahansa jokaisen sivun alareunasta. Evästeet voi poistaa myös selaimen asetuksista.',
    sv: 'Du kan när som helst ändra ditt val eller återta ditt samtycke längst ned på varje sida. Kakor kan också raderas i webbläsarens inställningar.',
    en: 'You can change your choice or withdraw your consent at any time at the foot of every page. Cookies can also be deleted in the browser.',
  },
  noWall: {
    fi: 'Kaikki toiminnot ovat käytettävissä, vaikka hylkäisit evästeet.',
    sv: 'Alla funktioner går att använda även om du avvisar kakorna.',
    en: 'Everything works even if you reject the cookies.',
  },
  gpc: {
    fi: 'Selaimesi GPC-merkki (Global Privacy Control) tulkitaan mainosevästeiden kielloksi.',
    sv: 'Signalen GPC (Global Privacy Control) från din webbläsare tolkas som ett nej till reklamkakor.',
    en: 'The GPC signal (Global Privacy Control) of your browser counts as a refusal of advertising cookies.',
  },
  again: {
    fi: (max: string, after: string) =>
      `Kysymme valintaasi uudelleen ${max} kuluttua${after ? `, hylkäämisen jälkeen aikaisintaan ${after} kuluttua` : ''}.`,
    sv: (max: string, after: string) =>
      `Vi frågar på nytt efter ${max}${after ? `, efter ett nej tidigast efter ${after}` : ''}.`,
    en: (max: string, after: string) =>
      `We ask again after ${max}${after ? `, and after a refusal not before ${after} have passed` : ''}.`,
  },
  more: { fi: 'Lisää evästeistä:', sv: 'Mer om kakor:', en: 'More about cookies:' },
  changes: {
    fi: 'Jos evästeet muuttuvat, kysymme uusista erikseen.',
    sv: 'Om kakorna ändras frågar vi särskilt om de nya.',
    en: 'If the cookies change, we ask about the new ones separately.',
  },
} as const
