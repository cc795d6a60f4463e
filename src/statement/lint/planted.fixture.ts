import type { Statement } from '../format.ts'

/** One fault for each rule of the lint, to be planted in the mended statement of the demo group. For tests only. */
export const faults: Readonly<Record<string, (statement: Statement) => void>> = {
  'E-CTRL-NAME': ({ controller }) => {
    controller.legalName = null
  },
  'E-CTRL-CONTACT': ({ controller }) => void Object.assign(controller, { address: null, phone: null, email: null }),
  'E-CONTACT-MISSING': ({ contact }) => void Object.assign(sure(contact), { phone: null, email: null }),
  'W-DPO-SILENT': (statement) => {
    statement.dpo = { designated: null }
  },
  'E-DPO-CONTACT': (statement) => {
    statement.dpo = { designated: true, name: 'Tietosuojavastaava' }
  },
  'N-CONTACT-PERSON': ({ contact }) =>
    void Object.assign(sure(contact), {
      role: null,
      person: 'Esi Merkki',
      email: { address: 'esi.merkki@valo.example' },
    }),
  'N-CONTACT-DEPUTY': ({ contact }) => void Object.assign(sure(contact), { deputy: null, holidayCover: null }),
  'N-UPDATED-ON': ({ metadata }) => {
    metadata.updatedOn = null
  },
  'N-TRANSLATION-MISSING': ({ register }) => {
    register.name = { fi: register.name.fi }
  },
  'W-LAW-REPEALED': (statement) => say(statement, 'S0.1', 'Henkilötietolain mukainen rekisteriseloste'),
  'N-LEGACY-TERM': (statement) => {
    sure(statement.sections)['12'] = said('Tarkastusoikeus')
  },
  'E-AUTHORITY-MISSING': (statement) => {
    statement.authority = null
  },
  'W-AUTHORITY-CONTACT': ({ authority }) => {
    sure(authority).contact = null
  },
  'E-BASIS-LEGACY': (statement) => {
    statement.unmappedBases = [{ saidIn: 'S4.8', text: 'asiallinen yhteys' }]
  },
  'E-LIA-MISSING': (statement) => {
    interestOf(statement).lia = null
  },
  'E-LIA-FAILED': (statement) => {
    sure(interestOf(statement).lia).outcome = 'interest-does-not-prevail'
  },
  'W-LI-VAGUE': (statement) => {
    interestOf(statement).interest = said('liiketoiminnan mahdollistaminen')
  },
  'E-PURPOSE-NONE': (statement) => {
    statement.purposes = []
    for (const duty of statement.duties ?? []) duty.purposes = []
  },
  'E-BASIS-MISSING': (statement) => {
    first(statement.purposes).basis = []
  },
  'E-BASIS-REPRESENTATIVE': (statement) => {
    first(statement.purposes).basis = [{ when: 'subject-represents-org', ref: 'eu-gdpr:A6-1-b' }]
  },
  'E-MARKETING-CHANNEL': (statement) => void Object.assign(marketing(statement), { channels: [], eligibility: [] }),
  'E-MARKETING-CONSENT': (statement) =>
    void sure(marketing(statement).eligibility).push({
      channel: 'email',
      recipient: 'natural-person',
      require: 'not-refused',
    }),
  'W-CHANNEL-RULE': (statement) => void sure(marketing(statement).channels).push('phone'),
  'E-CATEGORY-NONE': (statement) => {
    statement.dataCategories = []
    statement.purposes = statement.purposes.filter(({ id }) => id !== 'direct-marketing')
  },
  'E-OPEN-CATEGORY': (statement) =>
    void statement.dataCategories.push({
      id: 'com.other',
      saidIn: 'S5.14',
      label: said('Muut tiedot'),
      fields: [],
      personal: false,
    }),
  'W-OPEN-LIST': (statement) => {
    statement.dataCategoryList = { closed: false, saidIn: 'S5.8' }
  },
  'W-FIELD-ROLE': (statement) => {
    statement.dataCategories = statement.dataCategories.filter(({ id }) => id !== 'person.jobRole')
    for (const duty of statement.duties ?? []) {
      duty.reads = duty.reads.filter((id) => id !== 'person.jobRole')
      duty.writes = duty.writes.filter((id) => id !== 'person.jobRole')
    }
  },
  'E-SYSTEM-DATA-UNDECLARED': (statement) => void sure(statement.systemData).pop(),
  'E-SENSITIVE-FIELD': (statement) =>
    void statement.dataCategories.push({
      id: 'person.hetu',
      saidIn: 'S5.30',
      label: said('Henkilötunnus'),
      personal: false,
    }),
  'E-SOURCE-NONE': (statement) => {
    statement.sources = []
  },
  'W-STALE-NAME': (statement) => {
    sure(statement.sources.find(({ id }) => id === 'prh')).asWritten = 'Trafi'
  },
  'E-NOTICE-WRONG': (statement) => {
    sure(statement.sources.find(({ id }) => id === 'organisation')).notice = 'art13'
  },
  'E-REGISTRY-MARKETING': (statement) =>
    void Object.assign(sure(statement.sources.find(({ id }) => id === 'prh')), { marketing: true, licence: null }),
  'E-FORM-PRETICKED': (statement) => {
    sure(statement.sources.find(({ id }) => id === 'web-form')).marketingOptIn = {
      offered: true,
      preTicked: true,
    }
  },
  'N-SOURCE-DATASET': (statement) => {
    sure(statement.sources.find(({ id }) => id === 'prh')).datasets = []
  },
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
}

function said(text: string) {
  return { fi: text, sv: text, en: text }
}

function say(statement: Statement, clause: string, text: string): void {
  statement.clauses = { ...statement.clauses, [clause]: said(text) }
}

function interestOf({ purposes }: Statement) {
  return sure(first(purposes).basis?.find(({ ref }) => ref === 'eu-gdpr:A6-1-f'))
}

function marketing({ purposes }: Statement) {
  return sure(purposes.find(({ id }) => id === 'direct-marketing'))
}

function first<T>(list: readonly T[]): T {
  return sure(list[0])
}

function sure<T>(part: T | null | undefined): T {
  if (part === null || part === undefined) throw new Error('the mended statement lacks the part to spoil')
  return part
}
