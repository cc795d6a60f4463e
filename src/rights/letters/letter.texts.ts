import type { Language } from '#platform/language'
import type { LetterKind } from '../tables.ts'
import type { LetterFacts } from './letter.ts'
import { refused } from './refused.texts.ts'

interface House {
  controller: string
  register: string
  contact: string
  phone: string
  reference: string
}

export interface LetterWords {
  subjects: Record<LetterKind, string>
  greeting: string
  parts: Record<Exclude<LetterKind, 'reply'>, (facts: LetterFacts) => string[]>
  complain(block: string): string
  court: string
  /** Must stand in the text of a refusal. */
  courtName: string
  foot(house: House): string
}

const reached = (contact: string, phone: string) => [contact, phone].filter(Boolean).join(', ')

const fi: LetterWords = {
  subjects: {
    receipt: 'Olemme saaneet pyyntösi',
    'identity-question': 'Vahvista pyyntösi',
    clarification: 'Tarkentava kysymys pyyntöösi',
    extension: 'Pyyntösi käsittely kestää kauemmin',
    reply: 'Vastaus pyyntöösi',
    refusal: 'Vastaus pyyntöösi',
    'cannot-identify': 'Vastaus pyyntöösi',
    'package-code': 'Avauskoodi tietoihisi',
  },
  greeting: 'Hei,',
  parts: {
    receipt: ({ receivedOn, dueOn, reference }) => [
      `olemme saaneet henkilötietojasi koskevan pyyntösi ${receivedOn}. Vastaamme viimeistään ${dueOn}.`,
      `Pyyntösi tunnus on ${reference}. Sinun ei tarvitse tehdä mitään. Jos tarvitsemme lisätietoja, kysymme niitä erikseen.`,
    ],
    'identity-question': ({ receivedOn }) => [
      `saimme ${receivedOn} henkilötietoja koskevan pyynnön, jossa on annettu tämä osoite. Ennen kuin kerromme kenenkään tietoja, haluamme varmistua siitä, että pyyntö on sinun.`,
      'Avaa tämä linkki ja paina painiketta. Muuta ei tarvita: emme pyydä henkilötunnusta emmekä kopiota henkilötodistuksesta.',
      '{{link}}',
      'Linkki on voimassa 14 päivää. Jos et ole tehnyt pyyntöä, sinun ei tarvitse tehdä mitään. Voit vahvistaa pyynnön myös soittamalla meille.',
    ],
    clarification: ({ receivedOn }) => [
      `kiitos pyynnöstäsi, jonka saimme ${receivedOn}. Jotta voimme tehdä oikean korjauksen, tarvitsemme vielä tarkennuksen.`,
      'Kerro, mitä tietoa pyyntösi koskee, mikä siinä on väärin ja mikä olisi oikein. Voit vastata suoraan tähän viestiin.',
      'Käsittelemme pyyntöäsi koko ajan, eikä tämä kysymys siirrä vastauksen määräpäivää.',
    ],
    extension: ({ receivedOn, dueOn, reason }) => [
      `saimme pyyntösi ${receivedOn}. Emme ehdi vastata siihen kuukaudessa, koska ${reason === 'number' ? 'meille on tullut poikkeuksellisen monta pyyntöä' : 'pyyntösi on laaja ja sen selvittäminen vie tavallista enemmän aikaa'}.`,
      `Jatkamme määräaikaa tietosuoja-asetuksen 12 artiklan 3 kohdan nojalla. Saat vastauksen viimeistään ${dueOn}.`,
    ],
    refusal: ({ receivedOn, reason }) => [
      `saimme pyyntösi ${receivedOn}. Emme voi toteuttaa sitä.`,
      `Perustelu: ${refused.fi[reason ?? ''] ?? ''}`,
    ],
    'cannot-identify': ({ receivedOn }) => [
      `saimme pyyntösi ${receivedOn}. Emme ole pystyneet varmistamaan, kenen tietoja se koskee, emmekä siksi voi luovuttaa tietoja tai muuttaa niitä (tietosuoja-asetuksen 11 ja 12 artikla).`,
      'Jos voit antaa lisätietoja, joista sinut tunnistaa, esimerkiksi osoitteen tai puhelinnumeron, jonka olet meille aiemmin antanut, käsittelemme pyynnön uudelleen. Emme tarvitse henkilötunnusta emmekä kopiota henkilötodistuksesta.',
    ],
    'package-code': () => [
      'avaa tietosi tällä koodilla:',
      '{{code}}',
      'Koodi on voimassa 30 minuuttia. Jos et ole pyytänyt koodia, sinun ei tarvitse tehdä mitään: tietoja ei ole näytetty kenellekään.',
    ],
  },
  complain: (block) =>
    `Jos katsot, ettemme käsittele tietojasi oikein, voit saattaa asian valvontaviranomaisen käsiteltäväksi: ${block}.`,
  court: 'Voit myös viedä asian käräjäoikeuden ratkaistavaksi.',
  courtName: 'käräjäoikeu',
  foot: ({ controller, register, contact, phone, reference }) =>
    `Ystävällisin terveisin\n${controller}\n${register}\n${reached(contact, phone)}\nPyynnön tunnus: ${reference}`,
}

const sv: LetterWords = {
  subjects: {
    receipt: 'Vi har fått din begäran',
    'identity-question': 'Bekräfta din begäran',
    clarification: 'En fråga om din begäran',
    extension: 'Behandlingen av din begäran tar längre tid',
    reply: 'Svar på din begäran',
    refusal: 'Svar på din begäran',
    'cannot-identify': 'Svar på din begäran',
    'package-code': 'Kod för att öppna dina uppgifter',
  },
  greeting: 'Hej,',
  parts: {
    receipt: ({ receivedOn, dueOn, reference }) => [
      `vi fick din begäran om dina personuppgifter den ${receivedOn}. Vi svarar senast den ${dueOn}.`,
      `Din begäran har numret ${reference}. Du behöver inte göra något. Om vi behöver mer information frågar vi särskilt.`,
    ],
    'identity-question': ({ receivedOn }) => [
      `den ${receivedOn} fick vi en begäran om personuppgifter där den här adressen angavs. Innan vi berättar om någons uppgifter vill vi försäkra oss om att begäran är din.`,
      'Öppna länken och tryck på knappen. Mer behövs inte: vi ber varken om personbeteckning eller om kopia av en identitetshandling.',
      '{{link}}',
      'Länken gäller i 14 dagar. Om du inte har gjort någon begäran behöver du inte göra något. Du kan också bekräfta begäran genom att ringa oss.',
    ],
    clarification: ({ receivedOn }) => [
      `tack för din begäran som vi fick den ${receivedOn}. För att kunna rätta rätt uppgift behöver vi en precisering.`,
      'Berätta vilken uppgift din begäran gäller, vad som är fel och vad som vore rätt. Du kan svara direkt på det här meddelandet.',
      'Vi behandlar din begäran hela tiden, och den här frågan flyttar inte dagen för vårt svar.',
    ],
    extension: ({ receivedOn, dueOn, reason }) => [
      `vi fick din begäran den ${receivedOn}. Vi hinner inte svara inom en månad, eftersom ${reason === 'number' ? 'vi har fått ovanligt många begäranden' : 'din begäran är omfattande och tar längre tid än vanligt att utreda'}.`,
      `Vi förlänger tiden med stöd av artikel 12.3 i dataskyddsförordningen. Du får svar senast den ${dueOn}.`,
    ],
    refusal: ({ receivedOn, reason }) => [
      `vi fick din begäran den ${receivedOn}. Vi kan inte genomföra den.`,
      `Motivering: ${refused.sv[reason ?? ''] ?? ''}`,
    ],
    'cannot-identify': ({ receivedOn }) => [
      `vi fick din begäran den ${receivedOn}. Vi har inte kunnat försäkra oss om vems uppgifter den gäller och kan därför varken lämna ut eller ändra uppgifter (artiklarna 11 och 12 i dataskyddsförordningen).`,
      'Om du kan ge mer information som identifierar dig, till exempel en adress eller ett telefonnummer som du tidigare har gett oss, behandlar vi begäran på nytt. Vi behöver varken personbeteckning eller kopia av en identitetshandling.',
    ],
    'package-code': () => [
      'öppna dina uppgifter med den här koden:',
      '{{code}}',
      'Koden gäller i 30 minuter. Om du inte har begärt någon kod behöver du inte göra något: uppgifterna har inte visats för någon.',
    ],
  },
  complain: (block) =>
    `Om du anser att vi inte behandlar dina uppgifter rätt kan du föra ärendet till tillsynsmyndigheten: ${block}.`,
  court: 'Du kan också föra ärendet till tingsrätten.',
  courtName: 'tingsrätt',
  foot: ({ controller, register, contact, phone, reference }) =>
    `Med vänlig hälsning\n${controller}\n${register}\n${reached(contact, phone)}\nBegärans nummer: ${reference}`,
}

const en: LetterWords = {
  subjects: {
    receipt: 'We have received your request',
    'identity-question': 'Please confirm your request',
    clarification: 'A question about your request',
    extension: 'Your request will take longer',
    reply: 'Our answer to your request',
    refusal: 'Our answer to your request',
    'cannot-identify': 'Our answer to your request',
    'package-code': 'The code that opens your data',
  },
  greeting: 'Hello,',
  parts: {
    receipt: ({ receivedOn, dueOn, reference }) => [
      `we received your request about your personal data on ${receivedOn}. We will answer by ${dueOn} at the latest.`,
      `The number of your request is ${reference}. There is nothing you need to do. If we need to know more, we will ask.`,
    ],
    'identity-question': ({ receivedOn }) => [
      `on ${receivedOn} we received a request about personal data that gave this address. Before we tell anybody’s data, we want to be sure that the request is yours.`,
      'Open this link and press the button. Nothing more is needed: we ask for no personal identity code and no copy of an identity document.',
      '{{link}}',
      'The link is valid for 14 days. If you have made no request, there is nothing you need to do. You may also confirm the request by calling us.',
    ],
    clarification: ({ receivedOn }) => [
      `thank you for your request, which we received on ${receivedOn}. To correct the right thing we need to know a little more.`,
      'Tell us which data your request is about, what is wrong in it and what would be right. You can simply answer this message.',
      'We go on working on your request, and this question does not move the day of our answer.',
    ],
    extension: ({ receivedOn, dueOn, reason }) => [
      `we received your request on ${receivedOn}. We cannot answer it within one month, because ${reason === 'number' ? 'we have received unusually many requests' : 'your request is extensive and takes longer than usual to look into'}.`,
      `We extend the time under Article 12(3) of the GDPR. You will have our answer by ${dueOn} at the latest.`,
    ],
    refusal: ({ receivedOn, reason }) => [
      `we received your request on ${receivedOn}. We cannot carry it out.`,
      `Our reasons: ${refused.en[reason ?? ''] ?? ''}`,
    ],
    'cannot-identify': ({ receivedOn }) => [
      `we received your request on ${receivedOn}. We have not been able to make sure whose data it is about, so we can neither disclose nor change any (Articles 11 and 12 of the GDPR).`,
      'If you can tell us more by which to recognise you, such as an address or a telephone number that you gave us earlier, we will take your request up again. We need no personal identity code and no copy of an identity document.',
    ],
    'package-code': () => [
      'open your data with this code:',
      '{{code}}',
      'The code is valid for 30 minutes. If you have not asked for a code, there is nothing you need to do: nothing has been shown to anybody.',
    ],
  },
  complain: (block) =>
    `If you think that we do not process your data as we should, you may bring the matter before the supervisory authority: ${block}.`,
  court: 'You may also bring the matter before the district court.',
  courtName: 'district court',
  foot: ({ controller, register, contact, phone, reference }) =>
    `Kind regards\n${controller}\n${register}\n${reached(contact, phone)}\nNumber of the request: ${reference}`,
}

export const letterTexts: Record<Language, LetterWords> = { fi, sv, en }
