import { clausesOf, type Right, type RightName, type Statement } from '../format.ts'
import { type Breach, type Rule, when } from './finding.ts'
import { clausesSaying, openEnding, textIsPublished } from './prose.ts'

/** Section 12: how a request is made and what may stop it. */
export const rulesOfRequests: readonly Rule[] = [
  {
    code: 'W-ID-BLANKET',
    clause: 'S12.5',
    article: 'Art. 11 and 12(2), (6) GDPR',
    find: identityAlwaysAsked,
    reason: {
      fi: 'Allekirjoitusta tai vahvistusta vaaditaan kaikilta, vaikka lisätietoja saa pyytää vain perustellun epäilyn vuoksi.',
      sv: 'Underskrift eller verifiering krävs av alla, fast det bara får begäras vid rimliga tvivel.',
      en: 'A signature or proof is asked of everyone, though more may be asked only on reasonable doubt.',
    },
    mend: {
      fi: 'Varmista henkilöllisyys kevyimmällä riittävällä tavalla ja vain tarvittaessa.',
      sv: 'Kontrollera identiteten på lättaste tillräckliga sätt och bara vid behov.',
      en: 'Check identity by the lightest sufficient way, and only where needed.',
    },
  },
  {
    code: 'W-DEADLINE-VAGUE',
    clause: 'S12.13',
    article: 'Art. 12(3) GDPR',
    find: deadlinesUnsaid,
    reason: {
      fi: 'Määräaikaa ei kerrota täsmällisesti. Vastaus on annettava kuukaudessa.',
      sv: 'Tidsfristen är inte exakt angiven. Svar ska ges inom en månad.',
      en: 'The deadline is not exact. An answer is due within one month.',
    },
    mend: {
      fi: 'Kirjoita määräajaksi yksi kuukausi.',
      sv: 'Ange en månad som tidsfrist.',
      en: 'Give one month as the deadline.',
    },
  },
  {
    code: 'W-PERSONAL-ONLY',
    clause: 'S12.14',
    article: 'Art. 12(2) GDPR',
    find: (statement) =>
      requestBreach(statement, 'erasure', 'S12.14', ({ asWritten }) => Boolean(asWritten?.requester), 'requester'),
    reason: {
      fi: 'Pyynnön saa tekstin mukaan tehdä vain itse, vaikka valtuutettu tai huoltaja voi tehdä sen puolesta.',
      sv: 'Enligt texten får begäran bara göras personligen, fast ett ombud eller en vårdnadshavare kan göra den.',
      en: 'By the text only the person may ask, though an agent or a guardian may ask on their behalf.',
    },
    mend: {
      fi: 'Hyväksy myös valtuutetun tekemä pyyntö.',
      sv: 'Godta även en begäran som görs av ett ombud.',
      en: 'Accept a request made by an agent as well.',
    },
  },
  {
    code: 'W-OPEN-BLOCKER',
    clause: 'S12.15',
    article: 'Art. 17(3) and 12(4) GDPR',
    find: openBlockers,
    reason: {
      fi: 'Poistamisen esteiden luettelo on avoin ("ym."). Esteitä ovat vain laissa sanotut.',
      sv: 'Listan över hinder för radering är öppen ("m.m."). Bara lagens hinder gäller.',
      en: 'The list of what stops erasure is open ("etc."). Only the grounds of the law count.',
    },
    mend: {
      fi: 'Luettele esteet tyhjentävästi.',
      sv: 'Räkna upp hindren uttömmande.',
      en: 'List what stops erasure exhaustively.',
    },
  },
  {
    code: 'W-BLOCKER-RELATIONSHIP',
    clause: 'S12.15',
    article: 'Art. 17(1) and 17(3) GDPR',
    find: relationshipBlocks,
    reason: {
      fi: 'Asiakassuhteen hoito ei yksin estä poistamista: 17 artiklan 3 kohta ei tunne sitä.',
      sv: 'Skötsel av kundförhållandet hindrar inte i sig radering: artikel 17.3 känner inte till det.',
      en: 'Managing the relationship does not by itself stop erasure: Art. 17(3) knows no such ground.',
    },
    mend: {
      fi: 'Rajaa este voimassa olevaan sopimukseen, jossa henkilö itse on osapuolena.',
      sv: 'Begränsa hindret till ett gällande avtal där personen själv är part.',
      en: 'Limit it to a running contract to which the person is a party.',
    },
  },
]

/** The clause a rule speaks of, when the right's own text has it; else the clause the right is said in. */
function requestClause(right: Right, clause: string): string {
  const said = clausesOf(right.saidIn)
  return said.length === 0 || said.includes(clause) ? clause : (said.at(-1) ?? clause)
}

function requestBreach(
  statement: Statement,
  name: RightName,
  clause: string,
  broken: (right: Right) => boolean,
  written?: 'identity' | 'deadline' | 'requester',
): Breach[] {
  const right = statement.rights?.[name]
  if (!right || !broken(right)) return []

  const place = requestClause(right, clause)
  const told = written === undefined || textIsPublished(statement, place)
  return when(told, `/rights/${name}`, place)
}

function identityAlwaysAsked(statement: Statement): Breach[] {
  const blanket: readonly (readonly [RightName, string])[] = [
    ['access', 'S12.5'],
    ['erasure', 'S12.12'],
    ['rectification', 'S12.8'],
  ]
  return blanket.flatMap(([name, clause]) => [
    ...requestBreach(statement, name, clause, ({ identity }) => identity === 'signed-or-verified'),
    ...requestBreach(
      statement,
      name,
      clause,
      ({ identity, asWritten }) => identity !== 'signed-or-verified' && Boolean(asWritten?.identity),
      'identity',
    ),
  ])
}

function deadlinesUnsaid(statement: Statement): Breach[] {
  return (['access', 'rectification', 'erasure'] as const).flatMap((name) => {
    const clause = { access: 'S12.4', rectification: 'S12.10', erasure: 'S12.13' }[name]
    const unsaid = requestBreach(statement, name, clause, ({ due }) => !due || !withinOneMonth(due))
    if (unsaid.length > 0) return unsaid
    return requestBreach(statement, name, clause, ({ asWritten }) => Boolean(asWritten?.deadline), 'deadline')
  })
}

function withinOneMonth(period: string): boolean {
  const days = /^P(\d+)D$/.exec(period)?.[1]
  const weeks = /^P(\d+)W$/.exec(period)?.[1]
  return period === 'P1M' || Number(days ?? 99) <= 30 || Number(weeks ?? 99) <= 4
}

function openBlockers(statement: Statement): Breach[] {
  const erasure = statement.rights?.erasure
  const said = clausesOf(erasure?.saidIn)
  if (erasure?.asWritten?.blockers === 'open' && textIsPublished(statement, said)) {
    return [{ clause: said.at(-1), path: '/rights/erasure/blockers' }]
  }
  return clausesSaying(statement, 12, openEnding)
    .filter((clause) => said.includes(clause))
    .map((clause) => ({ clause, path: `/clauses/${clause}` }))
}

function relationshipBlocks(statement: Statement): Breach[] {
  const erasure = statement.rights?.erasure
  const at = (erasure?.blockers ?? []).findIndex(({ id }) => id === 'relationship')
  const blocker = erasure?.blockers?.[at]
  if (!erasure || !blocker) return []

  const clause = clausesOf(blocker.saidIn)[0] ?? clausesOf(erasure.saidIn).at(-1) ?? 'S12.15'
  const narrow = blocker.test === 'active-contract-with-person' && !textIsPublished(statement, clause)
  return when(!narrow, `/rights/erasure/blockers/${at}`, clause)
}
