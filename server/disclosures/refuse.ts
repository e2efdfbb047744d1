import type { RefuseDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { recordDecision } from './recordDecision.ts'
import { refuseOtherScope } from './refuseOtherScope.ts'

/**
 * A second person confirms that nobody is answered about, with the ground of the refusal.
 * @throws NOT_FOUND, VERSION_CONFLICT, SECOND_PERSON_REQUIRED, SCOPE_CHANGED
 * @throws INVALID_TRANSITION in another state, where somebody is to be answered about, or nobody is excluded
 */
export async function refuse(tx: Tx, by: Staff, now: Date, id: string, input: RefuseDisclosure) {
  const { refusalGround, text = null } = input
  const situation = await lockDisclosure(tx, by, now, id, input.version)
  refuseUnlessPossible('refuse', situation)
  refuseOtherScope(situation, input.scopeHash)
  await move(tx, situation, {
    state: 'refused',
    outcome: 'refused',
    refusalGround,
    decidedBy: by.id,
    decidedAt: now,
  })
  await recordDecision(tx, situation, { type: 'refusal_confirmation', text, result: refusalGround })
  await append(tx, { by, now, act: 'refuse', noun: 'disclosures', id, reason: refusalGround })
}
