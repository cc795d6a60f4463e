export { DashboardScreen } from './DashboardScreen.tsx'
export { ReportScreen } from './ReportScreen.tsx'
export { ReportsScreen } from './ReportsScreen.tsx'
