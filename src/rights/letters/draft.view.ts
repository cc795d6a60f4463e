import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Fate } from '#register'
import { classInWords, type Published } from '#statement'
import type { RequestRow } from '../move-request.ts'
import { receiverName } from '../package/say-value.ts'
import { rowsOf } from '../rows.ts'
import type { LetterKind, RightsReach } from '../tables.ts'
import { factsOf } from './facts.ts'
import { composeLetter, dayIn } from './letter.ts'

/** The letter as the register would write it, for the desk to read and change before it goes. */
export async function draftOf(
  look: Look<RightsReach>,
  published: Published,
  { requestId, kind }: { requestId: string; kind: LetterKind },
) {
  const [held] = await rowsOf<RequestRow>(
    look,
    sql`select request.* from register.rights_request request where request.id = ${requestId}::uuid`,
  )
  look.saw(held?.person_id ? [held.person_id] : [], ['sys.cases'])
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const more =
    kind === 'reply'
      ? {
          done: await doneIn(look, published, held),
          kept: await keptIn(look, held),
          told: await toldOf(look, published, held),
        }
      : {}
  const letter = composeLetter(published.statement, factsOf(held, kind, more))
  // S13.1: no answer can be composed where the statement names no authority.
  if (!letter) throw new Refusal('LETTER_WITHOUT_AUTHORITY', 409, { clause: 'S13.1' })
  return { kind, way: held.reply_way, language: held.language, ...letter }
}

async function doneIn(look: Look<RightsReach>, { policy }: Published, { id, language }: RequestRow): Promise<string[]> {
  const rows = await rowsOf<{ field: string; state: string }>(
    look,
    sql`select field, state from register.rights_item where request_id = ${id}::uuid and state = 'done' order by id`,
  )
  return rows.map(({ field }) => policy.fields.get(field)?.label[language] ?? field)
}

// C4: the answer lists what is kept, on which ground and until when.
async function keptIn(look: Look<RightsReach>, { id, kind, language }: RequestRow): Promise<string[]> {
  if (kind !== 'erasure') return []
  const [row] = await rowsOf<{ held: Fate[] }>(
    look,
    sql`select held from register.erasure where request_id = ${id}::uuid`,
  )
  const said = (row?.held ?? []).filter(
    ({ table }) => table !== 'register.rights_request' && table !== 'register.recipient_notice',
  )
  return [
    ...new Set(
      said.map(({ class: name, ground, until, event }) =>
        [
          classInWords(name, language),
          ground?.[language],
          until ? dayIn(language, until) : event && `${untilWord[language]} ${event[language]}`,
        ]
          .filter(Boolean)
          .join(' – '),
      ),
    ),
  ]
}

const untilWord = { fi: 'kunnes:', sv: 'tills:', en: 'until:' }

// Art. 19: the person is told of the recipients.
async function toldOf(
  look: Look<RightsReach>,
  published: Published,
  { person_id, kind, language }: RequestRow,
): Promise<string[]> {
  if (!person_id) return []
  const rows = await rowsOf(
    look,
    sql`select distinct receiver, receiver_name from register.recipient_notice where person_id = ${person_id}::uuid and kind = ${kind} order by receiver`,
  )
  return rows.map((row) => receiverName(published, row, language))
}
