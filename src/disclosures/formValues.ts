import type { FieldValues } from 'react-hook-form'
import type { SubjectInput } from '../../contract/disclosureFields.ts'
import type { Disclosure } from '../../contract/disclosures.ts'

/** Whom a request is about, with what the line of the form shows of them. */
export type SubjectValue = SubjectInput & { customer: { reference: string; name: string } | null }

type Fields = Record<string, unknown>

/** A form nobody has typed in: it came just now. */
export function newRequest(now: Date): FieldValues {
  const minute = new Date(now)
  minute.setSeconds(0, 0)
  return {
    kind: 'disclosure',
    receivedAt: minute.toISOString(),
    categories: [],
    subjects: [],
    handlingLevel: 'normal',
    visibleTo: [],
  }
}

/** A request as its form holds it. */
export function valuesOf(disclosure: Disclosure): FieldValues {
  const { kind, channel, receivedAt, dueAt, dueReason, agency, officer, agencyCaseNumber } = disclosure
  const { legalProcess, legalBasisText, issuingJudgeOrSignatory, issuedOn, serviceDate, expiresOn } =
    disclosure
  const { ground, liabilityBasis, justification, categories, scopeFrom, scopeTo, scopeOverrideReason } =
    disclosure
  const { secrecy, accountingSuspension, emergency, handlingLevel, relatedRequestId, costNote } = disclosure
  const subjects: SubjectValue[] = disclosure.subjects.map(
    ({ id, customerId, customer, identifier, matchConfidence }) => ({
      id,
      customerId,
      customer,
      identifier,
      matchConfidence,
    }),
  )
  return {
    kind,
    channel,
    receivedAt,
    // Without a reason of its own it is the usual one, which follows receipt and process.
    dueAt: dueReason ? dueAt : null,
    dueReason,
    agency,
    officer,
    agencyCaseNumber,
    legalProcess,
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
    handlingLevel,
    visibleTo: disclosure.visibleTo.map(({ id }) => id),
    relatedRequestId,
    costNote,
    subjects,
  }
}

/** The form's values as the contract takes them: what nobody filled in is null. */
export function bodyOf({ subjects, secrecy, emergency, visibleTo, assignTo, ...rest }: FieldValues): Fields {
  const people: SubjectValue[] = subjects ?? []
  return {
    ...Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, pruned(value)])),
    secrecy: secrecy?.ordered ? pruned(secrecy) : null,
    emergency: rest.kind === 'emergency_disclosure' ? pruned(emergency) : null,
    visibleTo: rest.handlingLevel === 'restricted' ? visibleTo : [],
    subjects: people.map(({ id, customerId, identifier, matchConfidence }) => ({
      ...(id ? { id } : {}),
      customerId,
      identifier,
      matchConfidence,
    })),
  }
}

function pruned(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const filled = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined && inner !== '',
  )
  return filled.length === 0 ? null : Object.fromEntries(filled)
}
