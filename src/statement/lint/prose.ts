import { clausesOf, type SaidIn, type Statement, type Words } from '../format.ts'

/** Whether the words of an earlier text are what the public reads: as written, or kept as own prose of a clause. */
export function textIsPublished(statement: Statement, said: SaidIn | null): boolean {
  const { fidelity } = statement.metadata
  return fidelity === 'as-written' || clausesOf(said).some((clause) => statement.clauses?.[clause] !== undefined)
}

/** The clauses of a section whose own prose says something of this kind, in any language. */
export function clausesSaying(statement: Statement, section: number | null, pattern: RegExp): string[] {
  return Object.entries(statement.clauses ?? {})
    .filter(([clause]) => section === null || clause === `S${section}` || clause.startsWith(`S${section}.`))
    .filter(([, words]) => inAnyLanguage(words, pattern))
    .map(([clause]) => clause)
}

export function inAnyLanguage(words: Words | undefined | null, pattern: RegExp): boolean {
  return [words?.fi, words?.sv, words?.en].some((text) => text !== undefined && pattern.test(text))
}

// L-FI.6: Trafi and Viestintävirasto have been Traficom since 1.1.2019.
export const staleAuthority =
  /\bTrafi(?:n|a|lta|lle|lla|sta|ssa|in|s)?\b|(?<!liikenne- ja )viestintäviras|(?<!transport- och )kommunikationsverk/i

// EDPB 03/2022: one-sided praise beside a choice is stirring.
export const praiseOfCookies =
  /helppoa|nopeaa|helpompaa|helpommaksi|nopeammaksi|käyttäjäystävälli|käyttömukavuu|parempi\S* käyttökokemu|parempaa käyttökokemu|paremman käyttökokemu|parant\S* käyttökokemu|användarvänlig|bättre (?:användar)?upplevelse|easy,? (?:and )?fast|user-friendly|better (?:user )?experience/i

// GDPR Rec. 30, Art. 4(1): an online identifier singles a person out.
export const claimsNobodyIsIdentified =
  /\b(?:ei|eikä|eivät|emme)\s+(?:\S+\s+){0,4}?tunnist(?:aa?|amaan|eta|ett[aä]\S*)(?![\p{L}])|tunnist\S+\s+ei\s|inte\s+(?:\S+\s+){0,3}?identifier|(?:cannot|can ?not|not|nobody|no one)\s+(?:\S+\s+){0,4}?(?:be )?identif/iu

export const openEnding =
  /(?<![\p{L}])(?:ym|yms|mm|jne|osv|etc|m\.m|o\.s\.v|bl\.a|e\.g)\.|muun muassa|muut vastaavat|och liknande|and (?:the like|so on)/iu

export const repealedLaw = /henkilötietola|523\/1999|personuppgiftslag|personal data act/i

export const repealedBasis = /asiallinen yhteys|asiallisen yhtey|saklig anknytning|saklig koppling|relevant connection/i

export const repealedRightName =
  /tarkastusoikeu|tarkastus-,|\bkielto-\s|rätt till insyn, förbud|inspection, prohibition/i

export const vagueInterest =
  /liiketoimin\S*\s+(?:mahdollist|harjoitt|edellyt|tarpee)|liiketoiminnan (?:vuoksi|etu)|enabl\S* (?:the )?business|business (?:purposes|interests)|möjliggöra (?:verksamhet|affärs)|affärsintresse/i
