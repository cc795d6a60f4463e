export { QuoteRequestScreen } from './QuoteRequestScreen.tsx'
export { QuoteRequestsScreen } from './QuoteRequestsScreen.tsx'
