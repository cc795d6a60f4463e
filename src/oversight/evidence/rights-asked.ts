import { sql } from 'kysely'
import type { Witness } from './check.ts'

export const today = ({ now }: Witness) => sql`(${now}::timestamptz at time zone 'Europe/Helsinki')::date`
export const overdue = (witness: Witness, ...kinds: string[]) => sql<{ n: number }>`
  select count(*) as n from register.rights_request
  where kind = any (${kinds}::text[]) and closed_at is null and replied_at is null and due_on < ${today(witness)}`
export const right = ({ statement }: Witness, name: string) =>
  (
    statement.rights as
      | Record<
          string,
          | {
              identity?: string | null
              effect?: string | null
              reasons?: string[]
              form?: string | null
              channels?: string[]
              blockers?: { id: string }[]
            }
          | undefined
        >
      | undefined
  )?.[name]
