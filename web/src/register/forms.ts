export { EditCompanyScreen, NewCompanyScreen } from './CompanyForms.tsx'
export { EditPersonScreen, NewPersonScreen } from './PersonForms.tsx'
