import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { wordsOnly } from './search-words.ts'
import { Gate } from './shell/Gate.tsx'
import { RouteFailed, RouteNotFound } from './shell/RouteFailed.tsx'
import { Start } from './shell/Start.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Gate })

const afterSales = () => import('./dealings/AfterSalesScreens.tsx')
const inbox = () => import('./register/inbox.ts')
const enquiry = () => import('./register/EnquiryPart.tsx')
const lists = () => import('./register/lists.ts')
const cards = () => import('./register/cards.ts')
const forms = () => import('./register/forms.ts')
const chain = () => import('./dealings/chain/screens.ts')
const statement = () => import('./statement/screens.ts')
const draft = () => import('./statement/DraftScreen.tsx')
const exchange = () => import('./exchange/screens.ts')
const oversight = () => import('./oversight/screens.ts')
const evidence = () => import('./oversight/evidence/EvidenceScreen.tsx')
const retention = () => import('./rights/retention/RetentionScreen.tsx')
const rights = () => import('./rights/screens.ts')
const mail = () => import('./mail/screens.ts')
const marketing = () => import('./marketing/screens.ts')
const work = () => import('./work/screens.ts')
const reports = () => import('./lists/reports/screens.ts')
const access = () => import('./access/screens.ts')
const bin = () => import('./bin/BinScreen.tsx')
const quoteRequests = () => import('./dealings/quote-requests/screens.ts')
const pipeline = () => import('./dealings/pipeline/screens.ts')
const bookkeeping = () => import('./dealings/bookkeeping/screens.ts')
const invoices = () => import('./dealings/invoices/screens.ts')
const account = () => import('./dealings/account/screens.ts')
const billing = () => import('./dealings/billing/screens.ts')
const reminders = () => import('./dealings/reminders/screens.ts')
const papers = () => import('./dealings/papers/screens.ts')
const products = () => import('./dealings/products/screens.ts')
const capture = () => import('./register/capture/CaptureScreen.tsx')
const cookies = () => import('./website/CookiesScreen.tsx')

const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path, validateSearch: wordsOnly })

const enquiries = createRoute({ ...at('enquiries'), component: lazyRouteComponent(inbox, 'EnquiriesScreen') })

const messages = createRoute({ ...at('messages'), component: lazyRouteComponent(mail, 'MessagesScreen') })

const tree = root.addChildren([
  createRoute({ ...at('/'), component: Start }),
  enquiries.addChildren([
    createRoute({ getParentRoute: () => enquiries, path: '/', component: lazyRouteComponent(inbox, 'NothingOpen') }),
    createRoute({
      getParentRoute: () => enquiries,
      path: '$enquiry',
      component: lazyRouteComponent(enquiry, 'EnquiryPart'),
    }),
  ]),
  messages.addChildren([
    createRoute({ getParentRoute: () => messages, path: '/', component: lazyRouteComponent(mail, 'NoThreadOpen') }),
    createRoute({ getParentRoute: () => messages, path: '$thread', component: lazyRouteComponent(mail, 'ThreadPart') }),
  ]),
  createRoute({ ...at('message-list'), component: lazyRouteComponent(mail, 'MessageListScreen') }),
  createRoute({ ...at('mailboxes'), component: lazyRouteComponent(mail, 'MailboxesScreen') }),
  createRoute({ ...at('mailboxes/return'), component: lazyRouteComponent(mail, 'ConsentReturn') }),
  createRoute({ ...at('mail-templates'), component: lazyRouteComponent(mail, 'TemplatesScreen') }),
  createRoute({ ...at('companies'), component: lazyRouteComponent(lists, 'CompaniesScreen') }),
  createRoute({ ...at('companies/new'), component: lazyRouteComponent(forms, 'NewCompanyScreen') }),
  createRoute({ ...at('companies/$company'), component: lazyRouteComponent(cards, 'CompanyScreen') }),
  createRoute({ ...at('companies/$company/edit'), component: lazyRouteComponent(forms, 'EditCompanyScreen') }),
  createRoute({ ...at('people'), component: lazyRouteComponent(lists, 'PeopleScreen') }),
  createRoute({ ...at('notices'), component: lazyRouteComponent(lists, 'NoticesScreen') }),
  createRoute({ ...at('imports'), component: lazyRouteComponent(exchange, 'ImportScreen') }),
  createRoute({ ...at('imports/$import'), component: lazyRouteComponent(exchange, 'ImportPart') }),
  createRoute({ ...at('duplicates'), component: lazyRouteComponent(exchange, 'DuplicatesScreen') }),
  createRoute({ ...at('capture'), component: lazyRouteComponent(capture, 'CaptureScreen') }),
  createRoute({ ...at('people/new'), component: lazyRouteComponent(forms, 'NewPersonScreen') }),
  createRoute({ ...at('people/$person'), component: lazyRouteComponent(cards, 'PersonScreen') }),
  createRoute({ ...at('people/$person/edit'), component: lazyRouteComponent(forms, 'EditPersonScreen') }),
  createRoute({ ...at('quote-requests'), component: lazyRouteComponent(quoteRequests, 'QuoteRequestsScreen') }),
  createRoute({ ...at('quote-requests/$request'), component: lazyRouteComponent(quoteRequests, 'QuoteRequestScreen') }),
  createRoute({ ...at('quotes'), component: lazyRouteComponent(chain, 'QuotesScreen') }),
  createRoute({ ...at('quotes/$quote'), component: lazyRouteComponent(chain, 'QuoteScreen') }),
  createRoute({ ...at('orders'), component: lazyRouteComponent(chain, 'OrdersScreen') }),
  createRoute({ ...at('orders/new'), component: lazyRouteComponent(chain, 'NewOrderScreen') }),
  createRoute({ ...at('orders/$order'), component: lazyRouteComponent(chain, 'OrderScreen') }),
  createRoute({ ...at('complaints'), component: lazyRouteComponent(afterSales, 'ComplaintsScreen') }),
  createRoute({ ...at('complaints/$complaint'), component: lazyRouteComponent(afterSales, 'ComplaintScreen') }),
  createRoute({ ...at('warranties'), component: lazyRouteComponent(afterSales, 'WarrantiesScreen') }),
  createRoute({ ...at('warranties/$warranty'), component: lazyRouteComponent(afterSales, 'WarrantyScreen') }),
  createRoute({ ...at('deliveries'), component: lazyRouteComponent(chain, 'DeliveriesScreen') }),
  createRoute({ ...at('deliveries/$delivery'), component: lazyRouteComponent(chain, 'DeliveryScreen') }),
  createRoute({ ...at('contracts'), component: lazyRouteComponent(chain, 'ContractsScreen') }),
  createRoute({ ...at('contracts/$contract'), component: lazyRouteComponent(chain, 'ContractScreen') }),
  createRoute({ ...at('assignments'), component: lazyRouteComponent(chain, 'AssignmentsScreen') }),
  createRoute({ ...at('assignments/$assignment'), component: lazyRouteComponent(chain, 'AssignmentScreen') }),
  createRoute({ ...at('statement'), component: lazyRouteComponent(statement, 'StatementScreen') }),
  createRoute({ ...at('statement/versions'), component: lazyRouteComponent(statement, 'VersionsScreen') }),
  createRoute({
    ...at('statement/versions/$a/difference/$b'),
    component: lazyRouteComponent(statement, 'DifferenceScreen'),
  }),
  createRoute({ ...at('statement/new'), component: lazyRouteComponent(statement, 'NewDraftScreen') }),
  createRoute({ ...at('statement/wizard'), component: lazyRouteComponent(statement, 'WizardScreen') }),
  createRoute({ ...at('statement/drafts/$draft'), component: lazyRouteComponent(draft, 'DraftScreen') }),
  createRoute({ ...at('statement/drafts/$draft/plan'), component: lazyRouteComponent(statement, 'PlanScreen') }),
  createRoute({ ...at('cookies'), component: lazyRouteComponent(cookies, 'CookiesScreen') }),
  createRoute({ ...at('oversight'), component: lazyRouteComponent(oversight, 'RecipientsScreen') }),
  createRoute({ ...at('oversight/disclosures'), component: lazyRouteComponent(oversight, 'DisclosuresScreen') }),
  createRoute({ ...at('oversight/authorities'), component: lazyRouteComponent(oversight, 'AuthoritiesScreen') }),
  createRoute({ ...at('oversight/authorities/new'), component: lazyRouteComponent(oversight, 'NewAuthorityScreen') }),
  createRoute({ ...at('oversight/authorities/$request'), component: lazyRouteComponent(oversight, 'AuthorityScreen') }),
  createRoute({ ...at('oversight/papers'), component: lazyRouteComponent(oversight, 'PapersScreen') }),
  createRoute({ ...at('oversight/receipts'), component: lazyRouteComponent(oversight, 'ReceiptsScreen') }),
  createRoute({ ...at('requests'), component: lazyRouteComponent(rights, 'RequestsScreen') }),
  createRoute({ ...at('requests/$request'), component: lazyRouteComponent(rights, 'RequestScreen') }),
  createRoute({ ...at('evidence'), component: lazyRouteComponent(evidence, 'EvidenceScreen') }),
  createRoute({ ...at('retention'), component: lazyRouteComponent(retention, 'RetentionScreen') }),
  createRoute({ ...at('pipeline'), component: lazyRouteComponent(pipeline, 'PipelineScreen') }),
  createRoute({ ...at('opportunities'), component: lazyRouteComponent(pipeline, 'OpportunitiesScreen') }),
  createRoute({
    ...at('opportunities/$opportunity'),
    component: lazyRouteComponent(pipeline, 'OpportunityScreen'),
  }),
  createRoute({ ...at('bin'), component: lazyRouteComponent(bin, 'BinScreen') }),
  createRoute({ ...at('bookkeeping'), component: lazyRouteComponent(bookkeeping, 'BookkeepingScreen') }),
  createRoute({ ...at('paper-settings'), component: lazyRouteComponent(papers, 'PaperSettingsScreen') }),
  createRoute({ ...at('invoices'), component: lazyRouteComponent(invoices, 'InvoicesScreen') }),
  createRoute({ ...at('invoices/new'), component: lazyRouteComponent(invoices, 'NewInvoiceScreen') }),
  createRoute({ ...at('invoices/reminders'), component: lazyRouteComponent(reminders, 'RemindersScreen') }),
  createRoute({ ...at('invoices/reminders/$run'), component: lazyRouteComponent(reminders, 'ReminderRunScreen') }),
  createRoute({ ...at('companies/$company/account'), component: lazyRouteComponent(account, 'CompanyAccountScreen') }),
  createRoute({ ...at('people/$person/account'), component: lazyRouteComponent(account, 'PersonAccountScreen') }),
  createRoute({ ...at('invoices/to-bill'), component: lazyRouteComponent(billing, 'ToBillScreen') }),
  createRoute({ ...at('invoices/aged'), component: lazyRouteComponent(invoices, 'AgedScreen') }),
  createRoute({ ...at('invoices/$invoice'), component: lazyRouteComponent(invoices, 'InvoiceScreen') }),
  createRoute({ ...at('invoicing'), component: lazyRouteComponent(invoices, 'InvoicingScreen') }),
  createRoute({ ...at('payments'), component: lazyRouteComponent(invoices, 'PaymentsScreen') }),
  createRoute({ ...at('payments/file'), component: lazyRouteComponent(invoices, 'PaymentFileScreen') }),
  createRoute({ ...at('payments/allocate'), component: lazyRouteComponent(invoices, 'AllocateScreen') }),
  createRoute({ ...at('payments/$payment'), component: lazyRouteComponent(invoices, 'PaymentScreen') }),
  createRoute({ ...at('products'), component: lazyRouteComponent(products, 'ProductsScreen') }),
  createRoute({ ...at('products/list'), component: lazyRouteComponent(products, 'ProductListScreen') }),
  createRoute({ ...at('products/$product'), component: lazyRouteComponent(products, 'ProductScreen') }),
  createRoute({ ...at('campaigns'), component: lazyRouteComponent(marketing, 'CampaignsScreen') }),
  createRoute({ ...at('campaigns/new'), component: lazyRouteComponent(marketing, 'NewCampaignScreen') }),
  createRoute({ ...at('campaigns/returned'), component: lazyRouteComponent(marketing, 'ReturnsScreen') }),
  createRoute({ ...at('campaigns/$campaign'), component: lazyRouteComponent(marketing, 'CampaignScreen') }),
  createRoute({ ...at('day'), component: lazyRouteComponent(work, 'MyDayScreen') }),
  createRoute({ ...at('tasks'), component: lazyRouteComponent(work, 'TasksScreen') }),
  createRoute({ ...at('tasks/list'), component: lazyRouteComponent(work, 'TaskListScreen') }),
  createRoute({ ...at('tasks/$task'), component: lazyRouteComponent(work, 'TaskScreen') }),
  createRoute({ ...at('reminding'), component: lazyRouteComponent(work, 'RemindingScreen') }),
  createRoute({ ...at('rules'), component: lazyRouteComponent(work, 'RulesScreen') }),
  createRoute({ ...at('dashboard'), component: lazyRouteComponent(reports, 'DashboardScreen') }),
  createRoute({ ...at('reports'), component: lazyRouteComponent(reports, 'ReportsScreen') }),
  createRoute({ ...at('reports/$report'), component: lazyRouteComponent(reports, 'ReportScreen') }),
  createRoute({ ...at('access'), component: lazyRouteComponent(access, 'MatrixScreen') }),
  createRoute({ ...at('staff'), component: lazyRouteComponent(access, 'StaffScreen') }),
  createRoute({ ...at('profile'), component: lazyRouteComponent(access, 'ProfileScreen') }),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  context: { queries: undefined as unknown as QueryClient }, // given by <RouterProvider>
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: RouteFailed,
  defaultNotFoundComponent: RouteNotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
