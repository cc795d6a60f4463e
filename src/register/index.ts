export { affiliatePerson, recordDeparture } from './affiliate-person.ts'
export { type RegisterPorts, refuseOtherParts } from './asked-by.routes.ts'
export { type ContactOfRegister, guardLastHandler, nameContact } from './contact-of-register.ts'
export { correctOrganisation, refuseUnlessWriter } from './correct-organisation.ts'
export { correctPerson } from './correct-person.ts'
export { createOrganisation, type NewOrganisation } from './create-organisation.ts'
export { createPerson, type NewPerson } from './create-person.ts'
export { deliverNotice } from './deliver-notice.ts'
export { normaliseEmail } from './email-address.ts'
export { enterEnquiry, linkEnquiry, moveEnquiry } from './enquiries.ts'
export { groupCompanyOf } from './group-company.ts'
export type { Disclosure, Erasure, Fate, Holding } from './holding.ts'
export { fieldsAbout, type InForce, inForce, inForceOf } from './in-force.ts'
export type { Letter, MailOut } from './mail-out.ts'
export { registerMaps } from './maps.ts'
export { mergePeople } from './merge-people.ts'
export { addValue, removeValue } from './one-of-several.ts'
export { type Party, partyOfDeal, type SaidParty, textOfDeal } from './party-of-deal.ts'
export { withoutIdentityCodes } from './personal-identity-code.ts'
export { type Received, receiveEnquiry, type Submission } from './receive-enquiry.ts'
export { registerRefusals } from './refusals.ts'
export { registerHolding } from './register-holding.ts'
export {
  beginRelationship,
  changeRelationship,
  endRelationship,
  moveRelationship,
  reopenRelationship,
} from './relationships.ts'
export { noticesRode, noticesToRide, ridingText } from './riding-notices.ts'
export { registerRoutes } from './routes.ts'
export { provenanceOf, type SaidSource } from './source.ts'
export type { RegisterTables } from './tables.ts'
export { refuseIdentityCodes } from './values.ts'
