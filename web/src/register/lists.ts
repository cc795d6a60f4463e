export { CompaniesScreen } from './CompaniesScreen.tsx'
export { PeopleScreen } from './PeopleScreen.tsx'
