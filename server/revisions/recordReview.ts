import { v7 } from 'uuid'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisionReviews } from '../database/schema/revisions.ts'

type Review = {
  revisionId: string
  act: (typeof revisionReviews.$inferInsert)['act']
  comments?: string | undefined
  contentSha256: string
}

/** Keeps what was said about a draft in review, with the hash of the text that it was said about. */
export async function recordReview(tx: Tx, by: Staff, now: Date, { comments, ...review }: Review) {
  await tx
    .insert(revisionReviews)
    .values({ id: v7(), ...review, comments: comments || null, by: by.id, at: now })
}
