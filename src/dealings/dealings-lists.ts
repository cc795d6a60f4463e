import type { ListDefinition } from '#lists'
import { withAdded } from './added/with-added.ts'
import { afterSalesLists } from './after-sales-lists.ts'
import { chainLists } from './chain-lists.ts'
import { invoicesList } from './invoices/invoices-list.ts'
import { opportunitiesList } from './opportunities/opportunities-list.ts'
import { paymentsList } from './payments/payments-list.ts'
import { productsList } from './products/products-list.ts'
import { quoteRequestsList } from './quote-requests/quote-requests-list.ts'

/** Every list of dealings, and of what is sold. */
export const dealingsLists: readonly ListDefinition[] = [
  opportunitiesList,
  quoteRequestsList,
  invoicesList,
  paymentsList,
  ...chainLists,
  ...afterSalesLists,
  productsList,
].map(withAdded)
