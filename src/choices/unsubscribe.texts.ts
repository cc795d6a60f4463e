/** What the page of one message's unsubscribe link says. */
export const unsubscribeTexts = {
  title: {
    fi: 'Peruuta markkinointiviestit',
    sv: 'Avsluta marknadsföringsmeddelanden',
    en: 'Stop marketing messages',
  },
  lead: {
    email: {
      fi: 'Painike lopettaa yrityksen {house} sähköpostimarkkinoinnin osoitteeseen, johon viesti tuli.',
      sv: 'Knappen avslutar e-postmarknadsföringen från {house} till adressen dit meddelandet kom.',
      en: 'The button stops e-mail marketing by {house} to the address the message came to.',
    },
    other: {
      fi: 'Painike lopettaa yrityksen {house} markkinoinnin osoitteeseen, johon viesti tuli.',
      sv: 'Knappen avslutar marknadsföringen från {house} till adressen dit meddelandet kom.',
      en: 'The button stops marketing by {house} to the address the message came to.',
    },
  },
  effect: {
    fi: 'Peruutus on voimassa heti eikä maksa mitään. Et tarvitse tunnuksia, etkä joudu perustelemaan.',
    sv: 'Avslutandet gäller genast och kostar ingenting. Du behöver inget konto och ingen motivering.',
    en: 'It takes effect at once and costs nothing. You need no account and give no reasons.',
  },
  stop: { fi: 'Lopeta viestit', sv: 'Avsluta meddelandena', en: 'Stop the messages' },
  narrow: {
    fi: 'Valitse mieluummin, mistä aiheista haluat kuulla',
    sv: 'Välj hellre vilka ämnen du vill höra om',
    en: 'Choose instead which topics you want to hear of',
  },
  topicsTitle: { fi: 'Valitse aiheet', sv: 'Välj ämnen', en: 'Choose topics' },
  topicsLead: {
    fi: 'Jätä rasti niihin aiheisiin, joista haluat kuulla. Muista aiheista emme enää lähetä markkinointia.',
    sv: 'Lämna krysset vid de ämnen du vill höra om. Om de övriga skickar vi inte längre någon marknadsföring.',
    en: 'Keep the tick at the topics you want to hear of. We will send no marketing on the others.',
  },
  topics: { fi: 'Aiheet', sv: 'Ämnen', en: 'Topics' },
  save: { fi: 'Tallenna aiheet', sv: 'Spara ämnena', en: 'Save the topics' },
  back: {
    fi: 'Lopeta sittenkin kaikki viestit',
    sv: 'Avsluta ändå alla meddelanden',
    en: 'Stop all messages after all',
  },
  doneTitle: { fi: 'Viestit on lopetettu', sv: 'Meddelandena är avslutade', en: 'The messages are stopped' },
  done: {
    fi: 'Emme enää lähetä markkinointia tähän osoitteeseen. Peruutus pysyy voimassa, vaikka tietosi poistettaisiin tai tulisivat meille uudelleen.',
    sv: 'Vi skickar inte längre marknadsföring till den här adressen. Detta gäller även om dina uppgifter raderas eller kommer till oss på nytt.',
    en: 'We no longer send marketing to this address. That stays so even if your data are erased or come to us again.',
  },
  undoTitle: { fi: 'Peruutitko vahingossa?', sv: 'Var det ett misstag?', en: 'Was it a mistake?' },
  undo: {
    fi: 'Haluan viestit takaisin',
    sv: 'Jag vill ha meddelandena tillbaka',
    en: 'I want the messages back',
  },
  undoneTitle: { fi: 'Viestit jatkuvat', sv: 'Meddelandena fortsätter', en: 'The messages continue' },
  undone: {
    fi: 'Suostumuksesi on kirjattu. Voit perua sen milloin tahansa jokaisen viestin linkistä.',
    sv: 'Ditt samtycke har antecknats. Du kan återkalla det när som helst via länken i varje meddelande.',
    en: 'Your consent is recorded. You may withdraw it at any time by the link in each message.',
  },
  savedTitle: { fi: 'Aiheet on tallennettu', sv: 'Ämnena har sparats', en: 'The topics are saved' },
  saved: {
    fi: 'Lähetämme sinulle markkinointia vain valitsemistasi aiheista.',
    sv: 'Vi skickar dig marknadsföring bara om de ämnen du har valt.',
    en: 'We send you marketing only on the topics you chose.',
  },
  savedNone: {
    fi: 'Et valinnut yhtään aihetta, joten emme lähetä sinulle markkinointia mistään nykyisestä aiheestamme.',
    sv: 'Du valde inget ämne, så vi skickar dig ingen marknadsföring om något av våra nuvarande ämnen.',
    en: 'You chose no topic, so we send you no marketing on any of our present topics.',
  },
  brokenTitle: { fi: 'Linkki ei toimi', sv: 'Länken fungerar inte', en: 'The link does not work' },
  broken: {
    fi: 'Linkki on katkennut tai muuttunut matkalla. Mitään ei muutettu. Avaa linkki uudelleen viestistä, tai kiellä markkinointi kirjoittamalla tai soittamalla meille:',
    sv: 'Länken har brutits eller ändrats på vägen. Ingenting ändrades. Öppna länken på nytt i meddelandet, eller förbjud marknadsföring genom att skriva eller ringa till oss:',
    en: 'The link was broken or altered on its way. Nothing was changed. Open it again from the message, or object to marketing by writing or calling us:',
  },
  unknownTitle: { fi: 'Mitään ei muutettu', sv: 'Ingenting ändrades', en: 'Nothing was changed' },
  unknown: {
    fi: 'Emme ymmärtäneet, mitä sivulta lähetettiin. Palaa sivulle ja paina painiketta uudelleen.',
    sv: 'Vi förstod inte vad som skickades. Gå tillbaka till sidan och tryck på knappen på nytt.',
    en: 'We did not understand what was sent. Go back to the page and press the button again.',
  },
  again: { fi: 'Takaisin', sv: 'Tillbaka', en: 'Back' },
  statement: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy statement' },
  mine: { fi: 'Omat tietosi', sv: 'Dina uppgifter', en: 'Your data' },
} as const

/** The words of a consent given on our own pages: of one purpose and one channel (Art. 7(2) GDPR). */
export const wordings = {
  email: {
    fi: 'Annan yritykselle {house} luvan lähettää minulle suoramarkkinointia sähköpostitse. Voin perua suostumuksen milloin tahansa jokaisen viestin linkistä tai ilmoittamalla siitä.',
    sv: 'Jag ger {house} tillåtelse att skicka mig direktmarknadsföring per e-post. Jag kan när som helst återkalla samtycket via länken i varje meddelande eller genom att meddela om det.',
    en: 'I allow {house} to send me direct marketing by e-mail. I may withdraw this consent at any time by the link in each message or by saying so.',
  },
  post: {
    fi: 'Annan yritykselle {house} luvan lähettää minulle suoramarkkinointia postitse. Voin perua suostumuksen milloin tahansa omilta sivuiltani tai ilmoittamalla siitä.',
    sv: 'Jag ger {house} tillåtelse att skicka mig direktmarknadsföring per post. Jag kan när som helst återkalla samtycket på min egen sida eller genom att meddela om det.',
    en: 'I allow {house} to send me direct marketing by post. I may withdraw this consent at any time on my own page or by saying so.',
  },
  sms: {
    fi: 'Annan yritykselle {house} luvan lähettää minulle suoramarkkinointia tekstiviestillä. Voin perua suostumuksen milloin tahansa.',
    sv: 'Jag ger {house} tillåtelse att skicka mig direktmarknadsföring per sms. Jag kan återkalla samtycket när som helst.',
    en: 'I allow {house} to send me direct marketing by text message. I may withdraw this consent at any time.',
  },
  phone: {
    fi: 'Annan yritykselle {house} luvan soittaa minulle markkinointipuheluja. Voin perua suostumuksen milloin tahansa.',
    sv: 'Jag ger {house} tillåtelse att ringa marknadsföringssamtal till mig. Jag kan återkalla samtycket när som helst.',
    en: 'I allow {house} to call me for marketing. I may withdraw this consent at any time.',
  },
  push: {
    fi: 'Annan yritykselle {house} luvan lähettää minulle markkinointi-ilmoituksia. Voin perua suostumuksen milloin tahansa.',
    sv: 'Jag ger {house} tillåtelse att skicka mig marknadsföringsnotiser. Jag kan återkalla samtycket när som helst.',
    en: 'I allow {house} to send me marketing notifications. I may withdraw this consent at any time.',
  },
} as const

export const channelNames = {
  email: { fi: 'sähköposti', sv: 'e-post', en: 'e-mail' },
  post: { fi: 'posti', sv: 'post', en: 'post' },
  sms: { fi: 'tekstiviesti', sv: 'sms', en: 'text message' },
  phone: { fi: 'puhelin', sv: 'telefon', en: 'phone' },
  push: { fi: 'ilmoitukset', sv: 'notiser', en: 'notifications' },
} as const

export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
