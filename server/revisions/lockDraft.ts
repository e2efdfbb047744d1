import { eq } from 'drizzle-orm'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { Refused } from '../errors.ts'

/**
 * The draft, held until the transaction ends. A posted text is refused before its version is looked at, since no
 * version of it could be written.
 * @throws NOT_FOUND; REVISION_IMMUTABLE once it is published; INVALID_TRANSITION once it is discarded
 */
export async function lockDraft(tx: Tx, id: string) {
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, id)).for('update')
  if (!revision) throw new Refused('NOT_FOUND')
  if (revision.number !== null) {
    throw new Refused('REVISION_IMMUTABLE', { values: { number: revision.number } })
  }
  if (revision.state === 'discarded') {
    throw new Refused('INVALID_TRANSITION', { values: { why: 'This draft was discarded. Start a new one.' } })
  }
  return revision
}
