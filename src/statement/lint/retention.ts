import { type Rule, when } from './finding.ts'
import { classNames } from './names.ts'

/** Section 11: how long data stay. */
export const rulesOfRetention: readonly Rule[] = [
  {
    code: 'E-RETENTION-UNDEFINED',
    clause: 'S11.1',
    article: 'Art. 5(1)(e) and 13(2)(a) GDPR',
    find: ({ retention }) => when(!retention?.relationshipEnd || !retention.rules?.length, '/retention'),
    reason: {
      fi: 'Säilytysajalla ei ole loppua: ei kerrota, milloin asiakassuhde päättyy eikä milloin tiedot poistetaan.',
      sv: 'Lagringstiden har inget slut: det sägs inte när kundförhållandet upphör eller när uppgifterna raderas.',
      en: 'Keeping has no end: it is not said when the relationship is over, nor when data are erased.',
    },
    mend: {
      fi: 'Määritä asiakassuhteen päättyminen ja säilytysaika jokaiselle tietoryhmälle.',
      sv: 'Ange när kundförhållandet upphör och en lagringstid för varje uppgiftsgrupp.',
      en: 'Define the end of the relationship, and a period for every class of data.',
    },
  },
  {
    code: 'E-RETENTION-ENDLESS',
    clause: 'S11.1',
    article: 'Art. 5(1)(e) GDPR',
    find: ({ retention }) =>
      (retention?.rules ?? []).flatMap((rule, at) =>
        !rule.period && !rule.until
          ? [{ path: `/retention/rules/${at}`, names: [classNames[rule.class] ?? rule.class] }]
          : [],
      ),
    reason: {
      fi: 'Tietoryhmää {names} säilytetään ilman määräaikaa.',
      sv: 'Uppgiftsgruppen {names} bevaras utan tidsgräns.',
      en: 'The class {names} is kept without limit.',
    },
    mend: {
      fi: 'Anna aika tai tapahtuma, johon säilytys päättyy.',
      sv: 'Ange en tid eller en händelse då lagringen upphör.',
      en: 'Give a period, or an event that ends it.',
    },
  },
  {
    code: 'N-RETENTION-GROUND',
    clause: 'S11.1',
    article: 'EDPB CEF 2025',
    find: ({ retention }) =>
      (retention?.rules ?? []).flatMap((rule, at) =>
        Number(/^P(\d+)Y/.exec(rule.period ?? '')?.[1] ?? 0) > 3 && !rule.ground
          ? [{ path: `/retention/rules/${at}`, names: [classNames[rule.class] ?? rule.class] }]
          : [],
      ),
    reason: {
      fi: 'Tietoryhmän {names} pitkälle säilytysajalle ei ole perustetta.',
      sv: 'Den långa lagringstiden för {names} saknar grund.',
      en: 'The long period of the class {names} has no ground.',
    },
    mend: {
      fi: 'Viittaa lakiin, johon aika perustuu, tai lyhennä aikaa.',
      sv: 'Hänvisa till den lag som tiden bygger på eller förkorta tiden.',
      en: 'Refer to the law behind it, or shorten it.',
    },
  },
]
