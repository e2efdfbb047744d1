import type { SubjectDecision } from '../../contract/disclosureActs.ts'
import type { Disclosure, Subject } from '../../contract/disclosures.ts'

/** What is decided about each person, before it is sent: by the subject's id. */
export type Decisions = Record<string, SubjectDecision>

/** What stands on record about a person, as a proposal would send it again. */
export function recorded(subject: Subject): SubjectDecision | null {
  const { id, decision, reason, reasonText, categories, scopeFrom, scopeTo } = subject
  if (decision === 'undecided') return null
  return {
    subjectId: id,
    decision,
    ...(reason ? { reason } : {}),
    ...(reasonText ? { reasonText } : {}),
    ...(decision === 'partial' ? { ...(categories ? { categories } : {}), scopeFrom, scopeTo } : {}),
  }
}

/** The decision to begin with: produce, which is the common case; somebody not found has no data. */
export function proposed(subject: Subject, chosen: SubjectDecision | undefined): SubjectDecision {
  const usual: SubjectDecision = {
    subjectId: subject.id,
    decision: subject.customerId === null ? 'no_data' : 'produce',
  }
  return chosen ?? recorded(subject) ?? usual
}

export const proposal = ({ subjects }: Pick<Disclosure, 'subjects'>, chosen: Decisions): SubjectDecision[] =>
  subjects.map((subject) => proposed(subject, chosen[subject.id]))
