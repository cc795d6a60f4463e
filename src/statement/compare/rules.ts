import type { Said } from '#platform/language'
import { type Effects, effectOf, guarding, identity, opening, protects, ranked, statedText, time, widens, words } from './effects.ts'

/** What a place of the statement is called, in which clause it is usually said, and what its change means. */
export interface Rule {
  at: RegExp
  noun: Said
  clause: string
  effects: Effects
}

const rule = (at: string, clause: string, effects: Effects, fi: string, sv: string, en: string): Rule => ({
  at: new RegExp(`^/${at.replaceAll('**', '.+').replaceAll('*', '[^/]+')}$`),
  noun: { fi, sv, en },
  clause,
  effects,
})

/** The first rule that fits holds. What no rule knows is material: nobody is told too little. */
export const rules: readonly Rule[] = [
  rule('clauses/*', 'S0.1', words, 'sanamuoto', 'ordalydelse', 'wording'),
  rule('**/saidIn(/*)?', 'S0.1', words, 'viittaus lausekkeeseen', 'hänvisning till en klausul', 'reference to a clause'),
  rule('group/members/*/**', 'S1.2', identity, 'konserniyhtiön tieto', 'uppgift om koncernbolaget', 'detail of a group company'),
  rule('recipients/*/label', 'S8.1', statedText, 'vastaanottajan nimi', 'mottagarens namn', 'name of a recipient'),
  rule('(**/)?(label|name|title|subtitle|asWritten)(/**)?', 'S0.1', words, 'nimike', 'benämning', 'label'),
  rule('(metadata|sections|textOnly|register|dataCategoryList|sourceDefault|processorRule|unmappedBases)(/**)?', 'S0.1', words, 'otsikko tai tunniste', 'rubrik eller beteckning', 'heading or identifier'),

  rule('controller/(legalName|businessId)', 'S2.1', identity, 'rekisterinpitäjä', 'personuppgiftsansvarig', 'controller'),
  rule('controller/**', 'S2.2', words, 'rekisterinpitäjän yhteystieto', 'den ansvariges kontaktuppgift', "controller's contact detail"),
  rule('contact/**', 'S3.1', words, 'yhteyshenkilön tieto', 'uppgift om kontaktpersonen', 'detail of the contact'),
  rule('dpo/**', 'S3.1', words, 'tietosuojavastaava', 'dataskyddsombud', 'data protection officer'),
  rule('group/members/*', 'S1.2', widens, 'konserniyhtiö', 'koncernbolag', 'group company'),
  rule('group/(arrangementRef|arrangementOn|contactPoint)(/**)?', 'S1.2', words, 'järjestelyn tieto', 'uppgift om arrangemanget', 'detail of the arrangement'),
  rule('group/**', 'S1.2', identity, 'konsernin järjestely', 'koncernens arrangemang', 'arrangement of the group'),

  rule('purposes/*', 'S4.1', widens, 'käyttötarkoitus', 'ändamål', 'purpose'),
  rule('purposes/*/channels/*', 'S4.12', widens, 'markkinointikanava', 'marknadsföringskanal', 'marketing channel'),
  rule('purposes/*/topics/*', 'S4.11', widens, 'markkinoinnin aihe', 'ämne för marknadsföring', 'marketing topic'),
  rule('purposes/*/basis/*', 'S4.6', widens, 'käsittelyn peruste', 'rättslig grund', 'legal basis'),
  rule('purposes/*/basis/*/(lia/)?interest', 'S4.9', statedText, 'oikeutettu etu', 'berättigat intresse', 'legitimate interest'),
  rule('purposes/*/basis/*/lia/outcome', 'S4.9', ranked('interest-does-not-prevail', 'open', 'interest-prevails'), 'tasapainotestin tulos', 'intresseavvägningens resultat', 'outcome of the balancing test'),
  rule('purposes/*/basis/*/lia/**', 'S4.9', words, 'tasapainotesti', 'intresseavvägning', 'balancing test'),
  rule('purposes/*/eligibility/*', 'S4.10', widens, 'markkinoinnin edellytys', 'villkor för marknadsföring', 'condition of marketing'),
  rule('purposes/*/dpv(/*)?', 'S4.1', words, 'tarkoituksen koneluettava termi', 'maskinläsbar term för ändamålet', 'machine-readable term of a purpose'),

  rule('duties/*', 'S10.3', widens, 'tehtävä', 'arbetsuppgift', 'duty'),
  rule('duties/*/reads/*', 'S10.3', widens, 'lukuoikeus', 'läsrätt', 'right to read'),
  rule('duties/*/writes/*', 'S10.3', widens, 'kirjoitusoikeus', 'skrivrätt', 'right to write'),
  rule('duties/*/purposes/*', 'S10.3', widens, 'tehtävän tarkoitus', 'uppgiftens ändamål', 'purpose of a duty'),
  rule('duties/*/reach', 'S10.3', ranked('own', 'team', 'group-company', 'all'), 'tehtävän ulottuvuus', 'uppgiftens räckvidd', 'reach of a duty'),

  rule('dataCategories/*', 'S5.1', widens, 'tieto', 'uppgift', 'field'),
  rule('dataCategories/*/required', 'S5.1', opening, 'tiedon pakollisuus', 'uppgiftens obligatoriskhet', 'whether a field is required'),
  rule('dataCategories/*/fromStage', 'S5.8', ranked('after-sales', 'customer', 'prospect'), 'vaihe, josta alkaen tieto kerätään', 'skede då uppgiften samlas in', 'stage from which a field is collected'),
  rule('dataCategories/*/(choices|fields)/*', 'S5.1', widens, 'tiedon vaihtoehto', 'alternativ för uppgiften', 'choice of a field'),
  rule('dataCategories/*/(pd|roles|status)(/**)?', 'S5.1', words, 'tiedon koneluettava termi', 'maskinläsbar term för uppgiften', 'machine-readable term of a field'),
  rule('systemData/*', 'S5.1', widens, 'järjestelmän tieto', 'systemets uppgift', 'data of the system'),
  rule('forbiddenData/*', 'S5.15', protects, 'kielletty tieto', 'förbjuden uppgift', 'forbidden data'),

  rule('sources/*', 'S6.1', widens, 'tietolähde', 'uppgiftskälla', 'source'),
  rule('sources/*/(marketing|saleContext)', 'S6.8', opening, 'lähteen käyttö markkinointiin', 'källans användning för marknadsföring', 'use of a source for marketing'),
  rule('sources/*/noteRequired', 'S6.5', guarding, 'lähteen selitteen vaatimus', 'krav på anteckning om källan', 'note required of a source'),
  rule('sources/*/marketingOptIn/**', 'S6.9', opening, 'markkinointiluvan kysyminen', 'fråga om tillstånd till marknadsföring', 'asking for marketing permission'),
  rule('sources/*/(authority|licence|asWritten)(/**)?', 'S6.8', words, 'lähteen kuvaus', 'beskrivning av källan', 'description of a source'),
  rule('sources/*/(fields|required|datasets|permittedPurposes)/*', 'S6.9', widens, 'lähteestä saatava tieto', 'uppgift ur källan', 'what a source gives'),

  rule('cookies/services/*', 'S7.18', widens, 'evästepalvelu', 'kaktjänst', 'cookie service'),
  rule('cookies/services/*/(cookies|purposes)/*', 'S7.18', widens, 'eväste', 'kaka', 'cookie'),
  rule('cookies/services/*/thirdPartyAccess', 'S7.18', opening, 'ulkopuolisen pääsy evästeisiin', 'utomståendes tillgång till kakor', 'third-party access to cookies'),
  rule('cookies/services/*/cookies/*/**', 'S7.18', identity, 'evästeen tieto', 'uppgift om kakan', 'detail of a cookie'),
  rule('cookies/services/*/(use|privacyUrl)', 'S7.18', words, 'evästepalvelun kuvaus', 'beskrivning av kaktjänsten', 'description of a cookie service'),
  rule('cookies/categories/*', 'S7.10', widens, 'evästeryhmä', 'kakgrupp', 'group of cookies'),
  rule('cookies/categories/*/(exempt|default)', 'S7.10', opening, 'evästeryhmän oletus', 'kakgruppens förval', 'default of a group of cookies'),
  rule('cookies/consentModel', 'S7.1', ranked('opt-in', 'opt-out', 'browser-settings', 'implied'), 'suostumuksen tapa', 'samtyckets form', 'form of consent'),
  rule('cookies/consent/maxAge', 'S7.17', time, 'suostumuksen kesto', 'samtyckets längd', 'how long a consent lasts'),
  rule('cookies/consent/repromptAfterRefusal', 'S7.17', { ...protects, changed: (from, to) => effectOf(time, 'changed', to, from) }, 'aika ennen uutta kysymystä', 'tid före ny fråga', 'time before asking again'),
  rule('cookies/cookieWall/allowed', 'S7.15', opening, 'evästemuuri', 'kakvägg', 'cookie wall'),
  rule('cookies/(banner/equalProminence|technical/(firstPartyOnlyBeforeConsent|hostOnly)|signals/gpc/honour)', 'S7.5', guarding, 'evästeiden suoja', 'skydd för kakor', 'cookie safeguard'),
  rule('cookies/(banner/firstLayer|signals/gpc/denies)/*', 'S7.2', protects, 'evästevalinta', 'kakval', 'cookie choice'),
  rule('cookies/embeds/mode', 'S7.11', ranked('click-to-load', 'with-consent', 'always'), 'upotusten lataaminen', 'laddning av inbäddat innehåll', 'loading of embeds'),
  rule('cookies/embeds/providers/*', 'S7.12', widens, 'upotuksen tarjoaja', 'leverantör av inbäddat innehåll', 'provider of embeds'),
  rule('cookies/(links|banner/asWritten)(/**)?', 'S7.16', words, 'evästelinkki', 'länk om kakor', 'link about cookies'),

  rule('recipients/*', 'S8.1', widens, 'vastaanottaja', 'mottagare', 'recipient'),
  rule('recipients/*/members/*', 'S8.1', widens, 'vastaanottajan yhtiö', 'bolag bland mottagarna', 'company among the recipients'),
  rule('recipients/*/procedure', 'S8.2', ranked('four-eyes', 'routine'), 'luovutuksen menettely', 'förfarande vid utlämnande', 'procedure of disclosure'),
  rule('processors/*', 'S9.8', widens, 'henkilötietojen käsittelijä', 'personuppgiftsbiträde', 'processor'),
  rule('processors/*/subprocessors/*', 'S9.8', widens, 'alihankkija', 'underleverantör', 'sub-processor'),
  rule('processors/*/dpa/checklist/*', 'S9.7', protects, 'käsittelysopimuksen ehto', 'villkor i biträdesavtalet', 'term of the processing agreement'),
  rule('processors/*/(dpa/**|privacyUrl)', 'S9.7', words, 'käsittelysopimuksen tieto', 'uppgift om biträdesavtalet', 'detail of the processing agreement'),
  rule('hosting/dpa/**', 'S10.6', words, 'palvelinsopimuksen tieto', 'uppgift om driftavtalet', 'detail of the hosting agreement'),
  rule('hosting/**', 'S10.5', identity, 'palvelinympäristö', 'servermiljö', 'hosting'),
  rule('transfers/default', 'S9.3', protects, 'siirtojen perussääntö', 'huvudregel för överföringar', 'default for transfers'),
  rule('transfers/(list|tools)/*', 'S9.4', widens, 'siirto EU:n ulkopuolelle', 'överföring utanför EU', 'transfer outside the EU'),
  rule('transfers/list/*/(evidence|checkedOn|copyFrom)(/**)?', 'S9.4', words, 'siirron todiste', 'bevis om överföringen', 'evidence of a transfer'),

  rule('security/*', 'S10.1', protects, 'suojatoimi', 'skyddsåtgärd', 'safeguard'),
  rule('security/*/text', 'S10.1', words, 'suojatoimen kuvaus', 'beskrivning av skyddsåtgärden', 'description of a safeguard'),
  rule('retention/relationshipEnd/anyOf/*', 'S11.2', protects, 'asiakassuhteen päättymisen syy', 'grund för att kundrelationen upphör', 'end of the relationship'),
  rule('retention/relationshipEnd/anyOf/*/inactive', 'S11.2', time, 'toimettomuusaika', 'tid utan kontakter', 'time without dealings'),
  rule('retention/rules/*', 'S11.1', protects, 'säilytysaika', 'bevaringstid', 'retention rule'),
  rule('retention/rules/*/period', 'S11.1', time, 'säilytysaika', 'bevaringstid', 'retention period'),
  rule('retention/rules/*/then', 'S11.1', ranked('destroy', 'erase', 'anonymise', 'pseudonymise', 'erase-body-keep-count', 'keep-minimal'), 'tiedon kohtalo', 'vad som sker med uppgiften', 'what becomes of the data'),
  rule('retention/rules/*/(start|until)', 'S11.1', identity, 'säilytysajan alku tai loppu', 'bevaringstidens början eller slut', 'start or end of a retention period'),
  rule('retention/(rules/*/ground|proposed|asWritten)(/**)?', 'S11.1', words, 'säilyttämisen säännös', 'bestämmelse om bevaring', 'law of retention'),

  rule('rights/publication(/**)?', 'S12.1', words, 'julkaiseminen', 'publicering', 'publication'),
  rule('rights/notMentioned(/**)?', 'S12.19', words, 'mainitsematon oikeus', 'onämnd rättighet', 'right not mentioned'),
  rule('rights/*', 'S12.3', protects, 'oikeus', 'rättighet', 'right'),
  rule('rights/*/(due|extension|sla)', 'S12.13', time, 'vastauksen määräaika', 'tidsfrist för svar', 'time to answer'),
  rule('rights/*/identity', 'S12.5', ranked('none', 'proportionate', 'signed-or-verified'), 'henkilöllisyyden varmistaminen', 'identitetskontroll', 'identity check'),
  rule('rights/*/form', 'S12.4', ranked('free', 'fixed'), 'pyynnön muoto', 'begärans form', 'form of a request'),
  rule('rights/*/blockers/*', 'S12.15', widens, 'poistamisen este', 'hinder för radering', 'blocker of erasure'),
  rule('rights/*/mustSpecify/*', 'S12.9', widens, 'vaatimus pyynnölle', 'krav på begäran', 'demand on a request'),
  rule('rights/*/(channels|reasons|articles)/*', 'S12.17', protects, 'oikeuden käyttämisen tapa', 'sätt att utöva rättigheten', 'way to use a right'),
  rule('rights/*/ownInitiative', 'S12.6', guarding, 'oma-aloitteinen korjaaminen', 'rättelse på eget initiativ', 'correcting on our own initiative'),
  rule('automatedDecisions/used', 'S12.19', opening, 'automaattinen päätöksenteko', 'automatiserat beslutsfattande', 'automated decisions'),
  rule('(automatedDecisions|provisionOfData)/text', 'S12.19', statedText, 'selvitys', 'förklaring', 'explanation'),
  rule('provisionOfData/mandatory', 'S12.19', ranked('none', 'partly', 'contract', 'law'), 'tietojen antamisen pakollisuus', 'skyldighet att lämna uppgifter', 'whether data must be given'),
  rule('authority/**', 'S13.1', words, 'valvontaviranomainen', 'tillsynsmyndighet', 'supervisory authority'),
]

/** For a place that no rule knows. */
export const unknownPlace: Rule = rule('**', 'S0.1', identity, 'muu kohta', 'annan punkt', 'other matter')
