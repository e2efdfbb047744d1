import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Disclosure, Subject } from '../../contract/disclosures.ts'
import type { By } from '../../contract/records.ts'
import type { Staff } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { customers } from '../database/schema/customers.ts'
import { disclosureSubjects, disclosures } from '../database/schema/disclosures.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { staff } from '../database/schema/staff.ts'
import { recordForAuditor } from './auditorsView.ts'
import { missing } from './missing.ts'
import { nextActs } from './nextActs.ts'
import { asRow } from './rows.ts'
import { scopeHash } from './scopeHash.ts'
import { type DisclosureRecord, type Situation, situationOf } from './situation.ts'
import { visibleDisclosures } from './visibility.ts'

/** One request as this reader may see it, with what they could do next, or null where it does not exist for them. */
export async function readDisclosure(db: Db, by: Staff, now: Date, id: string): Promise<Disclosure | null> {
  const [disclosure] = await db
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.id, id), visibleDisclosures(by)))
  if (!disclosure) return null
  const [situation, names, subjects, policyRevision] = await Promise.all([
    situationOf(db, by, now, disclosure),
    namesIn(db, disclosure),
    readSubjects(db, id),
    readRevision(db, disclosure.policyRevisionId),
  ])
  const record = asRecord(situation, names, subjects, policyRevision)
  return by.role === 'auditor' ? recordForAuditor(record) : record
}

type Names = (id: string | null) => By | null

function asRecord(
  situation: Situation,
  by: Names,
  subjects: Subject[],
  policyRevision: Disclosure['policyRevision'],
): Disclosure {
  const { disclosure } = situation
  const { round, channel, dueReason, agency, officer, legalBasisText, issuingJudgeOrSignatory } = disclosure
  const { issuedOn, serviceDate, expiresOn, ground, liabilityBasis, justification, categories } = disclosure
  const { scopeFrom, scopeTo, scopeOverrideReason, secrecy, accountingSuspension, emergency } = disclosure
  const { relatedRequestId, costNote, refusalGround, discardReason, visibleTo } = disclosure
  return {
    ...asRow(disclosure, subjects.length, by(disclosure.assignedTo)),
    round,
    channel,
    dueReason,
    agency,
    officer,
    legalBasisText,
    issuingJudgeOrSignatory,
    issuedOn,
    serviceDate,
    expiresOn,
    ground,
    liabilityBasis,
    justification,
    categories,
    scopeFrom,
    scopeTo,
    scopeOverrideReason,
    secrecy,
    accountingSuspension,
    emergency,
    visibleTo: visibleTo.flatMap((id) => by(id) ?? []),
    relatedRequestId,
    costNote,
    policyRevision,
    verification: {
      state: disclosure.verificationState,
      method: disclosure.verificationMethod,
      note: disclosure.verificationNote,
      by: by(disclosure.verifiedBy),
      at: disclosure.verifiedAt?.toISOString() ?? null,
    },
    subjects,
    createdBy: by(disclosure.createdBy),
    loggedBy: by(disclosure.loggedBy),
    loggedAt: disclosure.loggedAt?.toISOString() ?? null,
    proposedBy: by(disclosure.proposedBy),
    proposedAt: disclosure.proposedAt?.toISOString() ?? null,
    decidedBy: by(disclosure.decidedBy),
    decidedAt: disclosure.decidedAt?.toISOString() ?? null,
    refusalGround,
    discardReason,
    scopeHash: scopeHash(disclosure, situation.subjects),
    acts: nextActs(situation),
    missing: missing(situation),
  }
}

async function namesIn(db: Db, disclosure: DisclosureRecord): Promise<Names> {
  const { createdBy, loggedBy, proposedBy, decidedBy, verifiedBy, assignedTo, visibleTo } = disclosure
  const named = [createdBy, loggedBy, proposedBy, decidedBy, verifiedBy, assignedTo, ...visibleTo]
  const ids = named.filter((id) => id !== null)
  const people = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return (id) => people.find((person) => person.id === id) ?? null
}

async function readSubjects(db: Db, disclosureId: string): Promise<Subject[]> {
  const { removedAt, position, disclosureId: request, ...columns } = disclosureSubjects
  const { id, customerId, identifier, matchConfidence, decision, reason, reasonText } = columns
  const { categories, scopeFrom, scopeTo } = columns
  return db
    .select({
      id,
      customerId,
      customer: { id: customers.id, reference: customers.reference, name: customers.name },
      identifier,
      matchConfidence,
      decision,
      reason,
      reasonText,
      categories,
      scopeFrom,
      scopeTo,
    })
    .from(disclosureSubjects)
    .leftJoin(customers, eq(customers.id, customerId))
    .where(and(eq(request, disclosureId), isNull(removedAt)))
    .orderBy(asc(position), asc(id))
}

async function readRevision(db: Db, id: string | null): Promise<Disclosure['policyRevision']> {
  if (!id) return null
  const [revision] = await db
    .select({ id: revisions.id, number: revisions.number, policyKey: policies.key })
    .from(revisions)
    .innerJoin(policies, eq(policies.id, revisions.policyId))
    .where(eq(revisions.id, id))
  return revision?.number ? { ...revision, number: revision.number } : null
}
