import type { Disclosure } from '../../contract/disclosures.ts'

export type Verb =
  | 'edit'
  | 'log'
  | 'discard'
  | 'assign'
  | 'verify'
  | 'propose'
  | 'return'
  | 'approve'
  | 'refuse'
export type Step = {
  /** `resources.disclosures.next.{key}` in the catalogue. */
  key: string
  /** What can be done about it, the next first. */
  verbs: Verb[]
  /** Why the reader cannot do what is next, in the server's words. */
  refusal: string | null
}

type Facts = Pick<Disclosure, 'state' | 'acts' | 'missing' | 'verification'>

/** Where a request stands and what is next. Only what the server says may be done is offered. */
export function nextStep(disclosure: Facts): Step {
  const { key, verbs, refusal = null } = stepOf(disclosure)
  return { key, verbs: verbs.filter((verb) => disclosure.acts[verb] === null), refusal }
}

function stepOf({
  state,
  acts,
  missing,
  verification,
}: Facts): Omit<Step, 'refusal'> & { refusal?: string | null } {
  const isUnverified = verification.state !== 'verified'
  if (state === 'draft') {
    return missing.length > 0
      ? { key: 'complete', verbs: ['edit', 'discard'] }
      : { key: 'log', verbs: ['log', 'edit', 'discard'] }
  }
  if (state === 'logged') {
    return missing.length > 0
      ? { key: 'complete_review', verbs: ['edit', 'verify'] }
      : { key: 'assign', verbs: ['assign', 'edit', 'verify'] }
  }
  if (state === 'in_review') {
    // What concerns subjects is decided while sending for approval; the rest has to be typed in first.
    const hasGaps = missing.some(({ field }) => field !== null && field !== 'subjects')
    if (verification.state === 'failed')
      return { key: 'failed', verbs: ['propose', 'verify', 'edit', 'assign'] }
    if (isUnverified) return { key: 'verify', verbs: ['verify', 'propose', 'edit', 'assign'] }
    if (hasGaps) return { key: 'complete_proposal', verbs: ['edit', 'propose', 'assign'] }
    return { key: 'propose', verbs: ['propose', 'edit', 'assign'] }
  }
  if (state === 'awaiting_approval') {
    if (acts.approve === null) return { key: 'approve', verbs: ['approve', 'return'] }
    if (acts.refuse === null) return { key: 'refuse', verbs: ['refuse', 'return'] }
    return {
      key: 'decide',
      verbs: isUnverified ? ['verify', 'return'] : ['return'],
      refusal: acts.approve ?? acts.refuse ?? null,
    }
  }
  return { key: state, verbs: [] }
}
