import { useState } from 'react'
import type { Revision } from '../../../contract/revisions.ts'
import { wordsOf } from '../draftWords.ts'
import type { Decisions } from './decisions.ts'
import { newDesk } from './desks.ts'
import { forgetWords, foundWords, keepWords, placeFor } from './keptWords.ts'

/** What is decided in a merge beside the editor outlives the page as well, until it is saved. */
export function useKeptDecisions(draft: Revision, userId: string) {
  const [desk] = useState(newDesk)
  const [decisions, setDecisions] = useState<Decisions>(() =>
    Object.assign({}, ...foundWords(userId, draft.id).map(({ kept }) => kept.decisions)),
  )
  const place = placeFor(userId, draft.id, desk)
  const words = wordsOf(draft)

  function decide(decided: Decisions) {
    setDecisions(decided)
    keepWords(place, { at: new Date().toISOString(), began: words, words, decisions: decided })
  }
  function settle() {
    setDecisions({})
    forgetWords(place)
  }
  return { decisions, decide, settle }
}
