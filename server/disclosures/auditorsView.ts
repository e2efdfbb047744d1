import type { Disclosure, DisclosureRow } from '../../contract/disclosures.ts'

/**
 * What an auditor sees of a request (domain.md 2.1): reference, state, kind, process, agency, clocks, the names of
 * those who decided, hashes and outcome; not whom it is about, nor officer, words or papers.
 */
export function rowForAuditor(row: DisclosureRow): DisclosureRow {
  return { ...row, agencyCaseNumber: null, subjectCount: null, assignedTo: null }
}

/** Every field is named, so that a field added later stays hidden until somebody decides otherwise. */
export function recordForAuditor(record: Disclosure): Disclosure {
  const { id, reference, state, kind, agencyName, agencyCountry, legalProcess, receivedAt, dueAt } = record
  const { secrecyOrdered, verificationState, handlingLevel, outcome, version, createdAt, updatedAt } = record
  const { round, agency, verification, policyRevision, scopeHash } = record
  const { loggedAt, proposedBy, proposedAt, decidedBy, decidedAt } = record
  return {
    id,
    reference,
    state,
    kind,
    agencyName,
    agencyCountry,
    legalProcess,
    agencyCaseNumber: null,
    subjectCount: null,
    receivedAt,
    dueAt,
    secrecyOrdered,
    verificationState,
    assignedTo: null,
    handlingLevel,
    outcome,
    version,
    createdAt,
    updatedAt,
    round,
    channel: null,
    dueReason: null,
    agency: agency && { ...agency, region: null, address: null },
    officer: null,
    legalBasisText: null,
    issuingJudgeOrSignatory: null,
    issuedOn: null,
    serviceDate: null,
    expiresOn: null,
    ground: null,
    liabilityBasis: null,
    justification: null,
    categories: [],
    scopeFrom: null,
    scopeTo: null,
    scopeOverrideReason: null,
    secrecy: null,
    accountingSuspension: null,
    emergency: null,
    visibleTo: [],
    relatedRequestId: null,
    costNote: null,
    policyRevision,
    verification: { ...verification, method: null, note: null },
    subjects: [],
    createdBy: null,
    loggedBy: null,
    loggedAt,
    proposedBy,
    proposedAt,
    decidedBy,
    decidedAt,
    refusalGround: null,
    discardReason: null,
    scopeHash,
    acts: {},
    missing: [],
  }
}
