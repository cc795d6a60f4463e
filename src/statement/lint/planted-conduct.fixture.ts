import { type Faults, first, marketing, said, say, sure } from './planted-parts.fixture.ts'

/** Faults in cookies, sharing, keeping, rights and duties: sections 7–13. */
export const faultsInConduct: Faults = {
  'E-COOKIE-ACCEPT-ONLY': ({ cookies }) => {
    sure(sure(cookies).banner).firstLayer = ['accept-all']
  },
  'W-NUDGE': (statement) => say(statement, 'S7.3', 'Evästeet tekevät sivuista käyttäjäystävälliset ja nopeat.'),
  'E-CLAIM-IDENT': (statement) => say(statement, 'S7.8', 'Evästeistä ei voi tunnistaa ketään.'),
  'W-NO-NECESSARY-CATEGORY': ({ cookies }) => {
    sure(cookies).categories = sure(sure(cookies).categories).filter(({ id }) => id !== 'necessary')
    sure(cookies).services = []
  },
  'E-EMBED-NECESSARY': ({ cookies }) => {
    sure(sure(cookies).embeds).mode = 'always'
  },
  'W-COOKIE-DURATION': ({ cookies }) => {
    first(sure(sure(cookies).services)).cookies = []
  },
  'E-COOKIE-MODEL': ({ cookies }) => {
    sure(cookies).consentModel = 'implied'
  },
  'E-COOKIE-PRETICKED': ({ cookies }) => {
    sure(sure(cookies).categories?.[1]).default = true
  },
  'E-COOKIE-EXEMPT': ({ cookies }) => {
    sure(sure(cookies).categories?.[1]).exempt = true
  },
  'E-COOKIE-WALL': ({ cookies }) => {
    sure(cookies).cookieWall = { allowed: true }
  },
  'E-COOKIE-WITHDRAWAL': ({ cookies }) => {
    sure(sure(cookies).withdrawal).browserSettings = 'only-way'
  },
  'N-COOKIE-CONTRADICTION': ({ metadata }) => {
    metadata.fidelity = 'as-written'
  },
  'N-COOKIE-COUNTRY': ({ cookies }) => {
    first(sure(sure(cookies).services)).country = null
  },
  'E-GROUP-UNNAMED': ({ group }) => {
    sure(group).arrangement = null
  },
  'E-ARRANGEMENT-MISSING': ({ group }) => {
    sure(group).arrangementRef = null
  },
  'E-RECIPIENT-GROUND': ({ recipients }) => {
    sure(recipients?.[1]).ground = null
  },
  'E-TRANSFER-SAFEGUARD': ({ transfers }) => {
    first(sure(transfers?.list)).evidence = null
  },
  'E-TRANSFER-CHECK': ({ transfers }) => {
    first(sure(transfers?.list)).checkedOn = null
  },
  'N-TRANSFER-COPY': ({ transfers }) => {
    first(sure(transfers?.list)).copyFrom = null
  },
  'N-TRANSFER-CONTRADICTION': ({ metadata }) => {
    metadata.fidelity = 'as-written'
  },
  'E-DPA-MISSING': ({ processors }) => {
    first(sure(processors)).dpa = null
  },
  'E-DPA-INCOMPLETE': ({ processors }) => void sure(first(sure(processors)).dpa?.checklist).pop(),
  'N-PROCESSOR-COUNTRY': ({ processors }) => {
    first(sure(processors)).country = null
  },
  'E-HOST-UNNAMED': ({ hosting }) => {
    sure(hosting).provider = null
  },
  'W-SECURITY-NONE': (statement) => {
    statement.security = []
  },
  'E-RETENTION-UNDEFINED': ({ retention }) => {
    sure(retention).relationshipEnd = null
  },
  'E-RETENTION-ENDLESS': ({ retention }) => {
    first(sure(retention?.rules)).period = null
  },
  'N-RETENTION-GROUND': ({ retention }) => {
    first(sure(retention?.rules)).period = 'P9Y'
  },
  'E-RIGHTS-MISSING': ({ rights }) => {
    sure(rights).portability = null
  },
  'E-ADM-MISSING': (statement) => {
    statement.automatedDecisions = null
  },
  'W-PROVISION-MISSING': (statement) => {
    statement.provisionOfData = null
  },
  'E-OBJECTION-MISSING': ({ rights }) => {
    sure(rights).objectionToMarketing = null
  },
  'E-OBJECTION-HARD': ({ rights }) => {
    sure(rights?.objectionToMarketing).identity = 'signed-or-verified'
  },
  'W-FORM-FIXED': ({ rights }) => {
    sure(rights?.access).form = 'fixed'
  },
  'W-ID-BLANKET': ({ rights }) => {
    sure(rights?.access).identity = 'signed-or-verified'
  },
  'W-DEADLINE-VAGUE': ({ rights }) => {
    sure(rights?.erasure).due = 'P3M'
  },
  'W-PERSONAL-ONLY': (statement) => {
    sure(statement.rights?.erasure).asWritten = { requester: 'henkilökohtaisesti' }
    say(statement, 'S12.14', 'kun henkilö pyytää itse')
  },
  'W-OPEN-BLOCKER': (statement) => say(statement, 'S12.15', 'ellei lasku, perintä ym. ole esteenä'),
  'W-BLOCKER-RELATIONSHIP': ({ rights }) =>
    void sure(rights?.erasure?.blockers).push({ id: 'relationship', test: 'relationship-active' }),
  'P-DUTIES-MISSING': (statement) => {
    statement.duties = []
  },
  'P-FIELD-WITHOUT-DUTY': (statement) =>
    void statement.dataCategories.push({
      id: 'person.shoeSize',
      type: 'number',
      saidIn: 'S5.31',
      label: said('Kengännumero'),
      personal: true,
    }),
  'P-FIELD-UNWRITTEN': ({ duties }) => {
    for (const duty of duties ?? []) duty.writes = duty.writes.filter((id) => id !== 'person.phone')
  },
  'P-DUTY-WRITES-BLIND': ({ duties }) =>
    void sure(duties?.find(({ id }) => id === 'marketing')).writes.push('person.phone'),
  'P-PRIVACY-DUTY': (statement) => {
    statement.duties = statement.duties?.filter(({ id }) => id !== 'privacy')
  },
  'P-ADMIN-READS': ({ duties }) => void sure(duties?.find(({ id }) => id === 'admin')).reads.push('person.name'),
  'P-MARKETING-LIA': (statement) => {
    marketing(statement).basis = []
  },
  'P-RETENTION-CLASS': ({ retention }) => void sure(retention?.rules).pop(),
  'P-HOST-AGREEMENT': ({ hosting }) => {
    sure(hosting).dpa = null
  },
  'P-CONTROLLER-ID': ({ controller }) => {
    controller.businessId = null
  },
  'P-FIDELITY': ({ metadata }) => {
    metadata.fidelity = 'as-written'
  },
  'W-RETENTION-BOOKKEEPING': ({ retention }) => {
    sure(retention?.rules?.find((rule) => rule.class === 'invoice-voucher')).period = 'P5Y'
  },
  'N-COOKIE-NAG': ({ cookies }) => {
    sure(cookies).consent = { repromptAfterRefusal: 'P1M' }
  },
  'W-EXTENSION-LONG': ({ rights }) => {
    sure(rights?.access).extension = 'P3M'
  },
  'E-ADM-LOGIC': (statement) => {
    statement.automatedDecisions = { used: true }
  },
  'N-CHANNEL-CONTRADICTION': ({ metadata }) => {
    metadata.fidelity = 'as-written'
  },
  'N-IDENTITY-CONTRADICTION': ({ metadata, rights }) => {
    metadata.fidelity = 'as-written'
    sure(rights?.erasure).asWritten = { identity: 'signed-or-verified' }
  },
}
