export { exchangeMaps } from './maps.ts'
export { exchangeRefusals } from './refusals.ts'
export { exchangeRoutes } from './routes.ts'
export type { ExchangeTables } from './tables.ts'
