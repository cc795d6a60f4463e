/** What the register itself keeps while it works: [id, words, fi, sv, en]. */
export const systemWords: readonly [string, RegExp, string, string, string][] = [
  [
    'sys.consent',
    /suostumu\S*|markkinointilu\S*|suoramarkkinointilu\S*|luvat ja kiel/,
    'Suostumukset ja kiellot',
    'Samtycken och förbud',
    'Consents and objections',
  ],
  ['sys.suppression', /(?:markkinointi)?kiel(?:lo|to)\S*|estolist/, 'Estolista', 'Spärrlista', 'Suppression list'],
  [
    'sys.messages',
    /viestiloki|lähetet\S+ (?:viesti|uutiskirje|sähköposti)|viestien lähety|avaami\S* .*uutiskirj/,
    'Viestiloki',
    'Meddelandelogg',
    'Message log',
  ],
  [
    'sys.cases',
    /rekisteröid\S+ (?:esittämä\S* )?pyyn|tietopyyn|oikeuksia koskevat pyyn|tietosuojapyyn/,
    'Rekisteröidyn pyynnöt',
    'Begäranden',
    'Rights requests',
  ],
  ['sys.audit', /käyttölok|lokitie|katselulok|tapahtumalok/, 'Käyttöloki', 'Användningslogg', 'Access log'],
]
