import { placeOf, rowsIn } from './gather.ts'
import type { PackageWish } from './package.ts'
import { receiverName, uncoveredOnly } from './say-value.ts'

// For a machine: as it is kept, with others covered, and without who of the staff did what.
export function machineCopy(wish: PackageWish): Record<string, unknown> {
  const { gathered, published, reference, madeAt } = wish
  const { statement } = published
  return {
    format: 'seloste-access/1',
    reference,
    madeAt: madeAt.toISOString(),
    statement: { version: published.version, hash: published.hash },
    controller: { name: statement.controller.legalName, businessId: statement.controller.businessId },
    authority: statement.authority,
    holdings: gathered.kept.map(({ holding, kept }) => ({
      holding,
      kept: kept.map(({ table, rows }) => ({ table, rows: rows.map((row, at) => machineRow(wish, table, row, at)) })),
    })),
    recipients: rowsIn(gathered.kept, 'register.disclosure').map((row) => ({
      ...{ name: receiverName(published, row, wish.language), at: row.at, purpose: row.purpose, fields: row.fields },
      transferTool: row.transfer_tool ?? null,
    })),
    retention: gathered.fates.map((fate) => ({ class: fate.class, table: fate.table, until: fate.until ?? null })),
    lookups: gathered.looks.map(({ at, duty, purpose }) => ({ at, purpose, roleName: duty })),
  }
}

const staff = /^(by|owner|assigned_to|entered_by|asked_by|sent_by|settled_by|lifted_by)$/

function machineRow(wish: PackageWish, table: string, row: Record<string, unknown>, at: number) {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !staff.test(column))
      .map(([column, value]) => [
        column,
        typeof value === 'string'
          ? uncoveredOnly(wish, placeOf(table, row, at, column), value)
          : Buffer.isBuffer(value)
            ? value.toString('hex')
            : value,
      ]),
  )
}
