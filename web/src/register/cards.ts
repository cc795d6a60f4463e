export { CompanyScreen } from './CompanyScreen.tsx'
export { PersonScreen } from './PersonScreen.tsx'
