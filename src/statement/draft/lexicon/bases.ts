export const basisWords: readonly { ref: string; words: RegExp; clause: string }[] = [
  {
    ref: 'eu-gdpr:A6-1-b',
    words:
      /sopimu(?!slausek|ksenmuk)\S*|(?:välinen|välistä|välisen|välisiin) (?:\S+ ){0,2}asiakassuhte|asiakassuhde,|asiakassuhteeseen|toimeksianto|tilauks\S+ toteut/,
    clause: 'S4.6',
  },
  {
    ref: 'eu-gdpr:A6-1-a',
    words: /suostumu|(?:antaneet|antanut|annat|annatte) (?:\S+ ){0,3}(?:luvan|lupa)|luvallasi/,
    clause: 'S4.7',
  },
  { ref: 'eu-gdpr:A6-1-f', words: /oikeutet\S+ (?:etu|edu|intress)|oikeutetun edun/, clause: 'S4.9' },
  {
    ref: 'eu-gdpr:A6-1-c',
    words:
      /lakisäätei\S+ (?:velvoi|velvolli|tehtäv|perust)|lain (?:asettam|edellyttäm|velvoit)|(?:kirjanpito|vero|rahanpesu|tilaajavastuu)la(?:ki|in|issa|kiin)|lakisääteis/,
    clause: 'S4.6',
  },
  { ref: 'eu-gdpr:A6-1-e', words: /yleis\S+ etu\S+ (?:koskev|liitty)|julkis\S+ vallan/, clause: 'S4.6' },
  { ref: 'eu-gdpr:A6-1-d', words: /elintärk/, clause: 'S4.6' },
]

/** Bases of the repealed Henkilötietolaki that Art. 6 does not know. */
export const legacyBasis =
  /(?:muu|jokin muu|muun)?\s?asialli\S+ (?:yhte\S+|perust\S+|liittymä\S*)|yhteysvaatimu\S*|henkilötietola\S+ (?:\(?523\/1999\)?,? )?8 ?§/

/** Says in a sentence that it speaks of a ground, not only of a contract as a thing. */
export const speaksOfBasis =
  /perust|perus(?:teena|ta)|oikeutetu|oikeusperust|suostumu\S*|luvan\b|luvallasi|lakisäätei|asialli|nojalla|6 artikla|6\.1|6\(1\)/

export const article6 =
  /(?:6 artiklan 1 (?:kohdan|momentin)|artiklan 6\(1\)|6\.1|6 ?\(1\)|art(?:\.|ikla)? 6\(1\)|6 artiklan 1\.? ?k(?:ohdan)?)\s*\(?\s*([a-f])[\s-]*(?:\)|kohta|alakohta|\.)/gu
