import type { Revision } from '../../contract/revisions.ts'
import { changedFields } from '../changedFields.ts'

/** What a person writes in a draft. */
export type DraftWords = Pick<Revision, 'body' | 'changeSummary' | 'changeKind'>

export const wordsOf = ({ body, changeSummary, changeKind }: Revision): DraftWords => ({
  body,
  changeSummary,
  changeKind,
})

export const isSameWords = (one: DraftWords, other: DraftWords) =>
  Object.keys(changedFields(one, other)).length === 0

/** What a colleague saved meanwhile, with what I changed of what I began with. */
export const mergedWords = (began: DraftWords, mine: DraftWords, theirs: DraftWords): DraftWords => ({
  ...theirs,
  ...changedFields(began, mine),
})
