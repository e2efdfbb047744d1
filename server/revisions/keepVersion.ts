import { v7 } from 'uuid'
import type { Tx } from '../database/connect.ts'
import { type revisions, versions } from '../database/schema/revisions.ts'

/** Keeps what a draft says now, before something else takes its place. */
export async function keepVersion(tx: Tx, draft: typeof revisions.$inferSelect) {
  const { version, baseRevisionId, body, contentSha256, changeSummary, changeKind } = draft
  await tx.insert(versions).values({
    id: v7(),
    revisionId: draft.id,
    version,
    baseRevisionId,
    body,
    contentSha256,
    changeSummary,
    changeKind,
    by: draft.savedBy ?? draft.createdBy,
    since: draft.savingSince ?? draft.createdAt,
    at: draft.savedAt ?? draft.createdAt,
  })
}
