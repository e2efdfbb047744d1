import type { Disclosure } from '../../contract/disclosures.ts'
import { refusalsToAnswer } from './answerable.ts'
import { completed, type Faults, faultsForLog, faultsForReview } from './completeness.ts'
import type { Situation, SubjectRecord } from './situation.ts'

type Missing = Disclosure['missing']

/** What the next step of this request still needs; somebody undecided counts as to be answered, which is the common case. */
export function missing({ disclosure, subjects, now }: Situation): Missing {
  const { state } = disclosure
  if (state === 'draft') {
    const draft = completed(disclosure)
    return listed({ ...faultsForLog(draft, now), ...faultsForReview(draft, subjects) })
  }
  if (state === 'logged') return listed(faultsForReview(disclosure, subjects))
  if (state !== 'in_review' && state !== 'awaiting_approval') return []
  const undecided = subjects.filter(({ decision }) => decision === 'undecided').length
  const refusals = refusalsToAnswer(disclosure, subjects.map(presumed))
  const toDecide = { field: 'subjects', text: `${undecided} of ${subjects.length} subjects to decide.` }
  return [
    ...(undecided > 0 ? [toDecide] : []),
    ...refusals.flatMap(({ message, extra }) =>
      extra.errors ? listed(extra.errors) : [{ field: null, text: message }],
    ),
  ]
}

function presumed(subject: SubjectRecord): SubjectRecord {
  return subject.decision === 'undecided' ? { ...subject, decision: 'produce' } : subject
}

/** Faults with their fields dotted, as forms name them. */
function listed(faults: Faults, path: string[] = []): Missing {
  return Object.entries(faults).flatMap(([field, fault]) => {
    const whole = [...path, field]
    if (typeof fault === 'string') return [{ field: whole.join('.'), text: fault }]
    return fault !== null && typeof fault === 'object' ? listed({ ...fault }, whole) : []
  })
}
