import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Disclosure, Fate, Holding } from '#register'
import { rowsOf } from '../rows.ts'
import type { RightsReach } from '../tables.ts'
import { type Candidate, type Own, possibleNames, type Stretch, strangeAddresses } from './third-persons.ts'

/** Everything that is kept about a person, before it is put into words. */
export interface Gathered {
  personId: string
  name: string
  isRepresentative: boolean
  kept: readonly Disclosure[]
  fates: readonly Fate[]
  /** C-579/21: when somebody looked, in which duty and for which purpose. */
  looks: readonly { at: Date; duty: string; purpose: string }[]
  /** Places in free text that seem to be about others, by an opaque name. */
  strangers: ReadonlyMap<string, readonly Stretch[]>
}

const mostLooks = 1000

// Art. 15: all systems, every holding. The look itself stands in the access log like any other.
/** Gathers what every holding keeps about a person, under the machine duty `rights`. */
export async function gather(
  look: Look<RightsReach>,
  {
    holdings,
    personId,
    houseAddresses = [],
    fields,
  }: {
    holdings: readonly Holding<never>[]
    personId: string
    houseAddresses?: readonly string[] /** What the copy shows, for the access log. */
    fields: readonly string[]
  },
): Promise<Gathered> {
  const handle = look as unknown as Look<never> // each holding reaches its own tables, which are among the register's
  const kept: Disclosure[] = []
  const fates: Fate[] = []
  for (const holding of holdings) {
    kept.push(await holding.disclose(handle, personId))
    fates.push(...(await holding.plan(handle, personId)))
  }
  const person = rowsIn(kept, 'register.person')[0]
  if (!person) throw new Refusal('NOT_FOUND', 404)
  const looks = await rowsOf<{ at: Date; duty: string; purpose: string }>(
    look,
    sql`select at, duty, purpose from seloste.looks_at(${personId}::uuid, ${mostLooks})`,
  )
  const name = `${person.given_name ?? ''} ${person.family_name ?? ''}`.trim()
  const own = ownOf(kept, name, houseAddresses)
  look.saw([personId], fields)
  return {
    ...{ personId, name, isRepresentative: person.kind === 'representative', kept, fates, looks },
    strangers: await strangersIn(look, { kept, own, personId }),
  }
}

export function rowsIn(kept: readonly Disclosure[], table: string): Record<string, unknown>[] {
  return kept.flatMap((one) => one.kept).flatMap((one) => (one.table === table ? one.rows : []))
}

function ownOf(kept: readonly Disclosure[], name: string, house: readonly string[]): Own {
  const said = (table: string, column: string) =>
    rowsIn(kept, table).flatMap((row) => (row[column] ? [String(row[column])] : []))
  return {
    addresses: [...said('register.person_email', 'address'), ...said('register.organisation', 'email'), ...house],
    numbers: [...said('register.person_phone', 'number'), ...said('register.organisation', 'phone'), ...house],
    names: [name],
  }
}

// Values of one's own stand in columns; names of others stand in sentences.
const sentence = /^\s*\S+(\s+\S+){2,}/u
const notFree = /^(register\.(person_source|organisation_source|consent_wording)|declared\.)/

/** Every free text among what is kept, by the opaque name of its place. */
export function freeTexts(kept: readonly Disclosure[]): { place: string; text: string }[] {
  return kept.flatMap((one) =>
    one.kept.flatMap(({ table, rows }) =>
      notFree.test(table)
        ? []
        : rows.flatMap((row, at) =>
            Object.entries(row).flatMap(([column, text]) =>
              typeof text === 'string' && sentence.test(text) ? [{ place: placeOf(table, row, at, column), text }] : [],
            ),
          ),
    ),
  )
}

/** Names a place in what is kept without saying anything about anybody. */
export function placeOf(table: string, row: Record<string, unknown>, at: number, column: string): string {
  return `${table}/${typeof row.id === 'string' ? row.id : at}/${column}`
}

async function strangersIn(
  look: Look<RightsReach>,
  { kept, own, personId }: { kept: readonly Disclosure[]; own: Own; personId: string },
): Promise<Map<string, Stretch[]>> {
  const texts = freeTexts(kept).map(({ place, text }) => ({ place, text, names: possibleNames(text) }))
  const known = await namesOfOthers(
    look,
    texts.flatMap(({ names }) => names),
    personId,
  )
  const found = new Map<string, Stretch[]>()
  for (const { place, text, names } of texts) {
    const stretches = [
      ...strangeAddresses(text, own),
      ...names
        .filter(({ forms }) => forms.some((form) => known.has(form)))
        .map(({ from, to }) => ({ from, to, what: 'name' as const })),
    ]
    if (stretches.length > 0) found.set(place, stretches)
  }
  return found
}

/** Which of these are names of other people of the register. */
async function namesOfOthers(
  look: Look<RightsReach>,
  candidates: readonly Candidate[],
  personId: string,
): Promise<Set<string>> {
  const forms = [...new Set(candidates.flatMap((one) => one.forms))].slice(0, 5000)
  if (forms.length === 0) return new Set()
  const rows = await rowsOf<{ said: string }>(
    look,
    sql`select said from unnest(${forms}::text[]) said
      where exists (select from register.person where id <> ${personId}::uuid
        and (seloste.folded(given_name || ' ' || family_name) collate "C" = seloste.folded(said)
          or seloste.folded(family_name || ' ' || given_name) collate "C" = seloste.folded(said)))`,
  )
  return new Set(rows.map(({ said }) => said))
}
