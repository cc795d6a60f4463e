export { PaperSettingsScreen } from './PaperSettingsScreen.tsx'
