import { clausesOf, type Source, type Statement } from '../format.ts'
import { type Breach, type Rule, when } from './finding.ts'
import { clausesSaying, staleAuthority } from './prose.ts'

/** Section 6: where data come from. */
export const rulesOfSources: readonly Rule[] = [
  {
    code: 'E-SOURCE-NONE',
    clause: 'S6.1',
    article: 'Art. 14(2)(f) GDPR',
    find: ({ sources }) => when(sources.length === 0, '/sources'),
    reason: {
      fi: 'Tietolähteitä ei ole kerrottu.',
      sv: 'Uppgiftskällorna är inte angivna.',
      en: 'The sources of the data are not given.',
    },
    mend: {
      fi: 'Luettele, mistä tiedot saadaan.',
      sv: 'Räkna upp varifrån uppgifterna fås.',
      en: 'List where the data come from.',
    },
  },
  {
    code: 'W-STALE-NAME',
    clause: 'S6.8',
    article: 'Art. 5(1)(d) and 12(1) GDPR',
    find: staleNames,
    reason: {
      fi: 'Tekstissä on viranomaisen vanha nimi: Trafi ja Viestintävirasto ovat olleet Traficom vuodesta 2019.',
      sv: 'Texten använder en myndighets gamla namn: Trafi och Kommunikationsverket är Traficom sedan 2019.',
      en: 'The text uses an old name of an authority: Trafi and Viestintävirasto have been Traficom since 2019.',
    },
    mend: {
      fi: 'Käytä nimeä Liikenne- ja viestintävirasto Traficom.',
      sv: 'Använd namnet Transport- och kommunikationsverket Traficom.',
      en: 'Use the name Finnish Transport and Communications Agency Traficom.',
    },
  },
  {
    code: 'E-NOTICE-WRONG',
    clause: 'S6.7',
    article: 'Art. 14(1)–(3) GDPR',
    find: ({ sources }) =>
      sourceBreaches(
        sources,
        ({ kind, notice }) => (kind === 'third-party' || kind === 'public-register') && notice !== 'art14',
      ),
    reason: {
      fi: 'Lähteen {names} tiedot saadaan muualta kuin rekisteröidyltä, joten 14 artiklan ilmoitus on annettava.',
      sv: 'Uppgifterna från källan {names} fås inte av den registrerade, så information enligt artikel 14 krävs.',
      en: 'Data of the source {names} do not come from the person, so the notice of Art. 14 is due.',
    },
    mend: {
      fi: 'Merkitse lähteelle ilmoitus art14.',
      sv: 'Ange meddelandet art14 för källan.',
      en: 'Set the notice of the source to art14.',
    },
  },
  {
    code: 'E-REGISTRY-MARKETING',
    clause: 'S6.8',
    article: 'Art. 5(1)(b) GDPR',
    find: ({ sources }) =>
      sourceBreaches(
        sources,
        ({ kind, marketing, licence }) => kind === 'public-register' && marketing === true && !licence,
      ),
    reason: {
      fi: 'Julkisen rekisterin {names} tietoja ei saa käyttää markkinointiin ilman lupaa.',
      sv: 'Uppgifter ur det offentliga registret {names} får inte användas för marknadsföring utan tillstånd.',
      en: 'Data of the public register {names} may not be used for marketing without a licence.',
    },
    mend: {
      fi: 'Kirjaa lupa tai estä markkinointikäyttö.',
      sv: 'Ange tillståndet eller förbjud marknadsföring.',
      en: 'Give the licence, or set marketing to false.',
    },
  },
  {
    code: 'E-FORM-PRETICKED',
    clause: 'S6.9',
    article: 'Art. 4(11) GDPR; C-673/17',
    find: ({ sources }) => sourceBreaches(sources, ({ marketingOptIn }) => marketingOptIn?.preTicked === true),
    reason: {
      fi: 'Lomakkeen {names} markkinointilupa on valmiiksi rastittu, joten se ei ole suostumus.',
      sv: 'Marknadsföringslovet i formuläret {names} är förkryssat och därför inget samtycke.',
      en: 'The marketing box of the form {names} is ticked in advance, so it is no consent.',
    },
    mend: {
      fi: 'Jätä ruutu tyhjäksi, jotta kävijä valitsee itse.',
      sv: 'Lämna rutan tom så att besökaren väljer själv.',
      en: 'Leave the box empty so that the visitor chooses.',
    },
  },
  {
    code: 'N-SOURCE-DATASET',
    clause: 'S6.8',
    article: 'Art. 14(2)(f) GDPR',
    find: ({ sources }) =>
      sourceBreaches(sources, ({ kind, datasets }) => kind === 'public-register' && !datasets?.length),
    reason: {
      fi: 'Julkisesta lähteestä {names} ei kerrota, mitä luetteloa käytetään.',
      sv: 'För den offentliga källan {names} sägs inte vilken förteckning som används.',
      en: 'The public source {names} does not say which list is used.',
    },
    mend: {
      fi: 'Nimeä käytettävä luettelo ja sen sallittu käyttö.',
      sv: 'Ange förteckningen och den tillåtna användningen.',
      en: 'Name the list and its permitted use.',
    },
  },
]

function sourceBreaches(sources: readonly Source[], broken: (source: Source) => boolean): Breach[] {
  return sources.flatMap((source, at) =>
    broken(source)
      ? [
          {
            path: `/sources/${at}`,
            clause: clausesOf(source.saidIn)[0],
            names: [source.label ?? source.asWritten ?? source.id],
          },
        ]
      : [],
  )
}

function staleNames(statement: Statement): Breach[] {
  const saidBySources = new Set(statement.sources.flatMap(({ saidIn }) => clausesOf(saidIn)))
  const inSources = statement.sources.flatMap(({ asWritten, saidIn, label, authority }, at) => {
    const named = [asWritten, label?.fi, typeof authority === 'string' ? authority : authority?.fi]
    const stale = named.some((name) => name && staleAuthority.test(name))
    return stale ? [{ clause: clausesOf(saidIn)[0] ?? 'S6', path: `/sources/${at}` }] : []
  })
  const told = clausesSaying(statement, null, staleAuthority).filter((clause) => !saidBySources.has(clause))
  return [...inSources, ...told.map((clause) => ({ clause, path: `/clauses/${clause}` }))]
}
