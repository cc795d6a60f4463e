export { DuplicatesScreen } from './duplicates/DuplicatesScreen.tsx'
export { ImportPart } from './ImportPart.tsx'
export { ImportScreen } from './ImportScreen.tsx'
