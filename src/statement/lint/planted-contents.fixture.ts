import { type Faults, first, interestOf, marketing, said, say, sure } from './planted-parts.fixture.ts'

/** Faults in who, why, what and from where: sections 0–6. */
export const faultsInContents: Faults = {
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
  'E-FIELD-TYPE': (statement) =>
    void statement.dataCategories.push({
      ...{ id: 'opportunity.campaign', saidIn: 'S5.9', label: said('Kampanja'), personal: false },
    }),
  'E-FIELD-RECORD': (statement) => {
    statement.dataCategories = statement.dataCategories.filter(({ id }) => id !== 'com.quotes')
    statement.dataCategories.push({
      ...{ id: 'opportunity.campaign', saidIn: 'S5.9', label: said('Kampanja'), type: 'text', personal: false },
    })
    for (const duty of statement.duties ?? []) {
      duty.reads = duty.reads.filter((id) => id !== 'com.quotes')
      duty.writes = duty.writes.filter((id) => id !== 'com.quotes')
    }
  },
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
  'E-SERVICE-PROMOTES': ({ purposes }) => {
    sure(purposes.find(({ messageClass }) => messageClass === 'service')).topics = [
      { id: 'news', label: said('uutiset') },
    ]
  },
}
