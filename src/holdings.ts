import { choicesHolding, choicesKeyIn } from '#choices'
import { dealingsHolding } from '#dealings'
import { exchangeHolding } from '#exchange'
import { listsHolding } from '#lists'
import { mailHolding } from '#mail'
import { marketingHolding } from '#marketing'
import { oversightHolding } from '#oversight'
import { recipientsHolding } from '#recipients'
import { type Holding, inForce, registerHolding } from '#register'
import { erasureHolding, ledgerHolding, rightsHolding } from '#rights'
import type { Published, Running } from '#statement'
import { workHolding } from '#work'
import type { Database } from './database.ts'

/** The one visible list of places where something about a person is kept. Rights requests visit all of them. */
export function holdingsOf(register: Running<Database>): Holding<Database>[] {
  const ofRegister = registerHolding(() => inForce(register))
  const ofChoices = choicesHolding({
    key: () => choicesKeyIn(register),
    statement: () => statementOf(register),
  })
  const ofDealings = dealingsHolding(
    () => statementOf(register),
    () => inForce(register),
  )
  // In this order they are erased and merged: the register's own comes last, whose addresses the others still ask for.
  return [
    ledgerHolding,
    ofDealings,
    workHolding,
    ofChoices,
    recipientsHolding,
    mailHolding,
    marketingHolding,
    oversightHolding,
    exchangeHolding,
    rightsHolding,
    erasureHolding(() => statementOf(register)),
    listsHolding,
    ofRegister,
  ] as unknown as Holding<Database>[] // each reaches its own tables, which are among the Database's
}

function statementOf(register: Running<Database>) {
  register.policy() // refuses where no statement is in force
  return (register.current() as Published).statement
}
