import { contactLines } from '#choices'
import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import type { Published } from '#statement'

export const proofTexts = {
  title: { fi: 'Vahvista sähköpostiosoitteesi', sv: 'Bekräfta din e-postadress', en: 'Confirm your e-mail address' },
  lead: {
    fi: 'Annoit sähköpostiosoitteesi, kun hyväksyit tarjouksen. Vahvista, että postimme tulee perille, niin lähetämme tähän osoitteeseen muutkin tilauksesi paperit. Ilman vahvistusta emme lähetä siihen muuta kuin tilausvahvistuksen.',
    sv: 'Du gav din e-postadress när du godkände offerten. Bekräfta att vår post kommer fram, så skickar vi även de övriga handlingarna om din beställning till adressen. Utan bekräftelse skickar vi inget annat än orderbekräftelsen till den.',
    en: 'You gave your e-mail address as you accepted the quote. Confirm that our mail reaches you, and we send the other papers of your order to it too. Without that, we send nothing to it but the order confirmation.',
  },
  notYours: {
    fi: 'Jos et ole tilannut meiltä mitään, sulje sivu. Mitään ei tapahdu.',
    sv: 'Om du inte har beställt något av oss kan du stänga sidan. Ingenting händer.',
    en: 'If you have ordered nothing from us, close this page. Nothing happens.',
  },
  button: { fi: 'Vahvista osoite', sv: 'Bekräfta adressen', en: 'Confirm the address' },
  doneTitle: {
    fi: 'Kiitos, osoite toimii',
    sv: 'Tack, adressen fungerar',
    en: 'Thank you, the address works',
  },
  done: { fi: 'Voit sulkea tämän sivun.', sv: 'Du kan stänga den här sidan.', en: 'You can close this page.' },
  overTitle: { fi: 'Linkki ei ole enää voimassa', sv: 'Länken gäller inte längre', en: 'The link is no longer valid' },
  over: {
    fi: 'Linkki on jo käytetty tai vanhentunut. Jos vahvistit osoitteen jo, sinun ei tarvitse tehdä mitään. Muuten ota yhteyttä.',
    sv: 'Länken har redan använts eller är för gammal. Om du redan har bekräftat adressen behöver du inte göra något. Kontakta oss annars.',
    en: 'The link was used already or is too old. If you have confirmed the address, there is nothing to do. Otherwise get in touch.',
  },
} as const

/** What the link in a confirmation opens: one button, by which the address it was mailed to answers. */
export function proofPage(language: Language): Html {
  return html`<article class="form"><h1>${proofTexts.title[language]}</h1><p class="lead">${proofTexts.lead[language]}</p>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="confirm"><p><button type="submit">${proofTexts.button[language]}</button></p></form>
<p>${proofTexts.notYours[language]}</p></article>`
}

export function provenPage(language: Language): Html {
  return html`<div class="form" role="status"><h1>${proofTexts.doneTitle[language]}</h1><p class="lead">${proofTexts.done[language]}</p></div>`
}

export function proofOverPage(language: Language, published: Published): Html {
  return html`<div class="form" role="status"><h1>${proofTexts.overTitle[language]}</h1><p class="lead">${proofTexts.over[language]}</p>${contactLines(published)}</div>`
}
