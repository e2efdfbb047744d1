import { laterInEmergency, loggedFields, loggedJustification } from '../../contract/disclosureActs.ts'
import { errors } from '../../contract/errors.ts'
import { Refused } from '../errors.ts'
import { dueAt, dueFault } from './due.ts'
import type { DisclosureRecord, SubjectRecord } from './situation.ts'

/** Sentences beside the fields of the form, nested as the form nests them. */
export type Faults = Record<string, unknown>

const missing = 'This is needed.'
const nested: Partial<Record<(typeof loggedFields)[number], string>> = { agency: 'name', officer: 'name' }

/** The request with what follows from the rest of it: an emergency's process, and the due instant. */
export function completed(disclosure: DisclosureRecord): DisclosureRecord {
  const legalProcess =
    disclosure.legalProcess ?? (disclosure.kind === 'emergency_disclosure' ? 'emergency_voluntary' : null)
  const next = { ...disclosure, legalProcess }
  return { ...next, dueAt: dueAt(next) }
}

/** What `log` demands, and what a request keeps from then on. */
export function faultsForLog(disclosure: DisclosureRecord, now: Date): Faults {
  const faults: Faults = {}
  const isEmergency = disclosure.kind === 'emergency_disclosure'
  for (const field of loggedFields) {
    if (isEmergency && laterInEmergency.includes(field)) continue
    if (!isBlank(disclosure[field])) continue
    const inner = nested[field]
    faults[field] = inner ? { [inner]: missing } : missing
  }
  if (disclosure.receivedAt && disclosure.receivedAt > now) faults.receivedAt = 'This lies in the future.'
  if (isEmergency && !disclosure.emergency) faults.emergency = emergencyFaults
  const due = dueFault(disclosure)
  if (due) faults.dueReason = due
  if (!loggedJustification.safeParse(disclosure.justification ?? '').success)
    faults.justification = errors.JUSTIFICATION_REQUIRED.text
  return faults
}

const emergencyFaults = {
  dangerDescription: missing,
  whoIsAtRisk: missing,
  whyDataNeeded: missing,
  declaredBy: missing,
}

/** What a request needs before it goes into review: somebody it is about, and something that is asked for. */
export function faultsForReview(
  { categories }: Pick<DisclosureRecord, 'categories'>,
  subjects: readonly SubjectRecord[],
): Faults {
  const faults: Faults = {}
  if (subjects.length === 0) faults.subjects = 'Name at least one person the request is about.'
  if (categories.length === 0) faults.categories = 'Pick at least one category.'
  return faults
}

/** @throws JUSTIFICATION_REQUIRED if that is among the faults, else INVALID, with every field named */
export function refuseIncomplete(faults: Faults) {
  if (Object.keys(faults).length === 0) return
  throw new Refused('justification' in faults ? 'JUSTIFICATION_REQUIRED' : 'INVALID', { errors: faults })
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}
