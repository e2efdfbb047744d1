import type { Tx } from '../database/connect.ts'
import { revisionInForce } from '../policies/inForce.ts'

/** The revision of the privacy policy that was in force at an instant: what was promised when the request came in. */
export async function promiseAt(tx: Tx, at: Date | null): Promise<string | null> {
  return (at && (await revisionInForce(tx, 'privacy', at))?.id) ?? null
}
