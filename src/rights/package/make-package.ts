import { type LedgerTables, look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Holding } from '#register'
import { type Published, paperPage, paperPdf, type Running, type StatementTables } from '#statement'
import { referenceOf } from '#website'
import type { RightsReach } from '../tables.ts'
import { composePackage } from './compose-package.ts'
import { freeTexts, type Gathered, gather } from './gather.ts'
import type { Package, PackageWish } from './package.ts'
import { isPortable, type Provided, providedBy, toCsv } from './portable.ts'

export type PackageForm = 'html' | 'pdf' | 'json' | 'csv'

interface OfRequest {
  id: string
  kind: string
  person_id: string | null
  language: 'fi' | 'sv' | 'en'
  shown_places: string[]
  covered_words: string[]
}

export interface PackageFile {
  type: string
  name: string
  content: string | Buffer
}

export interface PackageDesk {
  running: Running<RightsReach & LedgerTables & StatementTables>
  holdings: readonly Holding<never>[]
}

// Made when asked for and kept nowhere: a package that lies about is the next breach.
/** The package of an access or portability request as one file. */
export async function makePackage(
  desk: PackageDesk,
  occasion: Occasion,
  { requestId, form }: { requestId: string; form: PackageForm },
): Promise<PackageFile> {
  const { request, gathered, published } = await gatherFor(desk, occasion, requestId)
  const name = `${request.kind}-${referenceOf(request.id)}`
  if (request.kind === 'portability')
    return portableFile(name, form, providedBy(gathered, published, request.language), published)
  const { paper, machine } = composePackage(wishOf(desk, { request, gathered, published, madeAt: occasion.at }))
  return fileOf(name, form, { paper, machine })
}

/** What the desk reviews before the package goes: each place that is about others, and what it says. */
export async function strangersOf(desk: PackageDesk, occasion: Occasion, requestId: string) {
  const { request, gathered } = await gatherFor(desk, occasion, requestId)
  const texts = new Map(freeTexts(gathered.kept).map(({ place, text }) => [place, text]))
  return {
    portable: request.kind === 'portability' ? isPortable(gathered) : null,
    holdings: gathered.kept
      .filter(({ kept }) => kept.length > 0)
      .map(({ holding, kept }) => ({ holding, rows: kept.reduce((sum, { rows }) => sum + rows.length, 0) })),
    coveredWords: request.covered_words,
    places: [...gathered.strangers].flatMap(([place, stretches]) => {
      const text = texts.get(place) ?? ''
      return stretches.map(({ from, to, what }, at) => ({
        ...{ place: `${place}#${at}`, table: place.split('/')[0] ?? '', what, said: text.slice(from, to) },
        ...{ before: text.slice(Math.max(0, from - 80), from), after: text.slice(to, to + 80) },
        covered: !request.shown_places.includes(`${place}#${at}`),
      }))
    }),
  }
}

async function gatherFor({ running, holdings }: PackageDesk, occasion: Occasion, requestId: string) {
  running.policy()
  const published = running.current() as Published // policy() has refused where there is none
  const { statement } = published
  const house = [statement.controller, statement.contact, statement.contact?.deputy].flatMap((one) =>
    one?.email?.address ? [one.email.address] : [],
  )
  const phones = [statement.controller, statement.contact].flatMap((one) => (one?.phone?.e164 ? [one.phone.e164] : []))
  const authority = [statement.authority?.contact?.email, statement.authority?.contact?.phone].flatMap(
    (one) => one ?? [],
  )
  return look(running.db, { ...occasion, duty: 'rights', reach: 'all' }, async (view) => {
    const request = await view.db
      .selectFrom('register.rights_request')
      .select(['id', 'kind', 'person_id', 'language', 'identity', 'shown_places', 'covered_words'])
      .where('id', '=', requestId)
      .executeTakeFirst()
    if (!request?.person_id) throw new Refusal(request ? 'PERSON_NOT_CHOSEN' : 'NOT_FOUND', request ? 409 : 404)
    if (request.identity !== 'proven') throw new Refusal('IDENTITY_OPEN', 409, { clause: 'S12.5' })
    const gathered = await gather(view, {
      holdings,
      personId: request.person_id,
      houseAddresses: [...house, ...phones, ...authority],
      fields: [...published.policy.fields.keys()],
    })
    return { request, gathered, published }
  })
}

function wishOf(
  { running }: PackageDesk,
  {
    request,
    gathered,
    published,
    madeAt,
  }: { request: OfRequest; gathered: Gathered; published: Published; madeAt: Date },
): PackageWish {
  return {
    ...{ gathered, published, madeAt, maps: running.ground.maps, language: request.language },
    ...{ reference: referenceOf(request.id), shown: request.shown_places, coveredWords: request.covered_words },
  }
}

async function fileOf(name: string, form: PackageForm, { paper, machine }: Package): Promise<PackageFile> {
  if (form === 'html') return { type: 'text/html; charset=utf-8', name: `${name}.html`, content: paperPage(paper) }
  if (form === 'pdf')
    return { type: 'application/pdf', name: `${name}.pdf`, content: Buffer.from(await paperPdf(paper)) }
  if (form === 'json')
    return { type: 'application/json; charset=utf-8', name: `${name}.json`, content: JSON.stringify(machine, null, 2) }
  throw new Refusal('NOT_FOUND', 404)
}

function portableFile(
  name: string,
  form: PackageForm,
  values: readonly Provided[],
  { version }: Published,
): PackageFile {
  if (form === 'csv') return { type: 'text/csv; charset=utf-8', name: `${name}.csv`, content: toCsv(values) }
  if (form !== 'json') throw new Refusal('NOT_FOUND', 404)
  const content = JSON.stringify({ format: 'seloste-portable/1', statement: version, values }, null, 2)
  return { type: 'application/json; charset=utf-8', name: `${name}.json`, content }
}
