import { eq } from 'drizzle-orm'
import type { CreateRevision } from '../../contract/revisions.ts'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { policies } from '../database/schema/policies.ts'
import { revisions } from '../database/schema/revisions.ts'
import { Refused } from '../errors.ts'
import { append } from '../events/append.ts'
import { contentSha256 } from './contentSha256.ts'
import { latestPosted } from './latestPosted.ts'
import { recordEditor } from './recordEditor.ts'

/**
 * Opens a draft from the text posted last, or with a text of its own; the public sees nothing of it.
 * @throws INVALID if there is no such policy
 */
export async function createRevision(tx: Tx, by: Staff, now: Date, id: string, input: CreateRevision) {
  const { policyId, changeKind } = input
  const [policy] = await tx.select({ id: policies.id }).from(policies).where(eq(policies.id, policyId))
  if (!policy) throw new Refused('INVALID', { errors: { policyId: 'There is no such policy.' } })

  const latest = await latestPosted(tx, policyId)
  const body = input.body ?? (latest ? await bodyOf(tx, latest.id) : '')
  await tx.insert(revisions).values({
    id,
    policyId,
    baseRevisionId: latest?.id ?? null,
    body,
    contentSha256: contentSha256(body),
    changeKind,
    createdBy: by.id,
    createdAt: now,
    updatedAt: now,
  })
  if (input.body !== undefined) await recordEditor(tx, by, now, id)
  await append(tx, { by, now, act: 'create', noun: 'revisions', id, details: { policyId } })
}

async function bodyOf(tx: Tx, id: string): Promise<string> {
  const [revision] = await tx.select({ body: revisions.body }).from(revisions).where(eq(revisions.id, id))
  return revision?.body ?? ''
}
