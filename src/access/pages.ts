import type { HttpServer } from '#platform/http'
import { accountPages } from './pages/account.ts'
import { type DoorOptions, doorOf } from './pages/door.ts'
import { linkPages } from './pages/link.ts'
import { signInPages } from './pages/sign-in.ts'
import type { AccessRegister } from './ports.ts'

/** The pages under /auth: signing in, one-time links and everybody's own account. */
export function accessPages(app: HttpServer, register: AccessRegister, options: DoorOptions) {
  const door = doorOf(app, register, options)
  signInPages(door)
  linkPages(door)
  accountPages(door)
}
