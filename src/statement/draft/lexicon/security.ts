export const securityWords: readonly [id: string, words: RegExp, clause: string, check?: string][] = [
  ['instructions', /ohjeist|ohjeet|koulut/, 'S10.1', 'users-acknowledged-current-instruction'],
  ['personal-accounts', /käyttäjätunnu|salasan|tunnukset|tunnuksi/, 'S10.2', 'no-shared-accounts-and-mfa'],
  [
    'need-to-know',
    /työteht|työssään|tehtäviensä|tehtävänsä|työnsä puolesta|vain ni\S+ |pääsee vain|pääsy vain|vain (?:\S+ ){0,2}nimeäm|käyttöoikeu|pääsy\S* (?:on )?(?:rajoit|rajat)|oikeutettu|nimet(?:yillä|yt) /,
    'S10.3',
    'access-recertified-within-P6M',
  ],
  ['nda', /salassapi|vaitiolo|luottamuksellisuussit/, 'S10.4', 'every-active-user-has-nda'],
  [
    'paper-locked',
    /(?:paperi|manuaali|asiakirj|tulost|arkist|aineist|kansio)\S*.*(?:luki|lukol|kaap)|(?:lukitu|lukittav|lukollis)\S+ (?:\S+ )?(?:kaap|tila|arkist|huone)/,
    'S10.7',
    'paper-register-has-location',
  ],
  ['paper-destroyed', /(?:hävit|tuho|silppu|tietoturvajäte)\S*/, 'S10.8', 'no-overdue-paper'],
  ['encryption', /salat(?:tu|ulla|taan|un|ut|tua)|salaus|salauks|(?<!\p{L})ssl|(?<!\p{L})tls|https/u, 'S10.6'],
  ['firewall', /palomuur|virustorj|haittaohjelmatorj/, 'S10.6'],
  ['backups', /varmuuskopi/, 'S10.6'],
  ['multi-factor', /kaksivaihei|monivaihei|kaksoistunnist|(?<!\p{L})mfa(?!\p{L})/u, 'S10.2'],
  ['access-log', /loki(?:t|in|sta|tie|tet)|valvotaan käyttö|käyttöä valvotaan/, 'S10.2'],
  ['premises', /kulunvalvon|vartioi|lukituissa tiloissa|lukitussa tilassa|lukitut ja vartioidut|valvotuissa/, 'S10.6'],
]

export const hostedElsewhere =
  /(?:sijaitse|säilyte|talle|ylläpi|palvelim|konesal|pilvi)\S*.*(?:palvelu(?:n)?(?:tuottaj|tarjoaj|toimittaj)|kumppan|toimittajan|ulkopuolis|konesal)|palvelu(?:n)?(?:tuottaj|tarjoaj|toimittaj)\S* (?:\S+ ){0,4}(?:palvelim|ylläpitäm|konesal|järjestelm|pilv)/
export const hostedByUs =
  /(?:omalla|omassa|omilla|rekisterinpitäjän (?:omalla|omassa|omilla)|yrityksen omalla) (?:\S+ )?(?:palvelim|konesal|verko)/
export const hostContract =
  /palvelu(?:n)?(?:tuottaj|tarjoaj|toimittaj)\S* (?:vastaa|huolehti)|sopimuksen (?:puitteissa|mukaisesti|ehtojen)/
export const namedHosting =
  /palvelim\S*|palvelinkes\S*|konesal\S*|pilvipalvelu\S*|tallenn\S+ palvelu|sijaits\S+|ylläpi\S+/
