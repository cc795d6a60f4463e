import {
  IconAlertTriangle,
  IconBox,
  IconBriefcase,
  IconBuilding,
  IconCalendarEvent,
  IconCheckbox,
  IconCoinEuro,
  IconContract,
  IconFile,
  IconFileInvoice,
  IconHeartHandshake,
  IconInbox,
  IconMail,
  IconMapPin,
  IconMessageQuestion,
  IconNote,
  IconPackage,
  IconPhone,
  type IconProps,
  IconReceipt,
  IconSend,
  IconShieldCheck,
  IconShoppingCart,
  IconSpeakerphone,
  IconTargetArrow,
  IconToggleRight,
  IconUser,
  IconUserShare,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { to } from '../to.ts'

type Icon = ComponentType<IconProps>

const icons: Record<string, Icon> = {
  'activity:call': IconPhone,
  'activity:visit': IconMapPin,
  activity: IconCalendarEvent,
  'enquiry:phone': IconPhone,
  'enquiry:email': IconMail,
  enquiry: IconInbox,
  message: IconMail,
  note: IconNote,
  task: IconCheckbox,
  document: IconFile,
  notice: IconUserShare,
  relationship: IconHeartHandshake,
  choice: IconToggleRight,
  campaign: IconSpeakerphone,
  request: IconShieldCheck,
  opportunity: IconTargetArrow,
  'quote-request': IconMessageQuestion,
  quote: IconFileInvoice,
  order: IconShoppingCart,
  contract: IconContract,
  assignment: IconBriefcase,
  delivery: IconPackage,
  invoice: IconReceipt,
  'paper-sent': IconSend,
  payment: IconCoinEuro,
  complaint: IconAlertTriangle,
  warranty: IconShieldCheck,
  product: IconBox,
  company: IconBuilding,
  person: IconUser,
}

/** The picture of one kind of thing, by `part:kind`, else by its part. */
export function iconOf(part: string, kind = ''): Icon {
  return icons[`${part}:${kind}`] ?? icons[part] ?? IconNote
}

const places = to as Record<string, unknown>

/** Where a thing is opened; null where it has no screen of its own. */
export function addressOf(kind: string, id: string): string | null {
  if (kind === 'quote-request') return to.quoteRequest(id)
  const path = [
    'enquiry',
    'task',
    'opportunity',
    'quote',
    'order',
    'contract',
    'assignment',
    'delivery',
    'invoice',
    'product',
    'payment',
    'complaint',
    'warranty',
    'campaign',
    'request',
    'message',
    'person',
    'company',
  ].includes(kind)
    ? places[kind]
    : undefined
  return typeof path === 'function' ? (path as (id: string) => string)(id) : null
}
