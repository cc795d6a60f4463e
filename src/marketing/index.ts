export { marketingMaps } from './maps.ts'
export type { MarketingTables } from './tables.ts'
