export { CompaniesScreen } from './CompaniesScreen.tsx'
export { NoticesScreen } from './NoticesScreen.tsx'
export { PeopleScreen } from './PeopleScreen.tsx'
