export const classWords: readonly [id: string, words: RegExp][] = [
  ['accounting-book', /tilinpäät|tiliaineist|kirjanpitokirj|tilikirj/],
  ['invoice-voucher', /lasku|kirjanpi|tosit|maksutie/],
  ['complaint-warranty', /reklamaa|takuu|valitu/],
  ['backup', /varmuuskop/],
  ['access-log', /loki(?:tie|t|en)|käyttölok|kulunvalvon|tallennevalvon|kamera/],
  ['message-log', /viestilok|sähköpostiviest|chat-keskust|viestit\b|yhteydenpitohist/],
  ['suppression', /(?:markkinointi)?kiel(?:lo|to|tot)|estolist/],
  ['consent-proof', /suostumus(?:ta|ten|tieto|todist)?\b/],
  ['rights-case', /tietopyyn|tarkastuspyyn|rekisteröid\S+ pyyn/],
  ['recruitment', /rekrytoin|työnhak|hakemu/],
  ['marketing', /markkinoin|uutiskirj/],
  ['event', /tapahtum|ilmoittautum|osallistuj|koulutuk/],
  ['lead', /tarjouspyyn|yhteydeno|potentiaal|liidi|prospekt/],
  ['order-contract', /sopimu|tilau|varau|toimeksian|ostotie|kaupan/],
  ['contact', /asiakas|yhteystie|henkilötie|tieto/],
]

export const startWords: readonly [id: string, words: RegExp][] = [
  ['end-of-calendar-year-in-which-fiscal-year-ended', /kalenterivuoden (?:lopu|päätty)|sen vuoden lopu|vuoden lopusta/],
  ['fiscal-year-end', /tilikau/],
  [
    'relationship-ended',
    /asiakassuhteen (?:\S+ ){0,8}päät|asiakkuuden päät|asiakassuhteen loppu|yhteistyön päät|jäsenyyden päät|suhteen päätyttyä|asiakkuuden (?:jälkeen|loput)|asiakassuhteen jälkeen|asiakassuhde on päät|asiakassuhde päät/,
  ],
  ['warranty-or-case-closed', /takuua\S+ (?:päät|umpe)|takuun päät|reklamaation (?:päät|käsit)|asian (?:päät|ratk)/],
  [
    'contract-ended',
    /sopimu\S* (?:\S+ ){0,3}(?:päät|loput|umpeu)|sopimussuhteen|toimeksian\S+ (?:päät|valmist)|toimituksesta|kohteen luovut|työn valmist/,
  ],
  [
    'last-contact',
    /(?:viime\S+|edellise\S+) (?:\S+ ){0,3}(?:yhteyd|tapahtu|asioin|käyn|käyt|huollo|varau|lasku|maksu|kontakt|osto|tilau|viesti|kirjautu)|yhteydeno\S* (?:jälkeen|käsittel)|yhteydenotosta|tarjouksesta|tarjouspyynnöstä/,
  ],
  ['consent-ended', /suostumu\S+ (?:\S+ ){0,2}(?:peru|päät)|perumisesta|peruuttami|peruutuks|tilauksen (?:peru|päät)/],
  ['decision-made', /rekryto\S+ (?:\S+ )?päät|rekrytointiprosess|päätök(?:sestä|sen)/],
  [
    'event-held',
    /(?:tapahtum\S+|koulutuksen|kurssin|matkan|tilaisuuden|vierailun) (?:jälkeen|päät)|tapahtumasta|matkasta|käyn(?:nistä|tisi)/,
  ],
  ['collected', /keräämis|tallentami|kirjaami|rekisteröin|tallennushet|vastaanott|luomis|saapumi/],
  ['taken', /varmuuskopi/],
]

export const groundWords: readonly [words: RegExp, fi: string][] = [
  [/kirjanpitola\S*/, 'kirjanpitolaki'],
  [/velan vanhentumis\S*|vanhentumisla\S*/, 'laki velan vanhentumisesta'],
  [/verola\S*|arvonlisäverola\S*/, 'verolainsäädäntö'],
  [/tuotevastuu\S*/, 'tuotevastuulaki'],
  [/rahanpesu\S*/, 'rahanpesulaki'],
  [/tilaajavastuu\S*/, 'tilaajavastuulaki'],
  [/yhdenvertaisuusla\S*/, 'yhdenvertaisuuslaki'],
]

export const keeps = /säily|poist|hävit|anonymi|tuhot|talle(?:ssa|te)|arkisto|voimassa|ajan\b|jälkeen|kuluttua|vanhe/
export const notRetention =
  /(?:eväste|selain|tarkastus|pyyn\S+ (?:vasta|kulu)|vastaamme|vastataan|kerran vuodessa|kuukauden kuluessa|vuosittain|tarkistetaan|arvioi|alle \d+)/
export const inactive =
  /(?:katsota|päätty|passiivi|ei ole (?:\S+ ){0,3}(?:osto|tilau|tapahtu|yhtey|asioin|kirjautu|kauppa)|ostoja|asiakastapahtum|toimintaa|tilauksia)/
