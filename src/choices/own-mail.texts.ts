/** The two mails that carry a link; neither has anything to sell. */
export const ownMail = {
  page: {
    subject: { fi: 'Linkki omiin tietoihisi', sv: 'Länk till dina uppgifter', en: 'The link to your data' },
    text: {
      fi: `Hei,

pyysit linkin omiin tietoihisi yrityksen {house} asiakasrekisterissä:

{link}

Sivulla näet, mitä sinusta on tallennettu, mistä tiedot ovat peräisin, miksi ja kuinka kauan niitä säilytetään ja milloin niitä on katsottu. Voit siellä myös kieltää markkinoinnin, valita aiheet ja pyytää korjausta, jäljennöstä tai poistoa.

Linkki on voimassa {hours} tuntia. Älä lähetä sitä eteenpäin: sillä pääsee tietoihisi.
Jos et pyytänyt linkkiä, voit jättää tämän viestin huomiotta.

Seloste: {statement}
Tietosuoja-asiat: {contact}
`,
      sv: `Hej,

du bad om en länk till dina uppgifter i kundregistret hos {house}:

{link}

På sidan ser du vilka uppgifter som finns om dig, varifrån de kommer, varför och hur länge de sparas och när de har lästs. Där kan du också förbjuda marknadsföring, välja ämnen och begära rättelse, kopia eller radering.

Länken gäller i {hours} timmar. Skicka den inte vidare: den leder till dina uppgifter.
Om du inte bad om länken kan du bortse från det här meddelandet.

Beskrivning: {statement}
Dataskyddsfrågor: {contact}
`,
      en: `Hello,

you asked for the link to your data in the customer register of {house}:

{link}

The page shows what is kept about you, where it came from, why and for how long, and when it was looked at. There you can also object to marketing, choose topics, and ask for a correction, a copy or erasure.

The link works for {hours} hours. Do not pass it on: it opens your data.
If you did not ask for it, you may ignore this message.

Statement: {statement}
Data protection: {contact}
`,
    },
  },
  consent: {
    subject: { fi: 'Vahvista suostumuksesi', sv: 'Bekräfta ditt samtycke', en: 'Confirm your consent' },
    text: {
      fi: `Hei,

yritykselle {house} on ilmoitettu, että haluat antaa tämän suostumuksen:

"{wording}"

Vahvista se täällä:
{link}

Jos et vahvista, suostumusta ei ole, ja pyyntö poistetaan seitsemän päivän kuluttua.

Seloste: {statement}
Tietosuoja-asiat: {contact}
`,
      sv: `Hej,

{house} har fått veta att du vill ge följande samtycke:

"{wording}"

Bekräfta det här:
{link}

Om du inte bekräftar finns inget samtycke, och begäran raderas efter sju dagar.

Beskrivning: {statement}
Dataskyddsfrågor: {contact}
`,
      en: `Hello,

{house} was told that you want to give this consent:

"{wording}"

Confirm it here:
{link}

Without your confirmation there is no consent, and the request is erased after seven days.

Statement: {statement}
Data protection: {contact}
`,
    },
  },
} as const
