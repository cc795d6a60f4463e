import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { RegisterTables } from './tables.ts'

/** How long the link that proves an address opens anything, in days. */
export const proofDays = 14

interface Proven {
  person: string
  value: string
}

/**
 * Keeps the digest (32 bytes) of the secret in a letter that proves the address it goes to, under the machine duty `worker`. Asked again, the
 * link has its days anew; where the address is proven meanwhile nothing is kept.
 */
export async function askProof<T>(act: Act<T>, { emailId, digest }: { emailId: string; digest: Buffer }) {
  const until = new Date(act.at.getTime() + proofDays * 24 * 3_600_000)
  const [asked] = await rowsOf<{ asked: boolean }>(
    act,
    sql`select seloste.ask_proof(${emailId}::uuid, ${digest}, ${until}) as asked`,
  )
  await act.record({ what: asked?.asked ? 'email.proof-asked' : 'email.proven-already', about: emailId })
}

/** Whether a link would prove an address if its button were pressed; under `intake`, which reads no address. */
export async function waitsForProof(look: Look<RegisterTables>, digest: Buffer): Promise<boolean> {
  const [found] = await rowsOf<Proven>(
    look,
    sql`select person, value from seloste.email_to_prove(${digest}, ${look.at})`,
  )
  look.saw([], [])
  return found !== undefined
}

// S6.3, S12.5: opening a link proves nothing, scanners of mail do that; the press of its button does. Once.
/** Whoever reads the mail of an address proves it; false where the link is over, was used, or the person is restricted. */
export async function proveEmail(act: Act<RegisterTables>, digest: Buffer): Promise<boolean> {
  const [proven] = await rowsOf<Proven>(act, sql`select person, value from seloste.prove_email(${digest}, ${act.at})`)
  if (proven)
    await act.record({ what: 'email.proven', about: proven.person, detail: { value: proven.value, way: 'link' } })
  return proven !== undefined
}

async function rowsOf<T>({ db }: { db: unknown }, query: RawBuilder<unknown>): Promise<T[]> {
  return (await query.execute(db as Parameters<RawBuilder<unknown>['execute']>[0])).rows as T[]
}
