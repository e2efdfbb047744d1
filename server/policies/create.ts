import type { CreatePolicy } from '../../contract/policies.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'

/**
 * Makes a policy without a text; it is public from its first revision on. Its key is its public address and is kept.
 * @throws INVALID if another policy has this key
 */
export async function createPolicy(tx: Tx, by: Staff, now: Date, id: string, input: CreatePolicy) {
  const made = await tx
    .insert(policies)
    .values({ id, ...input, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: policies.key })
    .returning({ id: policies.id })
  if (made.length === 0) {
    throw new Refused('INVALID', { errors: { key: 'Another policy has this key already.' } })
  }
  await append(tx, { by, now, act: 'create', noun: 'policies', id, details: { key: input.key } })
}
