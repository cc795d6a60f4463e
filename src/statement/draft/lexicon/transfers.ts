export const countryWords: readonly [code: string, words: RegExp][] = [
  ['US', /yhdysval|usa(?!\p{L})|u\.s\./u],
  ['GB', /iso-britan|isoon-britan|yhdistynee\S+ kuningas|britannia/],
  ['IN', /(?<!\p{L})intia|(?<!\p{L})intiassa/u],
  ['CA', /kanada/],
  ['CH', /sveitsi/],
  ['IL', /israel/],
  ['AU', /australia/],
  ['JP', /japani/],
  ['UA', /ukraina/],
  ['PH', /filippiin/],
  ['RU', /venäjä/],
  ['CN', /(?<!\p{L})kiina/u],
  ['SG', /singapore/],
  ['TR', /turk(?:ki|iss|kiin)(?!u)/],
]

export const outside =
  /(?:eu|eta|euroopan unionin|euroopan talousalue\S*|unionin)[^.]{0,40}ulkopuol|ulkopuolelle (?:eu|eta)|kolman(?:siin|teen|nessa|sissa) ma|yhdysval|kansainvälis\S+ järjest/
export const neverOutside =
  /\bei(?:vät|kä)?\s+(?:niitä |tietoja |henkilötietoja |tietojasi |niiden )?(?:pää)?(?:sääntöisesti |säännönmukaisesti |lähtökohtaisesti |koskaan |myöskään |kuitenkaan )?(?:siirr|luovut|käsit|säilyt|tallen|viedä)|emme (?:\S+ ){0,3}(?:siirrä|luovuta|käsittele|säilytä|tallenna)|ei tapahdu siirto/
export const mayGoOutside =
  /(?:voi|saat|voidaan|saatetaan|saattavat|siirret|siirty|siirtyä|sijait|käsitel|tallen|siirräm|siirtäm|siirto|siirrot)\S*/

export const toolWords: readonly [tool: string, words: RegExp][] = [
  [
    'scc-2021-914',
    /vakiolausek|vakiosopimuslausek|mallisopimuslausek|mallilausek|vakiomuotois\S+ (?:tietosuoja|sopimus)lausek|(?<!\p{L})scc|standard contractual/u,
  ],
  ['adequacy-2023-1795', /data privacy framework|(?<!\p{L})dpf(?!\p{L})|tietosuojakehy|2023\/1795/u],
  ['bcr', /sitov\S+ (?:yritys)?säännö|yritystä koskevat sitovat|(?<!\p{L})bcr(?!\p{L})|binding corporate/u],
  ['derogation-49', /(?:nimenomais\S+ suostumuks|suostumuksellasi|49 artikl)/],
]
export const adequacy = /riittävyyspäätö|riittävä\S* tietosuojan tas|tietosuojan riittävä/
export const staleTool = /privacy shield|safe harbou?r/

export const vagueSafeguard =
  /lain salli|lainsäädännön salli|lain edellyt|asianmukaisi\S+ suoja|riittävi\S+ suoja|tietosuojalainsäädännön mukais|tarvittavi\S+ suoja|lain puitteissa/
