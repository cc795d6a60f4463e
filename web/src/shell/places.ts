import {
  IconAdjustments,
  IconBook2,
  IconBriefcase,
  IconBuilding,
  IconCashBanknote,
  IconChartBar,
  IconCheckbox,
  IconChecklist,
  IconCookie,
  IconEye,
  IconFileCertificate,
  IconFileDescription,
  IconFileInvoice,
  IconHourglassLow,
  IconId,
  IconInbox,
  IconLayoutKanban,
  IconMail,
  IconMailbox,
  IconMessageQuestion,
  IconMessageReport,
  IconPackage,
  type IconProps,
  IconReportAnalytics,
  IconRoute,
  IconShieldCheck,
  IconShieldLock,
  IconShoppingCart,
  IconSignature,
  IconSpeakerphone,
  IconSun,
  IconTemplate,
  IconTrash,
  IconTruckDelivery,
  IconUserCog,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Me } from '../access/contract.ts'
import type { ShellTexts } from '../texts/fi/shell.ts'
import { to } from '../to.ts'

export interface Place {
  name: keyof ShellTexts['places']
  path: string
  Icon: ComponentType<IconProps>
  /** Shown to these duties only. */
  duties?: readonly string[]
  /** Shown only to those who read this field of the statement, and so nowhere where the statement lacks it. */
  field?: string
}

export type GroupOfPlaces = 'work' | 'sales' | 'billing' | 'people' | 'rights' | 'house'

/** The desk's places, in the order of a working day; one line each. */
export const groupsOfPlaces: Readonly<Record<GroupOfPlaces, readonly Place[]>> = {
  work: [
    { name: 'myDay', path: to.myDay(), Icon: IconSun, field: 'com.activities' },
    { name: 'tasks', path: to.tasks(), Icon: IconCheckbox, field: 'com.activities' },
    { name: 'messages', path: to.messages(), Icon: IconMail, field: 'com.enquiries' },
    { name: 'rules', path: to.rules(), Icon: IconRoute, field: 'com.activities' },
    { name: 'dashboard', path: to.dashboard(), Icon: IconChartBar, field: 'org.name' },
    { name: 'reports', path: to.reports(), Icon: IconReportAnalytics, field: 'org.name' },
  ],
  sales: [
    { name: 'pipeline', path: to.pipeline(), Icon: IconLayoutKanban, field: 'com.quotes' },
    { name: 'quoteRequests', path: to.quoteRequests(), Icon: IconMessageQuestion, field: 'com.quotes' },
    { name: 'quotes', path: to.quotes(), Icon: IconFileDescription, field: 'com.quotes' },
    { name: 'orders', path: to.orders(), Icon: IconShoppingCart, field: 'com.orders' },
    { name: 'deliveries', path: to.deliveries(), Icon: IconTruckDelivery, field: 'com.delivery' },
    { name: 'complaints', path: to.complaints(), Icon: IconMessageReport, field: 'com.complaints' },
    { name: 'warranties', path: to.warranties(), Icon: IconShieldCheck, field: 'com.warranty' },
    { name: 'contracts', path: to.contracts(), Icon: IconSignature, field: 'com.contracts' },
    { name: 'assignments', path: to.assignments(), Icon: IconBriefcase, field: 'com.contracts' },
    { name: 'products', path: to.products(), Icon: IconPackage, field: 'com.quotes' },
  ],
  billing: [
    { name: 'invoices', path: to.invoices(), Icon: IconFileInvoice, field: 'com.invoicing' },
    { name: 'payments', path: to.payments(), Icon: IconCashBanknote, field: 'com.invoicing' },
    { name: 'invoicing', path: to.invoicing(), Icon: IconAdjustments, duties: ['billing'], field: 'com.invoicing' },
    { name: 'bookkeeping', path: to.bookkeeping(), Icon: IconBook2, duties: ['billing'], field: 'com.invoicing' },
    {
      name: 'paperSettings',
      path: to.paperSettings(),
      Icon: IconTemplate,
      duties: ['billing'],
      field: 'com.invoicing',
    },
  ],
  people: [
    { name: 'enquiries', path: to.enquiries(), Icon: IconInbox },
    { name: 'companies', path: to.companies(), Icon: IconBuilding },
    { name: 'people', path: to.people(), Icon: IconUsers },
    { name: 'capture', path: to.capture(), Icon: IconId, duties: ['sales', 'service'] },
    { name: 'notices', path: to.notices(), Icon: IconUserShare, duties: ['sales', 'service', 'billing', 'privacy'] },
    { name: 'campaigns', path: to.campaigns(), Icon: IconSpeakerphone, duties: ['marketing'] },
  ],
  rights: [
    { name: 'requests', path: to.requests(), Icon: IconMailbox, duties: ['privacy'] },
    { name: 'retention', path: to.retention(), Icon: IconHourglassLow, duties: ['privacy'] },
    { name: 'oversight', path: to.oversight(), Icon: IconEye, duties: ['privacy', 'admin'] },
    { name: 'evidence', path: to.evidence(), Icon: IconChecklist, duties: ['privacy', 'admin'] },
    { name: 'cookies', path: to.cookies(), Icon: IconCookie, duties: ['privacy', 'marketing', 'admin'] },
  ],
  house: [
    { name: 'statement', path: to.statement(), Icon: IconFileCertificate },
    { name: 'access', path: to.access(), Icon: IconShieldLock },
    { name: 'mailboxes', path: to.mailboxes(), Icon: IconMail, duties: ['admin'] },
    { name: 'staff', path: to.staff(), Icon: IconUserCog },
    { name: 'bin', path: to.bin(), Icon: IconTrash, field: 'org.name' },
  ],
}

/** The places that somebody with these duties goes to. */
export function placesOf(me: Reader): Place[] {
  return Object.values(groupsOfPlaces)
    .flat()
    .filter((place) => isFor(place, me))
}

export function isFor({ duties, field }: Place, me: Reader): boolean {
  const isOfDuty = !duties || me.duties.some(({ id }) => duties.includes(id))
  return isOfDuty && (!field || me.reads.includes(field))
}

type Reader = Pick<Me, 'duties' | 'reads'>
