import type { EditDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { columnsOf, differing } from './columns.ts'
import { completed, faultsForLog, faultsForReview, refuseIncomplete } from './completeness.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { refuseAssignee, refuseCircle } from './people.ts'
import { promiseAt } from './promiseAt.ts'
import { recordEditor } from './recordEditor.ts'
import { refuseUnknownRelated } from './related.ts'
import { refuseRepeatedJustification } from './repeatedJustification.ts'
import { shapingFields } from './scopeHash.ts'
import { type DisclosureRecord, liveSubjects } from './situation.ts'
import { replaceSubjects, undecide } from './subjects.ts'
import { within } from './within.ts'

/**
 * Changes what was typed, until the request is sent for approval; an absent field stays, null clears. What was logged
 * stays complete. Whoever changes subjects, scope, ground, basis or justification is an editor from then on.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION; INVALID, JUSTIFICATION_REQUIRED, JUSTIFICATION_REPEATED
 */
export async function edit(tx: Tx, by: Staff, now: Date, id: string, input: EditDisclosure) {
  const { version, subjects: wanted, ...typed } = input
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('edit', situation)
  const before = situation.disclosure
  const isLogged = before.state !== 'draft'

  let after: DisclosureRecord = { ...before, ...columnsOf(typed) }
  if (after.handlingLevel === 'restricted') after.visibleTo = [...new Set([...after.visibleTo, by.id])]
  if (isLogged) after = completed(isDueByDefault(after, typed) ? { ...after, dueAt: null } : after)
  const subjectsChanged =
    wanted !== undefined && (await replaceSubjects(tx, now, id, situation.subjects, wanted))
  const fields = [...differing(before, after), ...(subjectsChanged ? ['subjects'] : [])]
  if (fields.length === 0) return
  const isShaping = fields.some((field) => shapingFields.includes(field))

  const subjects = await liveSubjects(tx, id)
  if (isLogged) {
    const ofReview = before.state === 'in_review' ? faultsForReview(after, subjects) : {}
    refuseIncomplete({ ...faultsForLog(after, now), ...ofReview })
    if (fields.includes('justification')) await refuseRepeatedJustification(tx, by, after)
    if (fields.includes('receivedAt')) after.policyRevisionId = await promiseAt(tx, after.receivedAt)
  }
  if (fields.includes('handlingLevel') || fields.includes('visibleTo')) {
    const editors = situation.editors.map(({ staffId }) => staffId)
    await refuseCircle(tx, after, isShaping ? [...editors, by.id] : editors)
    if (after.assignedTo) await refuseAssignee(tx, after.assignedTo, after)
  }
  if (fields.includes('relatedRequestId')) await refuseUnknownRelated(tx, by, id, after.relatedRequestId)

  await undecide(
    tx,
    subjects.filter((each) => !Object.values(within(each, after)).every(Boolean)),
  )
  const { searchText, ...columns } = after
  await move(tx, situation, columns)
  if (isShaping) await recordEditor(tx, by, now, id, 'edited')
  await append(tx, { by, now, act: 'edit', noun: 'disclosures', id, fields })
}

/** Without a reason of its own the due instant follows the receipt and the process. */
function isDueByDefault({ dueReason }: DisclosureRecord, typed: Partial<EditDisclosure>): boolean {
  return !typed.dueAt && (dueReason ?? '') === ''
}
