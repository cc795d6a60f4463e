import { identity } from './effects.ts'
import { type Rule, rule } from './rule.ts'
import { rulesOfCookies } from './rules-of-cookies.ts'
import { rulesOfSharing } from './rules-of-sharing.ts'
import { rulesOfUse } from './rules-of-use.ts'

/** The first rule that fits holds. What no rule knows is material: nobody is told too little. */
export function ruleAt(path: string): Rule {
  return rules.find(({ at }) => at.test(path)) ?? unknownPlace
}

const rules = [...rulesOfUse, ...rulesOfCookies, ...rulesOfSharing]
const unknownPlace = rule('**', 'S0.1', identity, 'muu kohta', 'annan punkt', 'other matter')
