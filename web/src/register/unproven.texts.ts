import { ownTexts } from '../texts/own.ts'

const fi = {
  title: 'Osoitetta ei ole vahvistettu',
  text: 'Osoite kirjoitettiin tarjouksen sivulla. Siihen lähtee vain tilausvahvistus, kunnes sen lukija painaa vahvistuksessa olevaa linkkiä tai vahvistat osoitteen itse.',
  confirm: 'Vahvista osoite',
  confirmed: 'Osoite vahvistettu.',
}

const sv: typeof fi = {
  title: 'Adressen är inte bekräftad',
  text: 'Adressen skrevs på offertens sida. Endast orderbekräftelsen skickas dit tills den som läser adressen trycker på länken i bekräftelsen eller du själv bekräftar adressen.',
  confirm: 'Bekräfta adressen',
  confirmed: 'Adressen är bekräftad.',
}

const en: typeof fi = {
  title: 'Address not confirmed',
  text: 'It was typed on the page of a quote. Only the order confirmation goes to it until whoever reads its mail presses the link in there, or you confirm it yourself.',
  confirm: 'Confirm the address',
  confirmed: 'Address confirmed.',
}

/** S6.3: an address of which nobody has shown whose it is. */
export const useUnprovenTexts = ownTexts({ fi, sv, en })
