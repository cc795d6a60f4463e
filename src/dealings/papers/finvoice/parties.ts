import type { Buyer, Seller } from '../paper.ts'
import { cut, element, inPieces, type Xml } from './xml.ts'

export function sellerParts(seller: Seller, contact: string | null | undefined): Xml[] {
  return [
    element('SellerPartyDetails', [
      element('SellerPartyIdentifier', seller.businessId),
      ...inPieces(seller.name, 70, 2).map((name) => element('SellerOrganisationName', name)),
      element('SellerOrganisationTaxCode', cut(seller.vatNumber, 35)),
      element('SellerPostalAddressDetails', [
        ...inPieces(seller.street, 35, 3).map((row) => element('SellerStreetName', row)),
        element('SellerTownName', cut(seller.city, 35)),
        element('SellerPostCodeIdentifier', cut(seller.postcode, 35)),
        element('CountryCode', seller.country ?? 'FI'),
      ]),
    ]),
    element('SellerOrganisationUnitNumber', `0037${seller.businessId.replace('-', '')}`),
    element('SellerContactPersonName', cut(contact, 35)),
    element('SellerCommunicationDetails', [
      element('SellerPhoneNumberIdentifier', cut(seller.phone, 35)),
      element('SellerEmailaddressIdentifier', cut(seller.email, 70)),
    ]),
    element('SellerInformationDetails', [
      element('SellerWebaddressIdentifier', cut(seller.website, 70)),
      ...seller.accounts.map(({ iban, bic }) =>
        element('SellerAccountDetails', [
          element('SellerAccountID', iban, { IdentificationSchemeName: 'IBAN' }),
          element('SellerBic', bic, { IdentificationSchemeName: 'BIC' }),
        ]),
      ),
    ]),
  ]
}

export function buyerParts({ name, businessId, vatNumber, contact, address, customerNumber }: Buyer): Xml[] {
  const street = address?.poBox
    ? `PL ${address.poBox.replace(/^pl\s*/i, '')}`
    : [address?.street, address?.houseNumber, address?.stair, address?.flat].filter(Boolean).join(' ')
  return [
    element('BuyerPartyDetails', [
      element('BuyerPartyIdentifier', cut(businessId ?? customerNumber, 35)),
      ...inPieces(name, 70, 2).map((one) => element('BuyerOrganisationName', one)),
      element('BuyerOrganisationTaxCode', cut(vatNumber, 35)),
      // The standard has no address without a street, a town and a postcode.
      address && street && address.city && address.postcode
        ? element('BuyerPostalAddressDetails', [
            ...inPieces(street, 35, 3).map((row) => element('BuyerStreetName', row)),
            element('BuyerTownName', cut(address.city, 35)),
            element('BuyerPostCodeIdentifier', cut(address.postcode, 35)),
            element('CountryCode', address.country || 'FI'),
          ])
        : null,
    ]),
    element('BuyerContactPersonName', cut(contact, 35)),
  ]
}
