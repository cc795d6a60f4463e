/** C9, Art. 18(1)(a)–(d) GDPR. */
export const restrictionReasons = ['accuracy', 'unlawful-kept', 'claims', 'objection-pending'] as const
export type RestrictionReason = (typeof restrictionReasons)[number]
