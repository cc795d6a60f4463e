import type { DataCategory, Statement } from '../format.ts'
import { isOpenGroup } from './contents.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'
import { classNames } from './names.ts'
import { marketsWithoutBalancing } from './purposes.ts'
import { isComplete } from './sharing.ts'

/** What the register needs to know before a statement can run it. The lint tells of them as notes. */
export const rulesOfPublishing: readonly Rule[] = [
  {
    code: 'P-DUTIES-MISSING',
    clause: 'S10.3',
    article: 'Art. 5(1)(f) and 25(2) GDPR',
    find: ({ duties }) => when(!duties?.length, '/duties'),
    reason: {
      fi: 'Rooleja ei ole määritelty, joten kukaan ei pääse tietoihin.',
      sv: 'Inga roller är angivna, så ingen kommer åt uppgifterna.',
      en: 'No duties are defined, so nobody can reach the data.',
    },
    mend: {
      fi: 'Määritä roolit ja tiedot, joita kukin lukee ja kirjoittaa.',
      sv: 'Ange rollerna och vilka uppgifter var och en läser och skriver.',
      en: 'Define the duties, and the data each of them reads and writes.',
    },
  },
  {
    code: 'P-FIELD-WITHOUT-DUTY',
    clause: 'S10.3',
    article: 'Art. 5(1)(c) GDPR',
    find: fieldsNobodyReads,
    reason: {
      fi: 'Mikään rooli ei lue näitä henkilötietoja, joten niitä ei tarvita ({names}).',
      sv: 'Ingen roll läser dessa personuppgifter, så de behövs inte ({names}).',
      en: 'No duty reads these personal data, so they are not needed ({names}).',
    },
    mend: {
      fi: 'Lisää tieto roolille, joka sitä tarvitsee, tai poista se tietosisällöstä.',
      sv: 'Ge uppgiften till den roll som behöver den eller ta bort den ur datainnehållet.',
      en: 'Give the field to the duty that needs it, or take it out of the data.',
    },
  },
  {
    code: 'P-FIELD-UNWRITTEN',
    clause: 'S10.3',
    article: 'Art. 5(1)(d) GDPR',
    find: fieldsNobodyCorrects,
    reason: {
      fi: 'Mikään rooli ei saa korjata näitä henkilötietoja ({names}).',
      sv: 'Ingen roll får rätta dessa personuppgifter ({names}).',
      en: 'No duty may correct these personal data ({names}).',
    },
    mend: {
      fi: 'Anna jollekin roolille kirjoitusoikeus.',
      sv: 'Ge någon roll rätt att skriva.',
      en: 'Let some duty write them.',
    },
  },
  {
    code: 'P-DUTY-WRITES-BLIND',
    clause: 'S10.3',
    find: ({ duties }) =>
      (duties ?? []).flatMap(({ label, reads, writes }, at) =>
        oneBreach(writes.some((field) => !reads.includes(field)) ? [label] : [], `/duties/${at}/writes`),
      ),
    reason: {
      fi: 'Rooli {names} kirjoittaa tietoa, jota se ei saa lukea.',
      sv: 'Rollen {names} skriver uppgifter som den inte får läsa.',
      en: 'The duty {names} writes data that it may not read.',
    },
    mend: {
      fi: 'Lisää lukuoikeus tai poista kirjoitusoikeus.',
      sv: 'Lägg till läsrätt eller ta bort skrivrätten.',
      en: 'Let it read them, or not write them.',
    },
  },
  {
    code: 'P-PRIVACY-DUTY',
    clause: 'S3.1',
    article: 'Art. 12(2) GDPR',
    find: ({ duties }) => when(Boolean(duties?.length) && !duties?.some(({ id }) => id === 'privacy'), '/duties'),
    reason: {
      fi: 'Kukaan ei hoida rekisteröityjen pyyntöjä: rooli "privacy" puuttuu.',
      sv: 'Ingen sköter de registrerades begäranden: rollen "privacy" saknas.',
      en: 'Nobody handles requests: the duty "privacy" is missing.',
    },
    mend: {
      fi: 'Lisää tietosuojan rooli.',
      sv: 'Lägg till arbetsuppgiften för dataskydd.',
      en: 'Add the privacy duty.',
    },
  },
  {
    code: 'P-ADMIN-READS',
    clause: 'S10.3',
    article: 'Art. 5(1)(c) and 32 GDPR',
    find: ({ duties }) => when(Boolean(duties?.some(({ id, reads }) => id === 'admin' && reads.length > 0)), '/duties'),
    reason: {
      fi: 'Ylläpitäjä hoitaa henkilöstöä ja asetuksia eikä tarvitse asiakkaiden tietoja.',
      sv: 'Administratören sköter personal och inställningar och behöver inte kundernas uppgifter.',
      en: 'The administrator looks after staff and settings and needs no customer data.',
    },
    mend: {
      fi: 'Poista ylläpidolta asiakastiedot. Anna samalle ihmiselle tarvittaessa toinenkin rooli.',
      sv: 'Ta bort kunduppgifterna från administrationen. Ge vid behov samma person en annan roll också.',
      en: 'Take customer data from the administrator. Give the same person another duty if needed.',
    },
  },
  {
    code: 'P-MARKETING-LIA',
    clause: 'S4.10',
    article: 'Art. 6(1)(f) and 21(2) GDPR',
    find: ({ purposes }) =>
      purposes.flatMap((purpose, at) =>
        marketsWithoutBalancing(purpose) ? [{ path: `/purposes/${at}`, names: [purpose.label] }] : [],
      ),
    reason: {
      fi: 'Markkinointi nojaa oikeutettuun etuun, jota ei ole kerrottu eikä punnittu ({names}).',
      sv: 'Marknadsföringen bygger på ett berättigat intresse som varken angetts eller avvägts ({names}).',
      en: 'Marketing rests on a legitimate interest that is neither told nor balanced ({names}).',
    },
    mend: {
      fi: 'Lisää tarkoitukselle oikeutettu etu ja tasapainotesti, tai markkinoi vain suostumuksella.',
      sv: 'Lägg till intresset och en intresseavvägning, eller marknadsför bara med samtycke.',
      en: 'Add the interest and its balancing test to the purpose, or market by consent only.',
    },
  },
  {
    code: 'P-RETENTION-CLASS',
    clause: 'S11.1',
    article: 'Art. 13(2)(a) GDPR',
    find: classesWithoutRule,
    reason: {
      fi: 'Säilytysaika puuttuu tietoryhmiltä: {names}.',
      sv: 'Lagringstid saknas för uppgiftsgrupperna: {names}.',
      en: 'There is no period for the classes: {names}.',
    },
    mend: {
      fi: 'Lisää säilytysaika jokaiselle ryhmälle. Pohja ehdottaa tavalliset ajat.',
      sv: 'Lägg till en lagringstid för varje grupp. Mallen föreslår vanliga tider.',
      en: 'Add a period for each class. The template proposes the usual ones.',
    },
  },
  {
    code: 'P-HOST-AGREEMENT',
    clause: 'S10.6',
    article: 'Art. 28(3) GDPR',
    find: ({ hosting }) => when(!hosting?.self && !(hosting?.dpa && isComplete(hosting.dpa)), '/hosting/dpa'),
    reason: {
      fi: 'Palvelinten ylläpitäjän kanssa tehtyä käsittelysopimusta ei ole merkitty kokonaan.',
      sv: 'Biträdesavtalet med den som driver servrarna är inte fullständigt angivet.',
      en: 'The processing agreement with the host is not fully on record.',
    },
    mend: {
      fi: 'Merkitse sopimuksen tunnus, päivä ja 28 artiklan kohdat.',
      sv: 'Ange avtalets beteckning, datum och punkterna i artikel 28.',
      en: 'Record the agreement, its date and the points of Art. 28.',
    },
  },
  {
    code: 'P-CONTROLLER-ID',
    clause: 'S2.3',
    article: 'Art. 13(1)(a) GDPR',
    find: ({ controller }) => when(!controller.businessId, '/controller/businessId'),
    reason: {
      fi: 'Rekisterinpitäjän Y-tunnus puuttuu.',
      sv: 'Den personuppgiftsansvariges FO-nummer saknas.',
      en: 'The business ID of the controller is missing.',
    },
    mend: {
      fi: 'Kirjoita Y-tunnus.',
      sv: 'Ange FO-numret.',
      en: 'Give the business ID.',
    },
  },
  {
    code: 'P-FIDELITY',
    clause: 'S0.2',
    find: ({ metadata }) => when(metadata.fidelity === 'as-written', '/metadata/fidelity'),
    reason: {
      fi: 'Seloste on merkitty sanatarkaksi kopioksi aiemmasta tekstistä, joten ohjelma ei voi noudattaa sitä.',
      sv: 'Beskrivningen är märkt som en ordagrann kopia av en tidigare text, så programmet kan inte följa den.',
      en: 'The statement is marked as a copy of an earlier text, so the program cannot run by it.',
    },
    mend: {
      fi: 'Korjaa löydökset ja vaihda merkinnäksi "enforceable".',
      sv: 'Åtgärda anmärkningarna och byt märkningen till "enforceable".',
      en: 'Mend the findings and change the mark to "enforceable".',
    },
  },
]

function isPersonal({ personal, id }: DataCategory): boolean {
  return personal === undefined ? id.startsWith('person.') : personal !== false
}

function fieldsNobodyReads({ duties, dataCategories }: Statement): Breach[] {
  if (!duties?.length) return []

  const read = new Set(duties.flatMap(({ reads }) => reads))
  const unread = dataCategories.filter((field) => isPersonal(field) && !isOpenGroup(field) && !read.has(field.id))
  return oneBreach(
    unread.map(({ label }) => label),
    '/duties',
  )
}

function fieldsNobodyCorrects({ duties, dataCategories }: Statement): Breach[] {
  if (!duties?.length) return []

  const read = new Set(duties.flatMap(({ reads }) => reads))
  const written = new Set(duties.flatMap(({ writes }) => writes))
  const fixed = dataCategories.filter((field) => isPersonal(field) && read.has(field.id) && !written.has(field.id))
  return oneBreach(
    fixed.map(({ label }) => label),
    '/duties',
  )
}

const always = ['lead', 'contact', 'consent-proof', 'suppression', 'message-log', 'rights-case', 'access-log', 'backup']

const classesOfField: Record<string, readonly string[]> = {
  'com.quotes': ['order-contract'],
  'com.orders': ['order-contract'],
  'com.contracts': ['order-contract'],
  'com.paymentTerms': ['order-contract'],
  'com.delivery': ['order-contract'],
  'com.invoicing': ['invoice-voucher'],
  'com.complaints': ['complaint-warranty'],
  'com.warranty': ['complaint-warranty'],
}

function classesWithoutRule({ dataCategories, retention }: Statement): Breach[] {
  const needed = [...always, ...dataCategories.flatMap(({ id }) => classesOfField[id] ?? [])]
  const ruled = new Set((retention?.rules ?? []).map((rule) => rule.class))
  const missing = [...new Set(needed)].filter((name) => !ruled.has(name))
  return oneBreach(
    missing.map((name) => classNames[name] ?? name),
    '/retention/rules',
  )
}
