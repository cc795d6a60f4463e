import { look, perform } from '#ledger'
import { isSetUp, makeSetUpLink } from './first-administrator.ts'
import { makeLink } from './make-link.ts'
import type { AccessRegister } from './ports.ts'
import { atTheDoor } from './sign-in.ts'

/** The address of a one-time link for the first administrator; null when the register has staff already. */
export async function setupLink(register: AccessRegister, publicUrl: string): Promise<string | null> {
  const occasion = atTheDoor({ at: register.now(), under: String(register.current()?.version ?? 0) }, 'start')
  const isKept = await look(register.db, occasion, async (view) => {
    view.saw([], [])
    return isSetUp(view)
  })
  return isKept ? null : `${publicUrl}/auth/link/${await perform(register.db, occasion, makeSetUpLink)}`
}

export interface DemoLink {
  name: string
  duties: string[]
  link: string
}

/** One-time sign-in links for everybody at the demo. Never for a register that is not one. */
export async function demoSignIn(
  register: AccessRegister,
  { publicUrl, demo, host }: { publicUrl: string; demo: boolean; host: string },
): Promise<DemoLink[]> {
  if (!demo || !['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new Error('one-time sign-in links are for a demo on this machine only')
  const occasion = atTheDoor({ at: register.now(), under: String(register.current()?.version ?? 0) }, 'start')
  const cast = await look(register.db, occasion, async (view) => {
    view.saw([], [])
    return view.db
      .selectFrom('register.staff as staff')
      .innerJoin('register.staff_duty as held', 'held.staff_id', 'staff.id')
      .select(['staff.id', 'staff.name', 'held.duty'])
      .where('staff.state', '=', 'open')
      .where('held.withdrawn_at', 'is', null)
      .orderBy('staff.invited_at')
      .orderBy('staff.name')
      .execute()
  })

  const people = Map.groupBy(cast, ({ id }) => id)
  return Promise.all(
    [...people].map(async ([id, rows]) => {
      const secret = await perform(register.db, occasion, (act) => makeLink(act, 'demo', id))
      return {
        name: rows[0]?.name ?? '',
        duties: rows.map(({ duty }) => duty),
        link: `${publicUrl}/auth/link/${secret}`,
      }
    }),
  )
}
