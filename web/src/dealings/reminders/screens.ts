export { ReminderRunScreen } from './ReminderRunScreen.tsx'
export { RemindersScreen } from './RemindersScreen.tsx'
