export { activeVersion, allVersions, type Published, type Tampering, tamperings } from './active.ts'
export { applyGrants, type Ground, rolesFor } from './apply-grants.ts'
export { approvalsOf, approveStatement } from './approval.ts'
export { compare } from './compare.ts'
export { compile } from './compile.ts'
export { declaredFields, declaredIndexes, declaredMaps } from './declared.ts'
export { draftStatement, draftToYaml } from './draft/draft.ts'
export { findingsOf } from './draft-findings.ts'
export { eraseRetiredFields } from './erase-retired-fields.ts'
export {
  type Agreement,
  checklistItems,
  type Processor,
  type Statement,
  statementSchema,
  type Transfer,
} from './format.ts'
export type { RetentionRule } from './format-keeping.ts'
export { after, groundOfBlocker, heldByLaw, keptUntil, retentionRule, startedBefore } from './kept-until.ts'
export { leavesEea } from './lint/transfers.ts'
export { type Finding, lint, publishable } from './lint.ts'
export { statementMaps } from './maps.ts'
export { type Effect, type Plan, planOf, planOfNew } from './plan.ts'
export {
  type Deed,
  type Duty,
  type Field,
  type FieldId,
  may,
  type Policy,
  type Purpose,
  type Source,
  type Verdict,
} from './policy.ts'
export { publish } from './publish.ts'
export { readStatement } from './read.ts'
export { statementRefusals } from './refusals.ts'
export type { Block, PublishedVersion, Section } from './render/document.ts'
export { embedFragment } from './render/embed.ts'
export { toJsonLd } from './render/json-ld.ts'
export { toJson, toYaml } from './render/machine-copies.ts'
export { renderPage } from './render/page.ts'
export { type Paper, paperPage, paperPdf, sectionsOf } from './render/paper.ts'
export { renderPdf } from './render/pdf.ts'
export { classInWords, ruleInWords } from './render/periods.ts'
export { toRecordOfProcessing } from './render/record.ts'
export { toolInWords } from './render/sections/sharing.ts'
export { staticSite } from './render/static-site.ts'
export { renderDifference, renderVersions } from './render/versions-page.ts'
export { countryInWords, dayInWords, periodInWords } from './render/words.ts'
export { statementRoutes } from './routes.ts'
export { type Running, running } from './running.ts'
export { type DealSubject, dealSubjects, deals, type Subject, subjects } from './subject.ts'
export { columnsOf, declaredColumn, fieldsOf, type TableMap } from './table-map.ts'
export type { StatementTables } from './tables.ts'
export { tellOfApprovals } from './tell-of-approvals.ts'
