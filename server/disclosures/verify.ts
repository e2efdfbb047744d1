import type { VerifyDisclosure } from '../../contract/disclosureActs.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { append } from '../events/append.ts'
import { lockDisclosure } from './lockDisclosure.ts'
import { move } from './move.ts'
import { refuseUnlessPossible } from './nextActs.ts'
import { recordDecision } from './recordDecision.ts'

/**
 * Records whether the officer was confirmed through a contact found independently, and how; a failed attempt stays in
 * the decision log. Verifying makes nobody an editor.
 * @throws NOT_FOUND, VERSION_CONFLICT, INVALID_TRANSITION
 */
export async function verify(tx: Tx, by: Staff, now: Date, id: string, input: VerifyDisclosure) {
  const { version, result, method, note = null } = input
  const situation = await lockDisclosure(tx, by, now, id, version)
  refuseUnlessPossible('verify', situation)
  await move(tx, situation, {
    verificationState: result,
    verificationMethod: method,
    verificationNote: note,
    verifiedBy: by.id,
    verifiedAt: now,
  })
  await recordDecision(tx, situation, { type: 'verification', text: note, result })
  await append(tx, { by, now, act: 'verify', noun: 'disclosures', id, reason: result, details: { method } })
}
