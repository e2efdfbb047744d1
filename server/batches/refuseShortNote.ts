import type { BatchAction } from '../../contract/batches.ts'
import type { DeactivationReason } from '../../contract/purchases.ts'
import { isBlank, seenLength } from '../../contract/text.ts'
import { Refused } from '../errors.ts'

/**
 * The words that the act on a single purchase needs too: why it comes back, and what "another reason" is.
 * @throws INVALID at the field `note`
 */
export function refuseShortNote(action: BatchAction, reason: DeactivationReason | null, note: string | null) {
  const refuse = (message: string) => {
    throw new Refused('INVALID', { errors: { note: message } })
  }
  if (action === 'reactivate' && isBlank(note ?? '')) refuse('Say why they come back.')
  if (reason === 'other' && seenLength(note ?? '') < 20)
    refuse('Say why in a sentence (at least 20 characters).')
}
