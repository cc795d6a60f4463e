import { type Kysely, sql } from 'kysely'

/** What a database itself enforces: its functions and triggers as it prints them, and how many triggers are switched off. */
export interface DatabaseRules {
  functions: string[]
  triggers: string[]
  triggersOff: number
}

/** Reads the rules of the migrated schemas. */
export async function databaseRules<T>(db: Kysely<T>): Promise<DatabaseRules> {
  const functions = await sql<{ text: string }>`
    select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('seloste', 'register') order by n.nspname, p.proname, p.oid::regprocedure::text
  `.execute(db)
  const triggers = await sql<{ line: string; off: boolean }>`
    select pg_get_triggerdef(t.oid) || ';' as line, t.tgenabled = 'D' as off from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname in ('register', 'declared', 'auth') and t.tgparentid = 0 order by 1
  `.execute(db)
  return {
    functions: functions.rows.map(({ text }) => `${text.trim()};`),
    triggers: triggers.rows.map(({ line }) => line),
    triggersOff: triggers.rows.filter(({ off }) => off).length,
  }
}

/** Whether these are the rules of a printed schema: none other, none missing, none switched off. */
export function areRulesOf(schema: string, { functions, triggers, triggersOff }: DatabaseRules): boolean {
  const printed = (beginning: RegExp) => schema.match(beginning)?.length ?? 0
  return (
    triggersOff === 0 &&
    printed(/^CREATE OR REPLACE (FUNCTION|PROCEDURE) /gm) === functions.length &&
    printed(/^CREATE (CONSTRAINT )?TRIGGER /gm) === triggers.length &&
    [...functions, ...triggers].every((rule) => schema.includes(`\n${rule}\n`))
  )
}
