import { ownTexts } from '../texts/own.ts'

const fi = {
  title: 'Osoitetta ei ole vahvistettu',
  text: 'Osoite kirjoitettiin tarjouksen sivulla. Siihen lähtee vain tilausvahvistus, kunnes sen lukija painaa vahvistuksessa olevaa linkkiä tai vahvistat osoitteen itse.',
  answeredTitle: 'Posti luetaan, omistajaa ei ole vahvistettu',
  answeredText:
    'Osoite kirjoitettiin tarjouksen sivulla, ja sen lukija on vastannut vahvistukseen. Siihen lähtevät tilauksen paperit, ei muuta. Vahvista osoite vain, jos tiedät, että se on tämän henkilön.',
  confirm: 'Vahvista osoite',
  confirmed: 'Osoite vahvistettu.',
}

const sv: typeof fi = {
  title: 'Adressen är inte bekräftad',
  text: 'Adressen skrevs på offertens sida. Endast orderbekräftelsen skickas dit tills den som läser adressen trycker på länken i bekräftelsen eller du själv bekräftar adressen.',
  answeredTitle: 'Posten läses, ägaren är inte bekräftad',
  answeredText:
    'Adressen skrevs på offertens sida, och den som läser posten har svarat på bekräftelsen. Endast beställningens handlingar skickas dit. Bekräfta adressen bara om du vet att den tillhör personen.',
  confirm: 'Bekräfta adressen',
  confirmed: 'Adressen är bekräftad.',
}

const en: typeof fi = {
  title: 'Address not confirmed',
  text: 'It was typed on the page of a quote. Only the order confirmation goes to it until whoever reads its mail presses the link in there, or you confirm it yourself.',
  answeredTitle: 'Mail is read, owner not confirmed',
  answeredText:
    'It was typed on the page of a quote, and whoever reads its mail has answered the confirmation. The papers of that order go to it and nothing else. Confirm it only if you know that it is this person’s.',
  confirm: 'Confirm the address',
  confirmed: 'Address confirmed.',
}

/** S6.3: an address of which nobody has said whose it is. */
export const useUnprovenTexts = ownTexts({ fi, sv, en })
