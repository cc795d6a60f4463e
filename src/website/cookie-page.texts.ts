/** The words of the page about cookies. */
export const cookiePageTexts = {
  title: { fi: 'Evästeet', sv: 'Kakor', en: 'Cookies' },
  lead: {
    fi: 'Tässä ovat kaikki palvelut, jotka voivat tallentaa evästeitä laitteellesi: mihin niitä käytetään, kuka ne tarjoaa, kauanko evästeet säilyvät ja kuka saa tiedot.',
    sv: 'Här finns alla tjänster som kan lagra kakor på din enhet: vad de används till, vem som tillhandahåller dem, hur länge kakorna finns kvar och vem som får uppgifterna.',
    en: 'These are all the services that may store cookies on your device: what they are for, who provides them, how long the cookies last and who gets the data.',
  },
  leadNone: {
    fi: 'Sivustolla on vain välttämättömiä evästeitä, joten valittavaa ei ole.',
    sv: 'Webbplatsen har bara nödvändiga kakor, så det finns inget att välja.',
    en: 'The site has necessary cookies only, so there is nothing to choose.',
  },
  keeps: {
    fi: 'Voit valita tällä sivulla myös ilman JavaScriptiä. Valinta tallentuu selaimeesi evästeeseen, jonka asettaa {controller}. Se on voimassa {months} kuukautta.',
    sv: 'Du kan välja på den här sidan även utan JavaScript. Valet sparas i din webbläsare i en kaka som {controller} sätter. Det gäller i {months} månader.',
    en: 'You can choose on this page also without JavaScript. The choice is kept in your browser, in a cookie set by {controller}. It lasts {months} months.',
  },
  gpc: {
    fi: 'Selaimesi ilmoittaa, ettet salli mainosevästeitä (Global Privacy Control). ”Hyväksy kaikki” ei koske niitä; voit sallia ne vain merkitsemällä ne itse.',
    sv: 'Din webbläsare meddelar att du inte tillåter reklamkakor (Global Privacy Control). ”Godkänn alla” gäller inte dem; du kan tillåta dem bara genom att själv markera dem.',
    en: 'Your browser says that you do not allow advertising cookies (Global Privacy Control). “Accept all” does not cover them; only ticking them yourself allows them.',
  },
  access: {
    we: { fi: 'Vain me', sv: 'Endast vi', en: 'Only we' },
    also: { fi: 'Me ja {provider}', sv: 'Vi och {provider}', en: 'We and {provider}' },
  },
  head: {
    fi: ['Palvelu', 'Käyttötarkoitus', 'Evästeet ja kesto', 'Kuka saa tiedot'],
    sv: ['Tjänst', 'Ändamål', 'Kakor och giltighetstid', 'Vem får uppgifterna'],
    en: ['Service', 'Purpose', 'Cookies and duration', 'Who gets the data'],
  },
  party: {
    first: { fi: 'oma eväste', sv: 'egen kaka', en: 'our own cookie' },
    third: { fi: 'kolmannen osapuolen eväste', sv: 'tredje parts kaka', en: 'third-party cookie' },
  },
  embeds: { fi: 'Upotettu sisältö', sv: 'Inbäddat innehåll', en: 'Embedded content' },
  embedsLead: {
    fi: 'Sisältö latautuu vasta, kun painat sen kohdalla Lataa sisältö. Painallus koskee vain sitä sisältöä.',
    sv: 'Innehållet laddas först när du trycker på Ladda innehållet. Det gäller bara det innehållet.',
    en: 'The content loads only when you press Load the content beside it. The press concerns that content only.',
  },
  statement: {
    fi: 'Tietosuoja- ja rekisteriseloste',
    sv: 'Dataskydds- och registerbeskrivningen',
    en: 'Privacy and register statement',
  },
  earlier: {
    fi: 'Tämä luettelo kuuluu selosteen versioon',
    sv: 'Den här listan hör till beskrivningens version',
    en: 'This list belongs to version',
  },
  toCurrent: { fi: 'Voimassa oleva luettelo', sv: 'Den gällande listan', en: 'The list in force' },
} as const
