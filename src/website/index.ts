export { contactRoutes } from './contact.routes.ts'
export { contactFormOf } from './contact-form.ts'
export { sendReceipt } from './send-receipt.ts'
export { forReading, statementPages } from './statement.pages.ts'
