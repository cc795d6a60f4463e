import type { RightName, Statement } from '../format.ts'
import type { Finding } from '../lint/finding.ts'
import { templateContents, templateDuties, templateSystemContents } from '../template/contents.ts'
import { headings } from '../template/headings.ts'
import { templateRetention, templateRetentionEnd, templateRetentionRules } from '../template/keeping.ts'
import { templatePurposes } from '../template/purposes.ts'
import { ombudsman, templateAutomatedDecisions, templateProvision, templateRights } from '../template/rights.ts'
import { freeChoice, necessaryCategory, templateSecurity } from '../template/website.ts'
import { dropProse, placeIn } from './removing.ts'

type Supply = (statement: Statement, finding: Finding) => Statement | null

/** What the template can supply, by the finding it mends. Each gets a copy of the statement and may change it. */
export const supplies: Readonly<Record<string, Supply>> = {
  'W-DPO-SILENT': (statement) => ({ ...statement, dpo: { ...statement.dpo, designated: false } }),
  'E-LIA-MISSING': draftBalancing,
  'P-MARKETING-LIA': draftBalancing,
  'W-LI-VAGUE': draftInterests,
  'W-OPEN-LIST': closeTheList,
  'W-FIELD-ROLE': declareJobRole,
  'E-SYSTEM-DATA-UNDECLARED': (statement) => ({ ...statement, systemData: structuredClone(templateSystemContents) }),
  'W-STALE-NAME': useTodaysName,
  'E-COOKIE-ACCEPT-ONLY': offerRefusal,
  'W-NUDGE': (statement, { clause }) => dropProse(statement, clause),
  'E-CLAIM-IDENT': (statement, { clause }) => dropProse(statement, clause),
  'W-NO-NECESSARY-CATEGORY': nameNecessaryCookies,
  'E-EMBED-NECESSARY': loadEmbedsOnRequest,
  'E-RETENTION-UNDEFINED': setPeriods,
  'P-RETENTION-CLASS': setPeriods,
  'E-RIGHTS-MISSING': addRights,
  'E-OBJECTION-MISSING': addRights,
  'E-ADM-MISSING': (statement) => ({ ...statement, automatedDecisions: structuredClone(templateAutomatedDecisions) }),
  'W-PROVISION-MISSING': (statement) => ({ ...statement, provisionOfData: structuredClone(templateProvision) }),
  'W-ID-BLANKET': askLightly,
  'W-DEADLINE-VAGUE': setOneMonth,
  'W-PERSONAL-ONLY': admitAgents,
  'W-OPEN-BLOCKER': closeBlockers,
  'W-BLOCKER-RELATIONSHIP': narrowBlocker,
  'E-AUTHORITY-MISSING': (statement) => ({ ...statement, authority: structuredClone(ombudsman) }),
  'W-AUTHORITY-CONTACT': nameAuthority,
  'W-SECURITY-NONE': (statement) => ({ ...statement, security: structuredClone(templateSecurity) }),
  'N-LEGACY-TERM': (statement) => ({
    ...statement,
    sections: { ...statement.sections, '12': headings['12'] ?? { fi: 'Oikeudet' } },
  }),
  'P-DUTIES-MISSING': giveDuties,
  'P-FIDELITY': (statement) => ({ ...statement, metadata: { ...statement.metadata, fidelity: 'enforceable' } }),
}

const interest = 'eu-gdpr:A6-1-f'

function draftOf(id: string, on: string) {
  const draft = templatePurposes(on).find((purpose) => purpose.id === id)
  return draft?.basis?.find(({ ref }) => ref === interest)
}

function draftBalancing(statement: Statement): Statement | null {
  const on = statement.metadata.updatedOn ?? '2026-01-01'
  const drafted = statement.purposes.map((purpose) => {
    const draft = draftOf(purpose.id, on)
    const usedInMarketing = purpose.eligibility?.some(({ basis }) => basis === interest)
    const bases = purpose.basis ?? []
    if (usedInMarketing && draft && !bases.some(({ ref }) => ref === interest))
      return { ...purpose, basis: [...bases, draft] }

    return {
      ...purpose,
      basis: purpose.basis?.map((basis) =>
        basis.ref === interest && !basis.lia ? { ...basis, lia: draft?.lia ?? null } : basis,
      ),
    }
  })
  return { ...statement, purposes: drafted }
}

function draftInterests(statement: Statement): Statement {
  const on = statement.metadata.updatedOn ?? '2026-01-01'
  for (const purpose of statement.purposes) {
    for (const basis of purpose.basis ?? []) {
      if (basis.ref === interest) basis.interest = draftOf(purpose.id, on)?.interest ?? basis.interest
    }
  }
  return dropProse(statement, 'S4.9')
}

function closeTheList(statement: Statement, { clause }: Finding): Statement {
  const saidIn = statement.dataCategoryList?.saidIn ?? clause
  return dropProse({ ...statement, dataCategoryList: { closed: true, saidIn } }, clause)
}

function declareJobRole(statement: Statement): Statement {
  const jobRole = templateContents.find(({ id }) => id === 'person.jobRole')
  if (jobRole) statement.dataCategories.push(structuredClone(jobRole))
  for (const duty of statement.duties ?? []) {
    if (duty.reads.includes('person.name')) duty.reads.push('person.jobRole')
    if (duty.writes.includes('person.name')) duty.writes.push('person.jobRole')
  }
  return statement
}

function useTodaysName(statement: Statement, { path, clause }: Finding): Statement {
  const source = path?.startsWith('/sources/') ? statement.sources[placeIn(path)] : undefined
  if (source) {
    delete source.asWritten
    source.label = {
      fi: 'Traficomin julkinen luettelo',
      sv: 'Traficoms offentliga förteckning',
      en: 'public list of Traficom',
    }
    source.authority = 'Traficom'
  }
  return dropProse(statement, clause)
}

function offerRefusal(statement: Statement, { clause }: Finding): Statement {
  const saidIn = statement.cookies?.banner?.saidIn ?? freeChoice.saidIn
  return dropProse(
    { ...statement, cookies: { ...statement.cookies, banner: { ...structuredClone(freeChoice), saidIn } } },
    clause,
  )
}

function nameNecessaryCookies(statement: Statement, { clause }: Finding): Statement {
  const others = (statement.cookies?.categories ?? []).filter(({ id }) => id !== 'necessary')
  const categories = [{ ...structuredClone(necessaryCategory), saidIn: clause }, ...others]
  return dropProse({ ...statement, cookies: { ...statement.cookies, categories } }, clause)
}

function loadEmbedsOnRequest(statement: Statement): Statement {
  const { asWritten: _gone, ...embeds } = statement.cookies?.embeds ?? {}
  const mended: Statement = {
    ...statement,
    cookies: { ...statement.cookies, embeds: { ...embeds, mode: 'click-to-load' } },
  }
  return dropProse(mended, embeds.saidIn)
}

function setPeriods(statement: Statement): Statement {
  const rules = statement.retention?.rules ?? []
  const missing = templateRetentionRules.filter((rule) => !rules.some((one) => one.class === rule.class))
  const {
    asWritten,
    proposed: _gone,
    ...kept
  } = statement.retention ?? { ...templateRetention, rules: [], asWritten: null }
  const retention = {
    ...kept,
    saidIn: kept.saidIn ?? asWritten?.saidIn,
    relationshipEnd: kept.relationshipEnd ?? structuredClone(templateRetentionEnd),
    rules: [...rules, ...structuredClone(missing)],
  }
  return dropProse({ ...statement, retention }, asWritten?.saidIn)
}

function addRights(statement: Statement): Statement {
  const { notMentioned: _gone, ...said } = statement.rights ?? {}
  const rights = { ...structuredClone(templateRights) }
  for (const [name, right] of Object.entries(said)) {
    // Every key of rights besides notMentioned is a right or the publication, as in the format.
    if (right) Object.assign(rights, { [name]: right })
  }
  return { ...statement, rights }
}

function askLightly(statement: Statement, { clause, path }: Finding): Statement | null {
  const right = rightAt(statement, path)
  if (!right) return null

  right.identity = 'proportionate'
  if (right.asWritten) delete right.asWritten.identity
  return dropProse(statement, clause)
}

function setOneMonth(statement: Statement, { clause, path }: Finding): Statement | null {
  const right = rightAt(statement, path)
  if (!right) return null

  right.due = 'P1M'
  if (right.asWritten) delete right.asWritten.deadline
  return dropProse(statement, clause)
}

function admitAgents(statement: Statement, { clause, path }: Finding): Statement | null {
  const right = rightAt(statement, path)
  if (right?.asWritten) delete right.asWritten.requester
  return right ? dropProse(statement, clause) : null
}

function closeBlockers(statement: Statement, { clause }: Finding): Statement {
  const written = statement.rights?.erasure?.asWritten
  if (written) delete written.blockers
  return dropProse(statement, clause)
}

function narrowBlocker(statement: Statement, { clause }: Finding): Statement {
  const narrow = templateRights.erasure?.blockers?.find(({ id }) => id === 'active-contract')
  const erasure = statement.rights?.erasure
  if (erasure?.blockers && narrow) {
    const already = erasure.blockers.some(({ id }) => id === narrow.id)
    erasure.blockers = erasure.blockers.flatMap((blocker) => {
      if (blocker.id !== 'relationship') return [blocker]
      return already ? [] : [{ ...narrow }]
    })
  }
  return dropProse(statement, clause)
}

function nameAuthority(statement: Statement): Statement {
  const { contact } = ombudsman
  return { ...statement, authority: { ...(statement.authority ?? ombudsman), contact } }
}

/** The template's duties, cut to the purposes and fields that this statement declares. */
function giveDuties(statement: Statement): Statement {
  const purposes = new Set(statement.purposes.map(({ id }) => id))
  const fields = statement.dataCategories.map(({ id }) => id)
  const ours = new Set([...fields, ...(statement.systemData ?? []).map(({ id }) => id)])
  const known = new Set(templateContents.map(({ id }) => id))
  const ownFields = fields.filter((id) => !known.has(id))
  const duties = templateDuties.map((duty) => ({
    ...duty,
    purposes: duty.id === 'privacy' ? [...purposes] : duty.purposes.filter((id) => purposes.has(id)),
    reads: [...duty.reads.filter((id) => ours.has(id)), ...(readsOwn(duty.id) ? ownFields : [])],
    writes: [...duty.writes.filter((id) => ours.has(id)), ...(readsOwn(duty.id) ? ownFields : [])],
  }))
  return { ...statement, duties: structuredClone(duties) }
}

function readsOwn(duty: string): boolean {
  return duty === 'sales' || duty === 'privacy'
}

function rightAt(statement: Statement, path: string | undefined) {
  const name = path?.split('/')[2] as RightName | undefined
  return name ? statement.rights?.[name] : undefined
}
