export { RequestScreen } from './RequestScreen.tsx'
export { RequestsScreen } from './RequestsScreen.tsx'
