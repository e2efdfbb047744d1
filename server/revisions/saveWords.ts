import { eq } from 'drizzle-orm'
import type { Staff } from '../caller.ts'
import type { Tx } from '../database/connect.ts'
import { revisions } from '../database/schema/revisions.ts'
import { contentSha256 } from './contentSha256.ts'
import { keepVersion } from './keepVersion.ts'
import { recordEditor } from './recordEditor.ts'

type Draft = typeof revisions.$inferSelect
const writable = ['body', 'changeKind', 'changeSummary', 'reasonInternal', 'baseRevisionId'] as const
type Words = { [Field in (typeof writable)[number]]?: Draft[Field] | undefined }

const stretch = 10 * 60_000

/**
 * Puts words into a draft that the caller has locked. The state before is kept as a version, unless the page itself
 * saves on while one person writes: that is one version per author and ten minutes, and the last state is always there.
 * @returns what changed, and whether the audit record has to be told (docs/decisions/024)
 */
export async function saveWords(
  tx: Tx,
  by: Staff,
  now: Date,
  draft: Draft,
  words: Words,
  { byHand }: { byHand: boolean },
): Promise<{ fields: string[]; isEvent: boolean }> {
  const fields = writable.filter((field) => words[field] !== undefined && words[field] !== draft[field])
  if (fields.length === 0) return { fields, isEvent: false }

  const goesOn = !fields.includes('baseRevisionId') && isSameStretch(draft, by, now)
  if (!goesOn) await keepVersion(tx, draft)
  const named = goesOn ? (draft.savedFields ?? []) : []
  await tx
    .update(revisions)
    .set({
      ...words,
      contentSha256: contentSha256(words.body ?? draft.body),
      version: draft.version + 1,
      updatedAt: now,
      savedBy: by.id,
      savedAt: now,
      savingSince: goesOn ? draft.savingSince : now,
      savedFields: [...new Set([...named, ...fields])],
      savedByHand: byHand,
    })
    .where(eq(revisions.id, draft.id))
  await recordEditor(tx, by, now, draft.id)
  return { fields, isEvent: byHand || fields.some((field) => !named.includes(field)) }
}

function isSameStretch({ savedByHand, savedBy, savingSince }: Draft, by: Staff, now: Date): boolean {
  if (savedByHand || savedBy !== by.id || savingSince === null) return false
  return now.getTime() - savingSince.getTime() < stretch
}
