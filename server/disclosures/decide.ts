import { eq } from 'drizzle-orm'
import type { SubjectDecision } from '../../contract/disclosureActs.ts'
import type { Tx } from '../database/connect.ts'
import { disclosureSubjects } from '../database/schema/disclosures.ts'
import { Refused } from '../errors.ts'
import { isAnswered } from './answerable.ts'
import type { Faults } from './completeness.ts'
import type { DisclosureRecord, Situation, SubjectRecord } from './situation.ts'
import { within } from './within.ts'

/**
 * Writes the decisions that a proposal brings along, one for each subject.
 * @returns the subjects as they are decided now
 * @throws INVALID at the decision that concerns nobody of this request, somebody twice, or more than was asked for
 */
export async function decide(
  tx: Tx,
  { disclosure, subjects }: Situation,
  decisions: readonly SubjectDecision[],
): Promise<SubjectRecord[]> {
  const faults: Record<number, Faults> = {}
  const decided = new Map<string, SubjectRecord>()
  for (const [index, decision] of decisions.entries()) {
    const subject = subjects.find(({ id }) => id === decision.subjectId)
    if (!subject) faults[index] = { subjectId: 'This is not a subject of the request.' }
    else if (decided.has(subject.id)) faults[index] = { subjectId: 'This subject is decided twice.' }
    else {
      const next = applied(subject, decision)
      decided.set(subject.id, next)
      const fault = decisionFault(next, disclosure)
      if (fault) faults[index] = fault
    }
  }
  if (Object.keys(faults).length > 0) throw new Refused('INVALID', { errors: { decisions: faults } })

  for (const { id, decision, reason, reasonText, categories, scopeFrom, scopeTo } of decided.values()) {
    await tx
      .update(disclosureSubjects)
      .set({ decision, reason, reasonText, categories, scopeFrom, scopeTo })
      .where(eq(disclosureSubjects.id, id))
  }
  return subjects.map((subject) => decided.get(subject.id) ?? subject)
}

function applied(subject: SubjectRecord, input: SubjectDecision): SubjectRecord {
  const { decision, reason = null, reasonText = null } = input
  const { categories = null, scopeFrom = null, scopeTo = null } = input
  return { ...subject, decision, reason, reasonText, categories, scopeFrom, scopeTo }
}

function decisionFault(subject: SubjectRecord, disclosure: DisclosureRecord): Faults | null {
  if (isAnswered(subject) && subject.customerId === null)
    return { decision: 'Nobody can be answered about before a customer is picked for this identifier.' }
  const { categories, range } = within(subject, disclosure)
  if (!categories) return { categories: 'The request does not ask for all of these.' }
  if (!range) return { scopeFrom: 'This range lies outside that of the request.' }
  return null
}
