import type { ListDefinition } from '#lists'

/** The one visible list of the lists that the desk has. Each is defined in the module that owns its rows. */
export const listsOf: readonly ListDefinition[] = []
