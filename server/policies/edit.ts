import { eq } from 'drizzle-orm'
import type { EditPolicy } from '../../contract/policies.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { refuseStale } from '../refuseStale.ts'

/**
 * Changes what a policy is called, whom the public can ask and in which language it is; the public pages show it at
 * once ("For further information contact …"). No text changes by it, and the key is a public address that stays.
 * @throws NOT_FOUND; VERSION_CONFLICT
 */
export async function editPolicy(
  tx: Tx,
  by: Staff,
  now: Date,
  id: string,
  { version, ...input }: EditPolicy,
) {
  const [policy] = await tx.select().from(policies).where(eq(policies.id, id)).for('update')
  if (!policy) throw new Refused('NOT_FOUND')
  await refuseStale(tx, 'policies', id, version, policy)
  const fields = (['title', 'contactEmail', 'language'] as const).filter(
    (field) => input[field] !== undefined && input[field] !== policy[field],
  )
  if (fields.length === 0) return

  await tx
    .update(policies)
    .set({ ...input, version: version + 1, updatedAt: now })
    .where(eq(policies.id, id))
  await append(tx, { by, now, act: 'edit', noun: 'policies', id, fields })
}
