import type { RegisterTables } from '#register'
import type { ChoicesTables } from './tables.ts'

/** The choices' own tables, and those of the register that say whose choices they are. */
export type ChoicesReach = ChoicesTables &
  Pick<
    RegisterTables,
    | 'register.person'
    | 'register.person_email'
    | 'register.person_phone'
    | 'register.person_address'
    | 'register.organisation'
    | 'register.organisation_address'
    | 'register.affiliation'
  >
