import type { RefusalCatalogue } from '#platform/problem'

export const accessRefusals: RefusalCatalogue = {
  NOT_SIGNED_IN: {
    fi: 'Kirjaudu ensin sisään.',
    sv: 'Logga in först.',
    en: 'Sign in first.',
  },
  NOT_OF_DUTY: {
    fi: 'Tämä ei kuulu rooleihisi (selosteen kohta {clause}). Rooleja antaa pääkäyttäjä.',
    sv: 'Detta hör inte till dina roller (beskrivningens punkt {clause}). Roller ges av administratören.',
    en: 'This is not part of your duties (clause {clause} of the statement). The administrator grants duties.',
  },
  NDA_MISSING: {
    fi: 'Salassapitositoumustasi ei ole kirjattu, joten tunnus ei vielä avaa rekisteriä (selosteen kohta {clause}). Pääkäyttäjä kirjaa sitoumuksen.',
    sv: 'Din sekretessförbindelse är inte antecknad, så kontot öppnar ännu inte registret (beskrivningens punkt {clause}). Administratören antecknar den.',
    en: 'Your undertaking of confidentiality is not on record, so the account does not open the register yet (clause {clause}). The administrator records it.',
  },
  INSTRUCTION_NOT_ACKNOWLEDGED: {
    fi: 'Lue rekisterin käyttöohje ja kuittaa se luetuksi (selosteen kohta {clause}).',
    sv: 'Läs instruktionen för registret och kvittera den (beskrivningens punkt {clause}).',
    en: 'Read the instruction for using the register and acknowledge it (clause {clause}).',
  },
  SECOND_FACTOR_MISSING: {
    fi: 'Ota käyttöön todennussovellus tai pääsyavain ja kirjaudu sillä (selosteen kohta {clause}).',
    sv: 'Ta i bruk en autentiseringsapp eller en nyckel (passkey) och logga in med den (beskrivningens punkt {clause}).',
    en: 'Set up an authenticator app or a passkey and sign in with it (clause {clause}).',
  },
  ACCESS_CHANGED: {
    fi: 'Käyttöoikeudet muuttuivat sillä välin (selosteen kohta {clause}). Katso ajantasainen luettelo ja vahvista se.',
    sv: 'Behörigheterna ändrades under tiden (beskrivningens punkt {clause}). Se den aktuella listan och bekräfta den.',
    en: 'Duties changed meanwhile (clause {clause} of the statement). Look at the current list and confirm that.',
  },
  SHARED_MAILBOX: {
    fi: 'Yhteiskäyttöinen postilaatikko ei kelpaa tunnukseksi: tunnus on henkilökohtainen (selosteen kohta {clause}).',
    sv: 'En gemensam postlåda duger inte som konto: kontot är personligt (beskrivningens punkt {clause}).',
    en: 'A shared mailbox cannot be an account: an account is one person (clause {clause}).',
  },
  EMAIL_NOT_VALID: {
    fi: 'Sähköpostiosoite ei ole kelvollinen.',
    sv: 'E-postadressen är inte giltig.',
    en: 'The e-mail address is not valid.',
  },
  ACCOUNT_EXISTS: {
    fi: 'Tällä osoitteella on jo tunnus.',
    sv: 'Det finns redan ett konto med den här adressen.',
    en: 'There is already an account with this address.',
  },
  ACCOUNT_CLOSED: {
    fi: 'Tunnus on suljettu.',
    sv: 'Kontot är stängt.',
    en: 'The account is closed.',
  },
  WORK_NOT_TAKEN: {
    fi: 'Mitään ei siirtynyt: töitä ei enää ole, tai ne eivät kuulu vastaanottajan rooliin (selosteen kohta {clause}). Valitse toinen työtoveri.',
    sv: 'Inget flyttades: arbetet finns inte längre, eller så hör det inte till mottagarens roll (beskrivningens punkt {clause}). Välj en annan kollega.',
    en: 'Nothing was handed over: the work is not there any more, or is not of the receiver’s duty (clause {clause}). Choose another colleague.',
  },
  HAND_OVER_STANDS: {
    fi: 'Siirtoa ei voi enää kumota: se on jo kumottu, tai siitä on yli 14 päivää. Siirrä työt tarvittaessa uudelleen.',
    sv: 'Överlåtelsen kan inte längre ångras: den är redan ångrad, eller så har det gått mer än 14 dagar. Överlåt arbetet på nytt vid behov.',
    en: 'The hand-over can no longer be undone: it was undone already, or is more than 14 days old. Hand the work over again if need be.',
  },
  GIVER_CLOSED: {
    fi: 'Siirtoa ei voi kumota, koska töiden luovuttajan tunnus on suljettu. Siirrä työt tarvittaessa toiselle työtoverille.',
    sv: 'Överlåtelsen kan inte ångras, eftersom kontot för den som överlät arbetet är stängt. Överlåt arbetet vid behov till en annan kollega.',
    en: 'The hand-over cannot be undone: the account of whoever handed the work over is closed. Hand the work over to another colleague if need be.',
  },
  LAST_ADMINISTRATOR: {
    fi: 'Rekisteri jäisi ilman pääkäyttäjää. Anna rooli ensin toiselle.',
    sv: 'Registret skulle bli utan administratör. Ge rollen först till någon annan.',
    en: 'The register would be left without an administrator. Grant the duty to somebody else first.',
  },
  LAST_HANDLER: {
    fi: 'Henkilö on rekisterin ainoa yhteyshenkilö. Nimeä ensin seuraaja (selosteen kohta {clause}).',
    sv: 'Personen är registrets enda kontaktperson. Utse först en efterträdare (beskrivningens punkt {clause}).',
    en: 'This person is the only contact of the register. Name a successor first (clause {clause}).',
  },
  LINK_NOT_VALID: {
    fi: 'Linkki on käytetty tai vanhentunut. Pyydä uusi pääkäyttäjältä.',
    sv: 'Länken är använd eller för gammal. Be administratören om en ny.',
    en: 'The link has been used or has expired. Ask the administrator for a new one.',
  },
  SIGN_IN_FAILED: {
    fi: 'Osoite tai salasana ei täsmää.',
    sv: 'Adressen eller lösenordet stämmer inte.',
    en: 'The address or the password is not right.',
  },
  TOO_MANY_ATTEMPTS: {
    fi: 'Yrityksiä on ollut monta. Odota {seconds} sekuntia. Pääsyavain toimii heti.',
    sv: 'Det har gjorts många försök. Vänta {seconds} sekunder. En nyckel (passkey) fungerar genast.',
    en: 'There have been many attempts. Wait {seconds} seconds. A passkey works at once.',
  },
  SIGN_IN_AGAIN: {
    fi: 'Kirjautumisestasi on yli puoli tuntia. Kirjaudu uudelleen, ennen kuin muutat tunnustasi.',
    sv: 'Du loggade in för mer än en halv timme sedan. Logga in på nytt innan du ändrar ditt konto.',
    en: 'You signed in more than half an hour ago. Sign in again before you change your account.',
  },
  CODE_NOT_RIGHT: {
    fi: 'Koodi ei täsmää tai se on jo käytetty. Odota seuraavaa koodia.',
    sv: 'Koden stämmer inte eller är redan använd. Vänta på nästa kod.',
    en: 'The code is not right, or was used already. Wait for the next one.',
  },
  AUTHENTICATOR_IN_USE: {
    fi: 'Todennussovellus on jo käytössä. Poista se ensin.',
    sv: 'En autentiseringsapp är redan i bruk. Ta bort den först.',
    en: 'An authenticator app is in use already. Remove it first.',
  },
  PASSKEY_NEEDED: {
    fi: 'Tunnuksellasi on pääsyavain. Kirjaudu sillä.',
    sv: 'Ditt konto har en nyckel (passkey). Logga in med den.',
    en: 'Your account has a passkey. Sign in with it.',
  },
  ALREADY_SET_UP: {
    fi: 'Rekisteri on jo otettu käyttöön. Pyydä kutsu pääkäyttäjältä.',
    sv: 'Registret är redan i bruk. Be administratören om en inbjudan.',
    en: 'The register has been set up already. Ask the administrator for an invitation.',
  },
  PASSKEY_NOT_RIGHT: {
    fi: 'Pääsyavainta ei voitu tarkistaa. Yritä uudelleen.',
    sv: 'Nyckeln (passkey) kunde inte kontrolleras. Försök igen.',
    en: 'The passkey could not be verified. Try again.',
  },
  PASSWORD_TOO_SHORT: {
    fi: 'Salasanassa on oltava vähintään {least} merkkiä. Pitkä lause on hyvä.',
    sv: 'Lösenordet måste ha minst {least} tecken. En lång mening är bra.',
    en: 'The password must have at least {least} characters. A long sentence is good.',
  },
  PASSWORD_TOO_LONG: {
    fi: 'Salasanassa saa olla enintään {most} merkkiä.',
    sv: 'Lösenordet får ha högst {most} tecken.',
    en: 'The password may have at most {most} characters.',
  },
  PASSWORD_TOO_COMMON: {
    fi: 'Salasana on arvattavissa: se on yleinen tai siinä toistuu sama merkki. Keksi oma lause.',
    sv: 'Lösenordet går att gissa: det är vanligt eller upprepar samma tecken. Hitta på en egen mening.',
    en: 'The password can be guessed: it is common, or repeats itself. Make up a sentence of your own.',
  },
  PASSWORD_NAMES_CONTEXT: {
    fi: 'Salasanassa ei saa olla yrityksen, ohjelman tai oma nimesi. Keksi muu lause.',
    sv: 'Lösenordet får inte innehålla företagets, programmets eller ditt eget namn. Hitta på en annan mening.',
    en: 'The password must not be built on the company’s, the program’s or your own name. Make up another sentence.',
  },
  PASSWORDS_DIFFER: {
    fi: 'Salasanat eivät ole samat.',
    sv: 'Lösenorden är inte lika.',
    en: 'The two passwords are not the same.',
  },
  NOT_FROM_HERE: {
    fi: 'Pyyntö tuli toiselta sivustolta, joten sitä ei toteutettu.',
    sv: 'Begäran kom från en annan webbplats, så den utfördes inte.',
    en: 'The request came from another site, so nothing was done.',
  },
  DUTY_NOT_HELD: {
    fi: 'Roolia {duty} ei ole henkilöllä.',
    sv: 'Personen har inte rollen {duty}.',
    en: 'The person does not hold the duty {duty}.',
  },
  DATE_NOT_VALID: {
    fi: 'Päivämäärä {field} ei kelpaa.',
    sv: 'Datumet {field} är inte giltigt.',
    en: 'The date {field} is not valid.',
  },
}
