import type { Said } from '#platform/language'

const said = <Key extends string>(words: Record<Key, [fi: string, sv: string, en: string]>) =>
  Object.fromEntries(
    Object.entries<[string, string, string]>(words).map(([key, [fi, sv, en]]) => [key, { fi, sv, en }]),
  ) as Record<Key, Said> // the keys are those that came in

/** Everything that the sign-in pages say. */
export const words = said({
  signIn: ['Kirjaudu sisään', 'Logga in', 'Sign in'],
  email: ['Sähköpostiosoite', 'E-postadress', 'E-mail address'],
  password: ['Salasana', 'Lösenord', 'Password'],
  withPasskey: ['Kirjaudu pääsyavaimella', 'Logga in med nyckel (passkey)', 'Sign in with a passkey'],
  forgotten: [
    'Unohtuiko salasana? Rekisterin pääkäyttäjä antaa uuden linkin.',
    'Har du glömt lösenordet? Registrets administratör ger en ny länk.',
    'Forgot your password? The administrator of the register gives you a new link.',
  ],
  code: ['Todennuskoodi', 'Autentiseringskod', 'Authentication code'],
  codeHint: [
    'Kuusi numeroa todennussovelluksestasi. Yksi koodi käy kerran.',
    'Sex siffror från din autentiseringsapp. En kod gäller en gång.',
    'Six digits from your authenticator app. One code is good once.',
  ],
  goOn: ['Jatka', 'Fortsätt', 'Continue'],
  signOut: ['Kirjaudu ulos', 'Logga ut', 'Sign out'],
  toDesk: ['Työpöydälle', 'Till arbetsbordet', 'To the desk'],
  house: ['Seloste', 'Seloste', 'Seloste'],

  setUp: ['Ota rekisteri käyttöön', 'Ta registret i bruk', 'Set up the register'],
  setUpLead: [
    'Olet rekisterin ensimmäinen pääkäyttäjä. Tunnus on henkilökohtainen. Seuraavaksi teet selosteen; ennen sen julkaisua rekisteriin ei voi tallentaa ihmisiä.',
    'Du är registrets första administratör. Kontot är personligt. Härnäst gör du beskrivningen; innan den har publicerats kan inga personer sparas i registret.',
    'You are the first administrator of the register. The account is personal. The statement comes next; before it is published no people can be stored.',
  ],
  name: ['Etu- ja sukunimi', 'För- och efternamn', 'First and last name'],
  emailHint: [
    'Oma osoitteesi, ei yhteinen postilaatikko.',
    'Din egen adress, inte en gemensam postlåda.',
    'Your own address, not a shared mailbox.',
  ],
  newPassword: ['Uusi salasana', 'Nytt lösenord', 'New password'],
  passwordAgain: ['Salasana uudelleen', 'Lösenordet på nytt', 'The password again'],
  passwordHint: [
    'Vähintään 12 merkkiä, mieluummin 15 tai enemmän. Pitkä lause on hyvä; erikoismerkkejä ei vaadita.',
    'Minst 12 tecken, helst 15 eller fler. En lång mening är bra; specialtecken krävs inte.',
    'At least 12 characters, better 15 or more. A long sentence is good; special characters are not required.',
  ],
  undertaking: ['Salassapitositoumus', 'Sekretessförbindelse', 'Undertaking of confidentiality'],
  undertakingHint: [
    'Milloin allekirjoitit sitoumuksen, ja mistä asiakirja löytyy (esimerkiksi työsopimuksen liite).',
    'När du undertecknade förbindelsen och var dokumentet finns (till exempel bilaga till arbetsavtalet).',
    'When you signed the undertaking, and where the document is (for example an annex to the contract of employment).',
  ],
  signedOn: ['Allekirjoitettu', 'Undertecknad', 'Signed on'],
  documentRef: ['Asiakirja', 'Dokument', 'Document'],
  instruction: ['Käyttöohje', 'Instruktion', 'Instruction'],
  haveRead: ['Olen lukenut ohjeen', 'Jag har läst instruktionen', 'I have read the instruction'],
  create: ['Luo tunnus', 'Skapa kontot', 'Create the account'],

  invitation: ['Tervetuloa', 'Välkommen', 'Welcome'],
  invitationLead: [
    'Valitse tunnuksellesi salasana. Linkki käy vain kerran.',
    'Välj ett lösenord för ditt konto. Länken gäller bara en gång.',
    'Choose a password for your account. The link is good once.',
  ],
  renewPassword: ['Vaihda salasana', 'Byt lösenord', 'Change your password'],
  renewPasswordLead: [
    'Todennussovelluksesi ja pääsyavaimesi pysyvät ennallaan.',
    'Din autentiseringsapp och dina nycklar förblir som de är.',
    'Your authenticator app and passkeys stay as they are.',
  ],
  renewFactor: ['Ota uusi todennus käyttöön', 'Ta en ny autentisering i bruk', 'Set up a new second factor'],
  renewFactorLead: [
    'Entinen todennussovellus ja pääsyavaimet poistetaan. Vahvista salasanallasi.',
    'Den tidigare appen och nycklarna tas bort. Bekräfta med ditt lösenord.',
    'The earlier app and passkeys are removed. Confirm with your password.',
  ],
  demo: ['Esittelyrekisteri', 'Demonstrationsregister', 'Demo register'],
  demoLead: [
    'Henkilöt ovat keksittyjä. Linkki käy vain kerran.',
    'Personerna är påhittade. Länken gäller bara en gång.',
    'The people are made up. The link is good once.',
  ],
  demoButton: ['Kirjaudu henkilönä', 'Logga in som', 'Sign in as'],

  account: ['Oma tunnus', 'Mitt konto', 'My account'],
  todo: ['Ennen kuin rekisteri aukeaa', 'Innan registret öppnas', 'Before the register opens'],
  needUndertaking: [
    'Pääkäyttäjä kirjaa salassapitositoumuksesi (selosteen kohta S10.4).',
    'Administratören antecknar din sekretessförbindelse (beskrivningens punkt S10.4).',
    'The administrator records your undertaking of confidentiality (clause S10.4).',
  ],
  needInstruction: [
    'Lue käyttöohje ja kuittaa se (selosteen kohta S10.1).',
    'Läs instruktionen och kvittera den (beskrivningens punkt S10.1).',
    'Read the instruction and acknowledge it (clause S10.1).',
  ],
  needFactor: [
    'Ota käyttöön todennussovellus tai pääsyavain (selosteen kohta S10.2).',
    'Ta i bruk en autentiseringsapp eller en nyckel (beskrivningens punkt S10.2).',
    'Set up an authenticator app or a passkey (clause S10.2).',
  ],
  ready: ['Kaikki on kunnossa.', 'Allt är i ordning.', 'Everything is in order.'],
  factors: ['Todennus', 'Autentisering', 'Second factor'],
  app: ['Todennussovellus', 'Autentiseringsapp', 'Authenticator app'],
  appInUse: ['Käytössä.', 'I bruk.', 'In use.'],
  appBegin: ['Ota todennussovellus käyttöön', 'Ta en autentiseringsapp i bruk', 'Set up an authenticator app'],
  appScan: [
    'Lue kuva todennussovelluksella, tai kirjoita avain käsin. Anna sitten sovelluksen näyttämä koodi.',
    'Läs bilden med autentiseringsappen eller skriv in nyckeln för hand. Ange sedan koden som appen visar.',
    'Scan the picture with your authenticator app, or type the key by hand. Then enter the code that the app shows.',
  ],
  appKey: ['Avain', 'Nyckel', 'Key'],
  appPicture: ['Avain kuvana', 'Nyckeln som bild', 'The key as a picture'],
  remove: ['Poista', 'Ta bort', 'Remove'],
  passkeys: ['Pääsyavaimet', 'Nycklar (passkeys)', 'Passkeys'],
  passkeyOwn: ['Pääsyavain', 'Nyckel', 'Passkey'],
  passkeyAdd: ['Lisää pääsyavain', 'Lägg till en nyckel', 'Add a passkey'],
  passkeyLabel: ['Nimi, josta tunnistat sen', 'Ett namn som du känner igen', 'A name you recognise it by'],
  passkeyNone: ['Ei yhtään vielä.', 'Inga ännu.', 'None yet.'],
  passkeyFailed: [
    'Pääsyavainta ei käytetty. Voit yrittää uudelleen.',
    'Nyckeln användes inte. Du kan försöka på nytt.',
    'No passkey was used. You can try again.',
  ],
  sessions: ['Istunnot', 'Sessioner', 'Sessions'],
  thisSession: ['tämä istunto', 'den här sessionen', 'this session'],
  end: ['Lopeta', 'Avsluta', 'End'],
  lastSeen: ['viimeksi', 'senast', 'last seen'],
  currentPassword: ['Nykyinen salasana', 'Nuvarande lösenord', 'Current password'],
  change: ['Vaihda', 'Byt', 'Change'],
  done: ['Valmis', 'Klart', 'Done'],
  refused: ['Pyyntöä ei toteutettu', 'Begäran utfördes inte', 'The request was not carried out'],
  notYet: [
    'Selostetta ei ole vielä julkaistu',
    'Registerbeskrivningen är inte publicerad än',
    'The statement has not been published yet',
  ],
  notFound: ['Sivua ei löydy', 'Sidan finns inte', 'Page not found'],
  signInFirst: ['Kirjaudu ensin', 'Logga in först', 'Sign in first'],
  front: ['Etusivulle', 'Till första sidan', 'To the front page'],
})
