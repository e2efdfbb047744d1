import type { Actor } from '../caller.ts'
import type { Db } from '../database/connect.ts'
import { statement } from '../database/statement.ts'
import { appending } from './append.ts'
import { chainOf } from './chain.ts'
import { eventBody, recordable } from './entry.ts'
import { orAuditUnavailable } from './orAuditUnavailable.ts'

const chainAndHash = statement('append alone', appending)

export type Refusal = {
  by: Actor
  now: Date
  act: string
  noun: string
  id: string | null
  code: string
  customerId?: string | null
}

/**
 * Records that a signed-in person was refused by role, rule or code, after the act was rolled back.
 * A single statement is a transaction of its own.
 * @throws AUDIT_UNAVAILABLE if it cannot be written; answer that instead of the refusal
 */
export async function recordRefusal(db: Db, refusal: Refusal): Promise<void> {
  // The id may be whatever stood in the address.
  const id = refusal.id !== null && recordable(refusal.id) ? refusal.id : null
  const body = eventBody({ ...refusal, id, outcome: 'refused' })
  await orAuditUnavailable(chainAndHash(db, [chainOf(refusal.by.requestId), [body]]))
}
