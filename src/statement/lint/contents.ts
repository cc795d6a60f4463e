import { clausesOf, type DataCategory, type Statement, systemDataIds } from '../format.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'
import { systemNames } from './names.ts'
import { clausesSaying, openEnding, textIsPublished } from './prose.ts'

// Tietosuojalaki 29 § and Art. 9–10 GDPR: the register has no such field, whatever the statement says.
const sensitive =
  /hetu|henkilötunnu|personbeteckning|personal identity|socialsecurity|terveys|health|hälso|ammattiliit|trade union|uskonto|religion|etninen|ethnic|rikos|criminal|biometri|pd:(?:Health|Religion|Ethnic|Criminal|Biometric|NationalIdentification)/i

/** Section 5: what is kept, and what the register itself keeps. */
export const rulesOfContents: readonly Rule[] = [
  {
    code: 'E-CATEGORY-NONE',
    clause: 'S5.1',
    article: 'Art. 14(1)(d) and 5(1)(c) GDPR',
    find: ({ dataCategories }) => when(dataCategories.length === 0, '/dataCategories'),
    reason: {
      fi: 'Tietosisältö puuttuu, joten mitään ei saa tallentaa.',
      sv: 'Datainnehållet saknas, så ingenting får sparas.',
      en: 'No data are listed, so nothing may be kept.',
    },
    mend: {
      fi: 'Luettele tiedot, joita rekisteriin kerätään.',
      sv: 'Räkna upp de uppgifter som samlas in.',
      en: 'List the data that are collected.',
    },
  },
  {
    code: 'E-OPEN-CATEGORY',
    clause: 'S5.14',
    article: 'Art. 14(1)(d) and 5(1)(c) GDPR',
    find: openCategories,
    reason: {
      fi: 'Tietoryhmä {names} on avoin: siitä ei selviä, mitä tietoja siihen kuuluu.',
      sv: 'Uppgiftsgruppen {names} är öppen: det framgår inte vilka uppgifter som ingår.',
      en: 'The group {names} is open-ended: it does not say which data belong to it.',
    },
    mend: {
      fi: 'Luettele ryhmän tiedot yksitellen tai jätä ryhmä pois.',
      sv: 'Räkna upp gruppens uppgifter en för en eller lämna bort gruppen.',
      en: 'List the data of the group one by one, or leave the group out.',
    },
  },
  {
    code: 'W-OPEN-LIST',
    clause: 'S5.8',
    article: 'Art. 5(1)(a) and 14(1)(d) GDPR',
    find: openLists,
    reason: {
      fi: 'Luettelo on avoin ("mm."), vaikka rekisteriin saa kerätä vain sen, mikä on kerrottu.',
      sv: 'Listan är öppen ("bl.a."), fast bara det som uppges får samlas in.',
      en: 'The list is open ("e.g."), although only what is said may be collected.',
    },
    mend: {
      fi: 'Poista avoin ilmaus ja luettele kaikki tiedot.',
      sv: 'Ta bort det öppna uttrycket och räkna upp alla uppgifter.',
      en: 'Remove the open wording and list everything.',
    },
  },
  {
    code: 'W-FIELD-ROLE',
    clause: 'S5.5',
    article: '917/2014 § 202',
    find: roleNotDeclared,
    reason: {
      fi: 'Työtehtävään perustuva markkinointi tarvitsee tiedon tehtävästä, jota ei ole ilmoitettu tietosisällössä.',
      sv: 'Marknadsföring enligt arbetsuppgift kräver uppgift om befattning, som inte finns i datainnehållet.',
      en: 'Marketing by job duties needs the job role, which is not among the declared data.',
    },
    mend: {
      fi: 'Lisää tehtävänimike tietosisältöön tai luovu tästä markkinoinnista.',
      sv: 'Lägg till befattningen i datainnehållet eller avstå från denna marknadsföring.',
      en: 'Add the job role to the data, or give up this marketing.',
    },
  },
  {
    code: 'E-SYSTEM-DATA-UNDECLARED',
    clause: 'S5',
    article: 'Art. 5(1)(a) and 14(1)(d) GDPR',
    find: systemDataUnsaid,
    reason: {
      fi: 'Teksti ei kerro tiedoista, joita rekisteri itse tallentaa toimiessaan ({names}).',
      sv: 'Texten nämner inte de uppgifter som registret självt sparar när det används ({names}).',
      en: 'The text does not tell of the data the register itself keeps while it works ({names}).',
    },
    mend: {
      fi: 'Kerro suostumuksista ja kielloista, estolistasta, viestilokista, pyynnöistä ja käyttölokista.',
      sv: 'Berätta om samtycken och förbud, spärrlista, meddelandelogg, begäranden och användningslogg.',
      en: 'Tell of consents and objections, the suppression list, the message log, requests and the access log.',
    },
  },
  {
    code: 'E-SENSITIVE-FIELD',
    clause: 'S5',
    article: 'Art. 9 and 10 GDPR; 1050/2018 § 29',
    find: ({ dataCategories }) =>
      dataCategories.flatMap((field, at) =>
        sensitive.test(`${field.id} ${field.label.fi} ${field.label.en ?? ''} ${field.pd ?? ''}`)
          ? [{ path: `/dataCategories/${at}`, clause: clausesOf(field.saidIn)[0], names: [field.label] }]
          : [],
      ),
    reason: {
      fi: 'Tieto {names} on henkilötunnus tai erityistä suojaa vaativa tieto. Asiakasrekisteriin sitä ei tallenneta.',
      sv: 'Uppgiften {names} är en personbeteckning eller kräver särskilt skydd. Den hör inte hemma i ett kundregister.',
      en: '{names} is a personal identity code or needs special protection. It has no place in a customer register.',
    },
    mend: {
      fi: 'Jätä tieto pois.',
      sv: 'Lämna bort uppgiften.',
      en: 'Leave it out.',
    },
  },
]

function openCategories({ dataCategories }: Statement): Breach[] {
  return dataCategories.flatMap((field, at) =>
    isOpenGroup(field)
      ? [{ path: `/dataCategories/${at}`, clause: clausesOf(field.saidIn)[0] ?? 'S5', names: [field.label] }]
      : [],
  )
}

/** A group that names none of its members: nothing may be kept under it. */
export function isOpenGroup({ fields, status }: DataCategory): boolean {
  return status === 'lint-error' || fields?.length === 0
}

function openLists(statement: Statement): Breach[] {
  const list = statement.dataCategoryList
  const said = clausesOf(list?.saidIn)
  const clause = said.at(-1) ?? 'S5.8'
  const written = list?.closed === false || (list?.asWritten === 'open' && textIsPublished(statement, said))
  if (list) return when(written, '/dataCategoryList', clause)

  return clausesSaying(statement, 5, openEnding).map((told) => ({ clause: told, path: `/clauses/${told}` }))
}

function roleNotDeclared({ purposes, dataCategories }: Statement): Breach[] {
  const needed = purposes.some(({ eligibility }) => eligibility?.some(({ require }) => require === 'role-relevance'))
  const declared = dataCategories.some(({ id }) => id === 'person.jobRole')
  const name = dataCategories.find(({ id }) => id === 'person.name')
  return when(needed && !declared, '/dataCategories', clausesOf(name?.saidIn)[0])
}

function systemDataUnsaid(statement: Statement): Breach[] {
  const declared = statement.systemData ?? []
  // A published text says only what one of its clauses says; listing it in the file alone tells nobody.
  const asWritten = statement.metadata.fidelity === 'as-written'
  const unsaid = systemDataIds.filter((id) => {
    const entry = declared.find((one) => one.id === id)
    return !entry || (asWritten && clausesOf(entry.saidIn).length === 0)
  })
  return oneBreach(
    unsaid.map((id) => systemNames[id] ?? id),
    '/systemData',
  )
}
