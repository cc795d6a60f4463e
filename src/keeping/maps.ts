import type { TableMap } from '#statement'

/** Tables about backups and nobody: only restoring writes them, with the owner's rights. */
export const keepingMaps: readonly TableMap[] = [
  {
    table: 'register.restoration',
    plain: ['id', 'backup', 'taken_at', 'restored_at', 'note', 'replayed_at'],
    carries: {},
    machines: { sealer: { select: '*' } },
  },
  {
    table: 'register.replayed',
    plain: ['leaf', 'at', 'outcome'],
    carries: {},
    machines: { sealer: { select: '*' } },
  },
]
