import type { Look } from '#ledger'
import type { Language } from '#platform/language'
import type { Statement } from '#statement'
import { invoicingOf } from '../invoices/invoicing.ts'
import type { DealingsReach } from '../reach.ts'
import type { PaperKind, Seller } from './paper.ts'
import type { StandingWords } from './tables.ts'

/** Who a group company is on paper, and its standing words below the lines of a kind of paper. */
export interface SellerSeen {
  seller: Seller
  closing: string | null
  paymentDays: number
  lateInterest: number | null
}

/** The seller of a group company: the statement's name and business ID, and what is set of it for papers and invoices. */
export async function sellerOf(
  look: Pick<Look<DealingsReach>, 'db'>,
  statement: Statement,
  { groupCompany, kind, language }: { groupCompany: string; kind: PaperKind; language: Language },
): Promise<SellerSeen> {
  const said = await invoicingOf(look as never, groupCompany)
  const setting = await look.db
    .selectFrom('register.paper_setting')
    .select(['logo', 'logo_type', 'words'])
    .where('group_company', '=', groupCompany)
    .executeTakeFirst()
  const words: StandingWords = setting?.words ?? {}
  const { controller, group } = statement
  const member = group?.members?.find(({ id }) => id === groupCompany)
  const own = !member || member.businessId === controller.businessId
  const address = own ? controller.address : null
  const house = [address?.street, address?.number].filter(Boolean).join(' ')
  return {
    seller: {
      name: member?.name ?? controller.legalName ?? '',
      businessId: member?.businessId ?? controller.businessId ?? '',
      vatNumber: said.vatNumber,
      street: said.street ?? house,
      postcode: said.postcode ?? address?.postcode ?? '',
      city: said.city ?? cityIn(address?.city, language),
      phone: said.phone ?? (own ? controller.phone?.display : null) ?? null,
      email: said.email ?? (own ? controller.email?.address : null) ?? null,
      website: said.website ?? (own ? controller.website : null) ?? null,
      accounts: said.accounts,
      logo: setting?.logo && setting.logo_type ? { type: setting.logo_type, bytes: setting.logo } : null,
      footer: words.foot?.[language] ?? words.foot?.fi ?? said.footer,
      eAddress: said.eAddress && said.eOperator ? { address: said.eAddress, operator: said.eOperator } : null,
    },
    closing: words[kind]?.[language] ?? null,
    paymentDays: said.paymentDays,
    lateInterest: said.lateInterest,
  }
}

function cityIn(city: string | Partial<Record<Language, string>> | undefined, language: Language): string {
  return typeof city === 'string' ? city : (city?.[language] ?? city?.fi ?? '')
}
