export { EnquiriesScreen } from './EnquiriesScreen.tsx'
export { NothingOpen } from './NothingOpen.tsx'
