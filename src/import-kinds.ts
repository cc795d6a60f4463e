import { dealingsFromFiles } from '#dealings'
import type { ImportKind } from '#register'

/** The one visible list of what a file may hold beside people and companies. Each module adds its own kinds. */
export const importKinds: readonly ImportKind[] = [...dealingsFromFiles]
