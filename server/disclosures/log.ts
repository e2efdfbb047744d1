import type { LogDisclosure } from '../../contract/disclosureActs.ts'
import { errorText } from '../../contract/errors.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { Refused } from '../errors.ts'
import { appendAll } from '../events/append.ts'
import type { Entry } from '../events/entry.ts'
import { sayMinute } from '../sayDates.ts'
import { completed, faultsForLog, faultsForReview, refuseIncomplete } from './completeness.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { refuseAssignee } from './people.ts'
import { promiseAt } from './promiseAt.ts'
import { recordEditor } from './recordEditor.ts'
import { nextReference } from './reference.ts'
import { refuseRepeatedJustification } from './repeatedJustification.ts'
import type { Situation } from './situation.ts'

type Options = Omit<LogDisclosure, 'version'>

/**
 * Logs a draft: from here on it has a reference, its clock runs, and it says why it should be answered ("only with
 * justification"). With `assignTo` it goes on into review.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION
 * @throws JUSTIFICATION_REQUIRED, JUSTIFICATION_REPEATED, or INVALID with what else the log demands
 * @throws DUE_IN_PAST unless that is acknowledged
 */
export async function log(tx: Tx, by: Staff, now: Date, id: string, { version, ...options }: LogDisclosure) {
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('log', situation)
  await appendAll(tx, await logDraft(tx, situation, options))
}

/** As `log`, for a draft that is locked or made in this transaction; returns the events that are still to be written. */
export async function logDraft(tx: Tx, situation: Situation, options: Options): Promise<Entry[]> {
  const { subjects, by, now } = situation
  const { assignTo, acknowledgeOverdue = false } = options
  const disclosure = completed(situation.disclosure)
  refuseIncomplete({
    ...faultsForLog(disclosure, now),
    ...(assignTo ? faultsForReview(disclosure, subjects) : {}),
  })
  await refuseRepeatedJustification(tx, by, disclosure)
  const { id, dueAt, legalProcess } = disclosure
  if (dueAt && dueAt < now && !acknowledgeOverdue) throw overdue(dueAt)
  if (assignTo) await refuseAssignee(tx, assignTo, disclosure)

  const reference = await nextReference(tx, now)
  await move(tx, situation, {
    state: assignTo ? 'in_review' : 'logged',
    reference,
    legalProcess,
    dueAt,
    policyRevisionId: await promiseAt(tx, disclosure.receivedAt),
    loggedBy: by.id,
    loggedAt: now,
    assignedTo: assignTo ?? null,
  })
  await recordEditor(tx, by, now, id, 'logged')
  const event = { by, now, noun: 'disclosures', id }
  const logged = { ...event, act: 'log', details: { reference } }
  return assignTo ? [logged, { ...event, act: 'assign', details: { assignedTo: assignTo } }] : [logged]
}

function overdue(dueAt: Date) {
  const due = sayMinute(dueAt)
  const values = { due }
  return new Refused('DUE_IN_PAST', { values, errors: { dueAt: errorText('DUE_IN_PAST', values) } })
}
