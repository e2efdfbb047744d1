import { useEffect, useRef, useState } from 'react'
import { isSameWords } from '../draftWords.ts'
import type { Draft } from '../useDraft.ts'
import { takenDesks } from './desks.ts'
import { type Found, forgetWords, foundWords } from './keptWords.ts'

/** What this person left unsaved in this browser, on a page that is gone; looked for once, when the draft is opened. */
export function useLeftWords(draft: Draft, userId: string | null, desk: string) {
  const [left, setLeft] = useState<Found[]>([])
  const { id } = draft.opened
  const now = useRef(draft)
  now.current = draft

  useEffect(() => {
    if (userId === null) return
    let isHere = true
    void takenDesks().then((taken) => {
      if (!isHere) return
      const gone = foundWords(userId, id).filter((each) => each.desk !== desk && !taken.has(each.desk))
      // What was decided of a merge is there again when the merge is opened.
      const decided = Object.assign({}, ...gone.map(({ kept }) => kept.decisions).toReversed())
      if (Object.keys(decided).length > 0)
        now.current.decide({ ...decided, ...now.current.decisions.current })
      const isSaved = ({ kept }: Found) => isSameWords(kept.words, now.current.began.current)
      for (const { place } of gone.filter(isSaved)) forgetWords(place)
      setLeft(gone.filter((each) => !isSaved(each)))
    })
    return () => {
      isHere = false
    }
  }, [userId, id, desk])

  const done = ({ place }: Found) => {
    forgetWords(place)
    setLeft((all) => all.filter((each) => each.place !== place))
  }
  return { left, done }
}
