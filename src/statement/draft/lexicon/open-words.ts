/** What the text calls open: "other information" names nothing. */
export const openCategory =
  /^(?:sekä |ja |tai |myös )?(?:mahdolli\S+ |joitakin |kaikki )?(?:muu|muut|muita|muuta|muista)\b.*(?:tiedo|tieto|seika|asiat|materiaal)/
export const openList =
  /(?<![\p{L}])(?:mm\.|muun muassa|esim\.|esimerkiksi|kuten|ym\.?|yms\.?|jne\.?|muu\S* vastaav|ynnä muut|tai vastaav)/u
export const sensitiveFields: ReadonlySet<string> = new Set([
  'person.nationalId',
  'person.health',
  'person.dietaryNeeds',
  'person.tradeUnion',
  'person.bankAccount',
  'person.idDocument',
])
