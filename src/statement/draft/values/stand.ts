import type { Sentence } from '../page/page.ts'
import { companiesIn } from './companies.ts'

const labels =
  /^(?:nimi|osoite|katuosoite|postiosoite|käyntiosoite|puhelin|puhelinnumero|puh|tel|sähköposti|sähköpostiosoite|e-?mail|y-tunnus|yhteystiedot|muut yhteystiedot.*|kotipaikka|verkkosivut?|www|internet|yhtiö|yritys|tehtävä|asema|titteli|yhteyshenkilö|rekisterinpitäjä|yhteyshenkilön nimi|yhteystieto|postinumero.*|tietosuojavastaava)\s*(?:\([^)]*\))?\s*[:.]?$/iu
export const roleWords =
  /vastaava|päällikkö|johtaja|asiantuntija|koordinaattori|assistentti|sihteeri|asiakaspalvelu|tiimi|juristi|lakimies|yhteyshenkilö|hallinto|toimisto|päivystys|yhteyskeskus|osasto|markkinointi|tietosuoja|kauppias|yrittäjä|omistaja|isännöitsijä|puheenjohtaja|rehtori|esimies|partneri/iu
const personName =
  /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?:\s+\p{Lu}\.)?(?:\s+(?:von|af|de))?(?:\s+\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}$/u

export function isLabel({ plain }: Sentence): boolean {
  return labels.test(plain)
}

/** A placeholder left in a published form: "[yhteyshenkilö]", "xxx", "______". */
export function isPlaceholder(words: string): boolean {
  return /^\[[^\]]*\]|^[_.x\s-]{3,}$|^<[^>]*>|^n\.n\.?$/iu.test(words.trim())
}

export interface Stand {
  person?: string
  role?: string
  company?: string
}

/** Who is named in a line of contact details: a person, a role, or both. */
export function standIn(plain: string): Stand {
  const bare = plain
    .replace(
      /^(?:nimi|yhteyshenkilö(?:n nimi)?|rekisterin yhteyshenkilö|tietosuojavastaava(?:n nimi)?|tehtävä|titteli|asema|vastuuhenkilö)\s*[:–-]\s*/iu,
      '',
    )
    .replace(
      /^.{0,80}?(?:yhteyshenkilönä toimii|yhteyshenkilö(?:mme)? on|tietosuojavastaavana(?:mme)? toimii|tietosuojavastaava(?:mme)? on|hoitaa|palvelee|auttaa|asioista vastaa|vastaa)\s+/iu,
      '',
    )
  const company = companiesIn(bare)[0]?.name
  const stand: Stand = company ? { company } : {}
  for (const piece of bare.split(/\s*(?:[,;/|()]|:\s|\s[–-]\s|\t)\s*/u)) {
    const words = piece.replace(/[.:]+$/, '').trim()
    if (
      words === '' ||
      /^(?:kysymykset|yhteydenotot|pyynnöt|tiedustelut)(?:\s|$)/i.test(words) ||
      isPlaceholder(words) ||
      /[@\d]|\(at\)/.test(words) ||
      (company && words.includes(company))
    )
      continue
    if (words.split(' ').length <= 5 && words.length < 60) {
      if (personName.test(words) && !stand.person) stand.person = words
      else if (roleWords.test(words) && !stand.role) stand.role = words
    }
  }
  return stand
}
