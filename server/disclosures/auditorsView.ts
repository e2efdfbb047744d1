import type { Disclosure, DisclosureRow } from '../../contract/disclosures.ts'

/**
 * What an auditor sees of a request: reference, state, kind, process, agency, clocks, the names of
 * those who decided, hashes and outcome; not whom it is about, nor officer, words or papers.
 */
export function rowForAuditor(row: DisclosureRow): DisclosureRow {
  return { ...row, agencyCaseNumber: null, subjectCount: null, assignedTo: null }
}

/** Every field is named, so that a field added later stays hidden until somebody decides otherwise. */
export function recordForAuditor(record: Disclosure): Disclosure {
  return { ...shown(record), ...hidden() }
}

function shown(record: Disclosure) {
  return {
    id: record.id,
    reference: record.reference,
    state: record.state,
    kind: record.kind,
    agencyName: record.agencyName,
    agencyCountry: record.agencyCountry,
    agency: record.agency && { ...record.agency, region: null, address: null },
    legalProcess: record.legalProcess,
    receivedAt: record.receivedAt,
    dueAt: record.dueAt,
    secrecyOrdered: record.secrecyOrdered,
    verificationState: record.verificationState,
    verification: { ...record.verification, method: null, note: null },
    handlingLevel: record.handlingLevel,
    outcome: record.outcome,
    round: record.round,
    policyRevision: record.policyRevision,
    scopeHash: record.scopeHash,
    loggedAt: record.loggedAt,
    proposedBy: record.proposedBy,
    proposedAt: record.proposedAt,
    decidedBy: record.decidedBy,
    decidedAt: record.decidedAt,
    version: record.version,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  }
}

const hidden = () => ({
  agencyCaseNumber: null,
  subjectCount: null,
  assignedTo: null,
  channel: null,
  dueReason: null,
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
  subjects: [],
  createdBy: null,
  loggedBy: null,
  refusalGround: null,
  discardReason: null,
  acts: {},
  missing: [],
})
