import type { MergePart } from '../../../contract/comparison/merge.ts'
import { both } from '../../../contract/comparison/mergedText.ts'

export const choices = ['theirs', 'mine', 'both', 'own'] as const
export type Choice = (typeof choices)[number]
export type Decision = { choice: Choice; own: string }

/** By the place that is asked about, so that a decision holds while the same question is asked again. */
export type Decisions = Record<string, Decision>

export const placeOf = ({ base, theirs }: MergePart) => JSON.stringify([base, theirs])

/** The text that was decided for, or null where nobody did yet. */
export function decidedText(part: MergePart, decision: Decision | undefined): string | null {
  if (!decision) return null
  if (decision.choice === 'own') return inPlace(part, decision.own)
  return decision.choice === 'both' ? both(part) : part[decision.choice]
}

/** Words of one's own stand between the same blank lines as those they replace. */
function inPlace({ theirs, mine }: MergePart, own: string): string {
  if (own === '') return ''
  const around = mine === '' ? theirs : mine
  const [lead = ''] = /^\s*/.exec(around) ?? []
  const [trail = ''] = /\s*$/.exec(around) ?? []
  return lead + own + trail
}
