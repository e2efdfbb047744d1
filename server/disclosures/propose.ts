import type { ProposeDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { refusalsToAnswer } from './answerable.ts'
import { decide } from './decide.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { recordDecision } from './recordDecision.ts'
import { recordEditor } from './recordEditor.ts'
import { scopeHash } from './scopeHash.ts'

/**
 * Sends a request for approval, with the decisions still missing; its scope is frozen by a hash.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION; INVALID, SUBJECT_UNDECIDED
 * @throws REQUESTER_NOT_VERIFIED, GROUND_REQUIRED where somebody is to be answered about
 */
export async function propose(tx: Tx, by: Staff, now: Date, id: string, input: ProposeDisclosure) {
  const { version, decisions = [], text = null } = input
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('propose', situation)
  const { disclosure } = situation
  const subjects = await decide(tx, situation, decisions)
  const [refused] = refusalsToAnswer(disclosure, subjects)
  if (refused) throw refused

  await move(tx, situation, {
    state: 'awaiting_approval',
    proposedBy: by.id,
    proposedAt: now,
    scopeHash: scopeHash(disclosure, subjects),
  })
  await recordEditor(tx, by, now, id, 'proposed')
  await recordDecision(tx, { ...situation, subjects }, { type: 'proposal', text })
  const fields = decisions.length > 0 ? ['subjects'] : []
  await append(tx, { by, now, act: 'propose', noun: 'disclosures', id, fields })
}
