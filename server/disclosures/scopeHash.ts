import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { DisclosureRecord, SubjectRecord } from './situation.ts'

/** What makes the request what it is; whoever changes one of these is no second person any more. */
export const shapingFields: readonly string[] = [
  'kind',
  'legalProcess',
  'legalBasisText',
  'ground',
  'liabilityBasis',
  'justification',
  'categories',
  'scopeFrom',
  'scopeTo',
  'scopeOverrideReason',
  'subjects',
]

/**
 * SHA-256 of the canonical JSON (RFC 8785) of scope, subjects, decisions, ground, basis and justification: what an
 * approval binds to. The order in which subjects and categories stand is not part of it.
 */
export function scopeHash(disclosure: DisclosureRecord, subjects: readonly SubjectRecord[]): string {
  const shaping = Object.fromEntries(
    Object.entries(disclosure).filter(([field]) => shapingFields.includes(field)),
  )
  const text = canonicalize({
    ...shaping,
    categories: disclosure.categories.toSorted(),
    subjects: subjects.map(decided).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  })
  if (text === undefined) throw new TypeError('a scope has no JSON form')
  return createHash('sha256').update(text).digest('hex')
}

function decided(subject: SubjectRecord) {
  const { id, customerId, identifier, matchConfidence, decision, reason, reasonText, scopeFrom, scopeTo } =
    subject
  const categories = subject.categories?.toSorted() ?? null
  return {
    id,
    customerId,
    identifier,
    matchConfidence,
    decision,
    reason,
    reasonText,
    categories,
    scopeFrom,
    scopeTo,
  }
}
