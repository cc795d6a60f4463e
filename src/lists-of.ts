import { afterSalesLists, chainLists, invoicesList, opportunitiesList, paymentsList } from '#dealings'
import type { ListDefinition, References } from '#lists'
import { messagesList } from '#mail'
import { companiesList, enquiriesList, peopleList, registerReferences } from '#register'

/** The one visible list of the lists that the desk has. Each is defined in the module that owns its rows. */
export const listsOf: readonly ListDefinition[] = [
  peopleList,
  companiesList,
  enquiriesList,
  messagesList,
  opportunitiesList,
  invoicesList,
  paymentsList,
  ...chainLists,
  ...afterSalesLists,
]

/** How lists say the names of what their rows point at. */
export const referencesOf: References = registerReferences
