export const resolutions = ['repaired', 'replaced', 'credited', 'price-cut', 'explained', 'refused'] as const
/** What came of a complaint. */
export type Resolution = (typeof resolutions)[number]
