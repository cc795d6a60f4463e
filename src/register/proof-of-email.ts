import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { RegisterTables } from './tables.ts'

/** How long the link by which an address answers opens anything, in days. */
export const proofDays = 14

interface Proven {
  person: string
  value: string
}

/**
 * Keeps the digest (32 bytes) of the secret in a letter by which the address it goes to answers, under the machine duty `worker`. Asked again,
 * the link has its days anew; where the address has answered or is confirmed meanwhile nothing is kept.
 */
export async function askProof<T>(act: Act<T>, { emailId, digest }: { emailId: string; digest: Buffer }) {
  const until = new Date(act.at.getTime() + proofDays * 24 * 3_600_000)
  const [asked] = await rowsOf<{ asked: boolean }>(
    act,
    sql`select seloste.ask_proof(${emailId}::uuid, ${digest}, ${until}) as asked`,
  )
  await act.record({ what: asked?.asked ? 'email.proof-asked' : 'email.answered-already', about: emailId })
}

/** Whether an address would answer if the button of this link were pressed; under `intake`, which reads no address. */
export async function waitsForProof(look: Look<RegisterTables>, digest: Buffer): Promise<boolean> {
  const [found] = await rowsOf<Proven>(
    look,
    sql`select person, value from seloste.email_to_prove(${digest}, ${look.at})`,
  )
  look.saw([], [])
  return found !== undefined
}

// S6.3, S12.5: opening a link says nothing, scanners of mail do that; the press of its button does, once. It shows that the mail is read, not
// whose it is: whoever held the quote's link typed the address.
/** Whoever reads the mail of an address answers from it; false where the link is over, was used, or the person is restricted. */
export async function proveEmail(act: Act<RegisterTables>, digest: Buffer): Promise<boolean> {
  const [proven] = await rowsOf<Proven>(act, sql`select person, value from seloste.prove_email(${digest}, ${act.at})`)
  if (proven) await act.record({ what: 'email.answered', about: proven.person, detail: { value: proven.value } })
  return proven !== undefined
}

async function rowsOf<T>({ db }: { db: unknown }, query: RawBuilder<unknown>): Promise<T[]> {
  return (await query.execute(db as Parameters<RawBuilder<unknown>['execute']>[0])).rows as T[]
}
