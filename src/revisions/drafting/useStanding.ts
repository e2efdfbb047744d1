import { useCallback, useRef, useState } from 'react'
import type { Revision } from '../../../contract/revisions.ts'
import { type DraftWords, wordsOf } from '../draftWords.ts'
import type { TypedWords } from './useTypedWords.ts'

export type Standing = ReturnType<typeof useStanding>

/** What a colleague saved, where both of us wrote in one paragraph. */
type Clash = { theirs: Revision; by: string | null }

/** The revision that the words were last saved as, or are written on, and what keeps them from being saved again. */
export function useStanding(first: Revision, { began, write, saved }: TypedWords) {
  const at = useRef(first)
  const [opened, setOpened] = useState(first)
  const [failure, setFailure] = useState<unknown>(null)
  const [clash, setClash] = useState<Clash | null>(null)

  const stand = useCallback((revision: Revision) => {
    at.current = revision
    setOpened(revision)
    setFailure(null)
    setClash(null)
  }, [])

  /** Goes on from another revision, with these words in the fields. */
  const put = useCallback(
    (revision: Revision, words: DraftWords) => {
      stand(revision)
      began.current = wordsOf(revision)
      write(words)
    },
    [stand, began, write],
  )

  /** What was sent is saved, as this revision. */
  const savedAs = useCallback(
    (revision: Revision, sent: DraftWords) => {
      stand(revision)
      saved(sent)
    },
    [stand, saved],
  )

  return { at, opened, failure, setFailure, clash, setClash, put, savedAs }
}
