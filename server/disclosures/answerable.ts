import { errors } from '../../contract/errors.ts'
import { legalProcesses } from '../../contract/legalProcesses.ts'
import { Refused } from '../errors.ts'
import type { Faults } from './completeness.ts'
import type { DisclosureRecord, SubjectRecord } from './situation.ts'

/** Whether anything about this person leaves the house. */
export const isAnswered = ({ decision }: Pick<SubjectRecord, 'decision'>) =>
  decision === 'produce' || decision === 'partial'

/**
 * What stands against sending a request for approval, or against approving it, the gravest first. Data leaves only for
 * a verified requester, and only by compulsory process or on the policy's own ground ("fraud or other criminal
 * activity … which may create liability"); answering nobody never needs either.
 */
export function refusalsToAnswer(
  disclosure: DisclosureRecord,
  subjects: readonly SubjectRecord[],
): Refused[] {
  const refusals: Refused[] = []
  if (subjects.length === 0 || subjects.some(({ decision }) => decision === 'undecided'))
    refusals.push(new Refused('SUBJECT_UNDECIDED'))
  const answered = subjects.filter(isAnswered)
  if (answered.length === 0) return refusals

  if (disclosure.verificationState !== 'verified') refusals.push(new Refused('REQUESTER_NOT_VERIFIED'))
  const faults = groundFaults(disclosure)
  if (faults) refusals.push(new Refused('GROUND_REQUIRED', { errors: faults }))
  const shape = {
    ...basisFaults(disclosure),
    ...rangeFaults(disclosure, answered),
    ...oralFaults(disclosure),
  }
  if (Object.keys(shape).length > 0) refusals.push(new Refused('INVALID', { errors: shape }))
  return refusals
}

const isCompulsory = ({ legalProcess }: DisclosureRecord) =>
  legalProcess !== null && legalProcesses[legalProcess].compulsory
const isBlank = (text: string | null) => text === null || text === ''

function groundFaults(disclosure: DisclosureRecord): Faults | null {
  const { ground, liabilityBasis } = disclosure
  if (isCompulsory(disclosure)) return null
  if (ground === null || ground === 'none_stated') return { ground: errors.GROUND_REQUIRED.text }
  if (isBlank(liabilityBasis)) return { liabilityBasis: 'Say how this may create liability for somebody.' }
  return null
}

function basisFaults(disclosure: DisclosureRecord): Faults {
  if (!isCompulsory(disclosure) || !isBlank(disclosure.legalBasisText)) return {}
  return { legalBasisText: 'Name the statute and article that the process rests on.' }
}

/** "All information, ever" is not answered without a reason: the request has a range, or each answer has its own. */
function rangeFaults(disclosure: DisclosureRecord, answered: readonly SubjectRecord[]): Faults {
  const isBounded = ({ scopeFrom, scopeTo }: { scopeFrom: string | null; scopeTo: string | null }) =>
    scopeFrom !== null && scopeTo !== null
  if (isBounded(disclosure) || answered.every(isBounded) || !isBlank(disclosure.scopeOverrideReason))
    return {}
  return { scopeOverrideReason: 'Give a range of dates, or say why everything is to be answered.' }
}

/** A request made by word of mouth may be logged; answered it is in an emergency only. */
function oralFaults({ channel, kind }: DisclosureRecord): Faults {
  if (channel !== 'phone' || kind === 'emergency_disclosure') return {}
  return { channel: 'A request by phone is answered only once it came in writing. Note how that came.' }
}
