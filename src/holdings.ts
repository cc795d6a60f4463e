import { type Holding, inForce, registerHolding } from '#register'
import type { Running } from '#statement'
import type { Database } from './database.ts'

/** The one visible list of places where something about a person is kept. Rights requests visit all of them. */
export function holdingsOf(register: Running<Database>): Holding<Database>[] {
  const ofRegister = registerHolding(() => inForce(register))
  return [ofRegister as unknown as Holding<Database>] // each reaches its own tables, which are among the Database's
}
