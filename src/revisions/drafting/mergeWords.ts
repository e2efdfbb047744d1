import { type MergePart, merge } from '../../../contract/comparison/merge.ts'
import { isConflict, mergedText } from '../../../contract/comparison/mergedText.ts'
import type { DraftWords } from '../draftWords.ts'

/** What both began with, what a colleague made of it, and what I did. */
export type ThreeWords = { began: DraftWords; theirs: DraftWords; mine: DraftWords }

type MergedWords = {
  body: MergePart[]
  summary: MergePart[]
  rest: Pick<DraftWords, 'changeKind' | 'baseRevisionId'>
}

export function mergeWords({ began, theirs, mine }: ThreeWords): MergedWords {
  const summaryOf = ({ changeSummary }: DraftWords) => changeSummary?.trim() ?? ''
  return {
    body: merge(began.body, theirs.body, mine.body),
    summary: merge(summaryOf(began), summaryOf(theirs), summaryOf(mine)),
    rest: {
      changeKind: mine.changeKind === began.changeKind ? theirs.changeKind : mine.changeKind,
      baseRevisionId:
        mine.baseRevisionId === began.baseRevisionId ? theirs.baseRevisionId : mine.baseRevisionId,
    },
  }
}

export const conflictsOf = ({ body, summary }: MergedWords): MergePart[] =>
  [...body, ...summary].filter(isConflict)

/** The words that come of it, with what was decided on each conflict: those of the text, then those of the summary. */
export function mergedWords(
  { body, summary, rest }: MergedWords,
  decided: readonly string[] = [],
): DraftWords {
  const inBody = body.filter(isConflict).length
  const summed = mergedText(summary, decided.slice(inBody)).trim()
  return {
    ...rest,
    body: mergedText(body, decided),
    changeSummary: summed === '' ? null : summed,
  }
}

/** A draft meets the revision that was posted since it started: its text alone is asked about, and its base is another. */
export function rebased(
  mine: DraftWords,
  base: { body: string } | null,
  latest: { id: string; body: string },
) {
  return {
    began: { ...mine, body: base?.body ?? '' },
    theirs: { ...mine, body: latest.body, baseRevisionId: latest.id },
    mine,
  } satisfies ThreeWords
}
