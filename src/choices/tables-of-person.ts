/** The tables whose rows are of one person, in the order in which they may be erased. */
export const tablesOfPerson = [
  'register.consent',
  'register.consent_event',
  'register.objection',
  'register.restriction',
  'register.topic_preference',
  'register.fact_of_sale',
  'register.own_page_link',
] as const
