/** What staff deletes stays in the bin this many days; then it is erased. */
export const daysInBin = 14

/**
 * The kinds of record that staff may delete and take back: each table has `binned_at`, `binned_by` and `revision`, and its own lists leave
 * out what is binned. Erasure by right never goes here.
 */
export const binKinds = {
  opportunity: { table: 'register.opportunity', field: 'com.quotes', title: 'title' },
} as const

export type BinKind = keyof typeof binKinds
