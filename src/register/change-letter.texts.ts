import type { Language } from '#platform/language'

interface Facts {
  controller: string
  register: string
  contact: string
  difference: string
}

/** The letter that tells of a material change of the statement (Art. 13(3), 14(4) GDPR). */
export const changeLetters: Record<Language, (facts: Facts) => { subject: string; text: string }> = {
  fi: ({ controller, register, contact, difference }) => ({
    subject: `Muutos henkilötietojesi käsittelyssä – ${controller}`,
    text: [
      'Hei,',
      `tietojasi on rekisterissä ”${register}”. Sen seloste on muuttunut.`,
      `Mitä muuttui: ${difference}`,
      'Uutta ei sovelleta sinuun ennen kuin olet saanut tämän viestin. Suoramarkkinoinnin voit kieltää ja käsittelyä voit vastustaa milloin tahansa.',
      contact ? `Kysymykset ja pyynnöt: ${contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
  sv: ({ controller, register, contact, difference }) => ({
    subject: `En ändring i behandlingen av dina personuppgifter – ${controller}`,
    text: [
      'Hej!',
      `Dina uppgifter finns i registret ”${register}”. Registerbeskrivningen har ändrats.`,
      `Det här har ändrats: ${difference}`,
      'Det nya tillämpas inte på dig förrän du har fått det här meddelandet. Du kan när som helst förbjuda direktmarknadsföring och invända mot behandlingen.',
      contact ? `Frågor och begäranden: ${contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
  en: ({ controller, register, contact, difference }) => ({
    subject: `A change in how your personal data are processed – ${controller}`,
    text: [
      'Hello,',
      `your details are in the register “${register}”. Its statement has changed.`,
      `What changed: ${difference}`,
      'Nothing new is applied to you before you have this message. You may refuse direct marketing and object to the processing at any time.',
      contact ? `Questions and requests: ${contact}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  }),
}
