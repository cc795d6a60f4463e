import { binOpportunity, layPipeline, moveOpportunity, openOpportunity, pipelinesSeen } from '#dealings'
import { type Act, look, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, placeCompany } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Hoping {
  rules: InForce
  /** Companies by id, with the first person there, and how many days ago they were taken in. */
  companies: readonly { id: string; contact: string | null; daysAgo: number }[]
  owners: readonly string[]
  as(by: 'saku' | 'bo', daysAgo: number): Occasion
}

const needs = [
  ['Ilmalämpöpumput toimistoon', 640_000],
  ['Maalämpö vanhan öljykattilan tilalle', 4_850_000],
  ['Huoltosopimus kolmeksi vuodeksi', 567_000],
  ['Latausasemat henkilöstön pysäköintiin', 1_320_000],
  ['Vesi-ilmalämpöpumppu ja varaaja', 1_940_000],
  ['Lämmöntalteenotto tuotantotilaan', 7_200_000],
  ['Kesän jäähdytys myymälään', 890_000],
] as const
const steps = ['Soita ja sovi katselmus', 'Lähetä laskelma', 'Pyydä päätös johtoryhmältä', null]

/** What may become a sale: two pipelines, and opportunities in every stage. */
export async function fillPipeline(register: Running<Database>, { rules, companies, owners, as }: Hoping) {
  const doing = <R>(occasion: Occasion, deed: (act: Act<never>) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<never>))
  await doing(as('saku', 690), (act) =>
    layPipeline(act, rules, {
      names: { fi: 'Huoltosopimukset', sv: 'Serviceavtal', en: 'Service contracts' },
      stages: [
        { names: { fi: 'Tunnistettu', sv: 'Identifierad', en: 'Identified' }, probability: 20, kind: 'open' },
        { names: { fi: 'Ehdotettu', sv: 'Föreslagen', en: 'Proposed' }, probability: 60, kind: 'open' },
        { names: { fi: 'Sovittu', sv: 'Avtalad', en: 'Agreed' }, probability: 100, kind: 'won' },
        {
          names: { fi: 'Ei tällä kertaa', sv: 'Inte den här gången', en: 'Not this time' },
          probability: 0,
          kind: 'lost',
        },
      ],
    }),
  )
  const [sales, service] = await look(register.db, as('saku', 1), (view) => pipelinesSeen(view as never, rules))
  for (const [n, { id, contact, daysAgo }] of companies.entries()) {
    const [title, valueCents] = needs[n % needs.length] ?? needs[0]
    const pipeline = n % 7 === 2 ? service : sales
    const stage = pipeline?.stages[n % pipeline.stages.length]
    if (!pipeline || !stage) continue
    const opened = Math.max(Math.min(daysAgo - 1, 5 + ((n * 37) % 70)), 2)
    const day = dayInHelsinki(as('saku', 0).at)
    const opportunity = await doing(as('saku', opened), (act) =>
      openOpportunity(act, rules, {
        ...{ organisationId: id, contactPerson: contact, title, pipeline: pipeline.id },
        ...{ valueCents: valueCents + ((n * 131) % 40) * 10_000, owner: owners[n % owners.length] ?? null },
        expectedClose: n % 11 === 6 ? null : addDays(day, ((n * 17) % 150) - 12),
        nextStep: steps[n % steps.length] ?? null,
      }),
    )
    const lost = stage.kind === 'lost' ? { lostReason: n % 2 ? ('price' as const) : ('postponed' as const) } : {}
    const moved = as('saku', Math.max(opened - 4 - (n % 20), 0))
    if (stage !== pipeline.stages[0])
      await doing(moved, (act) => moveOpportunity(act, rules, { id: opportunity, stage: stage.id, ...lost }))
    if (n === 20) await doing(as('saku', 3), (act) => binOpportunity(act, rules, { id: opportunity }))
  }
  const [group, ...daughters] = companies
  for (const { id } of daughters.slice(0, 3))
    if (group) await doing(as('saku', 2), (act) => placeCompany(act, rules, { id, parent: group.id, revision: 1 }))
}
