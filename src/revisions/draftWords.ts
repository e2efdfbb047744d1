import { z } from 'zod'
import { changeKinds } from '../../contract/revisions.ts'
import { changedFields } from '../changedFields.ts'

/** What a person writes in a draft, and the revision that it starts from. */
export const DraftWords = z.object({
  body: z.string(),
  changeSummary: z.string().nullable(),
  changeKind: z.enum(changeKinds),
  baseRevisionId: z.string().nullable(),
})
export type DraftWords = z.infer<typeof DraftWords>

export const wordsOf = ({ body, changeSummary, changeKind, baseRevisionId }: DraftWords): DraftWords => ({
  body,
  changeSummary,
  changeKind,
  baseRevisionId,
})

/** A summary of blanks is none, and the server keeps none at either end. */
const said = (words: DraftWords): DraftWords => ({
  ...words,
  changeSummary: words.changeSummary?.trim() || null,
})

export const isSameWords = (one: DraftWords, other: DraftWords) =>
  Object.keys(changedFields(said(one), said(other))).length === 0
