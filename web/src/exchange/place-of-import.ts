import type { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'

/** Where what a file holds is found in the desk: the way back from bringing it in. */
export function placeOfImport(holds: string | undefined, { places }: ReturnType<typeof useTexts>['shell']) {
  if (holds === 'products') return { to: to.products(), label: places.products }
  if (holds === 'opportunities') return { to: to.pipeline(), label: places.pipeline }
  return { to: to.people(), label: places.people }
}
