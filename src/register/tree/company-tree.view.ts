import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees, verdictOn } from '../in-force.ts'
import { rowsOf } from '../pieces.ts'
import type { RegisterTables } from '../tables.ts'

export interface CompanyInTree {
  id: string
  name: string
  parent: string | null
  /** 0 at the top. */
  depth: number
  revision: number
}

const most = 300

/** The whole group that a company belongs to, from the top, each company before those under it. */
export async function companyTree(look: Look<RegisterTables>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['org.name'])
  const rows = await rowsOf<CompanyInTree & { personId: string | null }>(
    look.db,
    sql<CompanyInTree & { personId: string | null }>`
      with recursive above as (
        select firm.id, firm.parent_id, 0 as height from register.organisation firm where firm.id = ${id}::uuid
        union all
        select firm.id, firm.parent_id, above.height + 1 from register.organisation firm join above on firm.id = above.parent_id
        where above.height < 30),
      top as (select above.id from above order by above.height desc limit 1),
      tree as (
        select firm.id, firm.name, null::uuid as parent, 0 as depth, firm.revision, firm.person_id, array[seloste.folded(firm.name), firm.id::text] as path
        from register.organisation firm where firm.id = (select top.id from top)
        union all
        select firm.id, firm.name, firm.parent_id, tree.depth + 1, firm.revision, firm.person_id, tree.path || array[seloste.folded(firm.name), firm.id::text]
        from register.organisation firm join tree on firm.parent_id = tree.id where tree.depth < 30)
      select id, name, parent, depth, revision, person_id as "personId" from tree order by path limit ${most}`,
  )
  // S5.2: a company's data are nobody's personal data; a sole trader's are.
  const people = rows.flatMap(({ personId }) => personId ?? [])
  look.saw(people, people.length > 0 ? ['org.name'] : [])
  const items = rows.map(({ personId: _, ...company }) => company)
  if (items.length === 0) return null
  return { items, next: null, mayWrite: verdictOn(inForce, look, 'org.name', 'write').allowed }
}
