export { CompanyAccountScreen, PersonAccountScreen } from './AccountScreen.tsx'
