import { dealingsLists } from '#dealings'
import type { ListDefinition, References } from '#lists'
import { messagesList } from '#mail'
import { companiesList, enquiriesList, peopleList, registerReferences } from '#register'
import { tasksList } from '#work'

/** The one visible list of the lists that the desk has. Each is defined in the module that owns its rows. */
export const listsOf: readonly ListDefinition[] = [
  peopleList,
  companiesList,
  enquiriesList,
  messagesList,
  ...dealingsLists,
  tasksList,
]

/** How lists say the names of what their rows point at. */
export const referencesOf: References = registerReferences
