export { MatrixScreen } from './MatrixScreen.tsx'
export { ProfileScreen } from './ProfileScreen.tsx'
export { StaffScreen } from './StaffScreen.tsx'
