export { ToBillScreen } from './ToBillScreen.tsx'
